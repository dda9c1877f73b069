/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison;

import java.util.OptionalDouble;
import org.segcast.predictive.comparison.candidate.Candidate;
import org.segcast.predictive.response.evaluation.Interval;

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

    /** @param first the best of all */
    Standing behind(Trial first) {
        double[] behind = new double[gains.length];
        for (int i = 0; i < behind.length; i++) {
            behind[i] = first.gains[i] - gains[i];
        }
        return new Standing(
                candidate.key(),
                candidate.name(),
                candidate.kind(),
                segments,
                logLossGain,
                aucGain,
                revenueExplained,
                changed,
                rand,
                rankKept,
                new Figure(first.logLossGain.value() - logLossGain.value(), Interval.middle90(behind)));
    }
}
