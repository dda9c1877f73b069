/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response;

/** What more of a feature does to the chance. */
public enum Direction {
    RAISES,
    LOWERS,
    /** It depends on the word, or on whether it is known at all. */
    VARIES
}
