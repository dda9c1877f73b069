/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.review;

/** What segments are warned of, in the order in which it is told. */
public enum WarningKind {
    TOO_MANY("Too many segments"),
    NEARLY_SAME("Nearly the same"),
    CONTAINED("One within the other"),
    EMPTY("Nobody is in it"),
    UNTESTABLE("Too small to test"),
    SMALL("Too small to act on"),
    STOPPED("Nobody comes or goes"),
    UNSEEN("Nobody looked at it");

    private final String label;

    WarningKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
