/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rule;

/** How a number is compared with the rule's. */
public enum Comparison {
    BELOW("<", "below"),
    AT_MOST("<=", "at most"),
    EQUAL("=", "exactly"),
    AT_LEAST(">=", "at least"),
    ABOVE(">", "above");

    private final String sign;
    private final String words;

    Comparison(String sign, String words) {
        this.sign = sign;
        this.words = words;
    }

    /** As mathematics and SQL write it. */
    public String sign() {
        return sign;
    }

    public String words() {
        return words;
    }
}
