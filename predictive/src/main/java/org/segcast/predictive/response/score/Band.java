/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.score;

/** Where a customer stands among all scored ones, by rank: the top tenth, the next three tenths, the rest. */
public enum Band {
    HIGH,
    MEDIUM,
    LOW;

    /** Of a rank from 0, best first. */
    static Band of(int rank, int customers) {
        long tenths = 10L * rank;
        if (tenths < customers) {
            return HIGH;
        }
        return tenths < 4L * customers ? MEDIUM : LOW;
    }
}
