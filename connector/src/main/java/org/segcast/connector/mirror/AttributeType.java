/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

/** What an attribute's values are, by their content. */
public enum AttributeType {
    NUMERIC,
    BOOLEAN,
    DATE,
    /** Few distinct values that repeat. */
    NOMINAL,
    TEXT
}
