/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.history;

/** How the text of a contact's attribute is to be read. */
public enum AttributeType {
    /** A decimal number with a point. */
    NUMERIC,
    /** One of a limited set of words. */
    NOMINAL,
    /** true/false, yes/no or 1/0. */
    BOOLEAN,
    /** ISO 8601, {@code 2025-06-03}, whatever follows the day being ignored. */
    DATE,
    /** Free text: never a feature. */
    TEXT
}
