/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison;

import java.util.OptionalDouble;
import org.segcast.predictive.comparison.candidate.Candidate;

/**
 * What a segmentation came to by itself; the customers are forgotten, so that hundreds can be tried.
 *
 * @param gains the log-loss gained in every resample, which are the same for all
 */
record Trial(
        Candidate candidate,
        int segments,
        Figure logLossGain,
        Figure aucGain,
        Figure revenueExplained,
        Figure changed,
        double rand,
        OptionalDouble rankKept,
        double[] gains) {

    /**
     * @param gain the log-loss gained, with an interval that holds among many
     * @param behindFirst how much less that is than the best of all gains, likewise
     */
    Standing standing(Figure gain, Figure behindFirst) {
        return new Standing(
                candidate.key(),
                candidate.name(),
                candidate.kind(),
                segments,
                gain,
                aucGain,
                revenueExplained,
                changed,
                rand,
                rankKept,
                behindFirst);
    }
}
