/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rfm;

import org.segcast.predictive.SegcastException;

/** Ranks as of a date, each from 1, the worst, to as many as there are ({@link RfmSettings#ranks}): recency, frequency, monetary value. */
public record RfmScore(int r, int f, int m) {

    public RfmScore {
        SegcastException.require(
                isRank(r) && isRank(f) && isRank(m), "RFM ranks must lie in 1..10, found " + r + f + m);
    }

    /** Frequency and money as one rank: their average, rounded up, so that the better one decides a tie. */
    public int fm() {
        return (f + m + 1) / 2;
    }

    private static boolean isRank(int rank) {
        return rank >= 1 && rank <= RfmSettings.MOST_RANKS;
    }
}
