/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.score;

/**
 * Where a customer stands among all scored ones, by rank: the top tenth, the next three tenths, the rest. A rank, not a chance: where few
 * order, the top tenth may still be more likely not to.
 */
public enum Band {
    HIGH("top tenth"),
    MEDIUM("next three tenths"),
    LOW("lower six tenths");

    private final String words;

    Band(String words) {
        this.words = words;
    }

    /** The same words on pages, in the API and in files. */
    public String words() {
        return words;
    }

    /** Of a rank from 0, best first. */
    static Band of(int rank, int customers) {
        long tenths = 10L * rank;
        if (tenths < customers) {
            return HIGH;
        }
        return tenths < 4L * customers ? MEDIUM : LOW;
    }
}
