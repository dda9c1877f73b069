/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison;

import java.util.Objects;
import java.util.OptionalDouble;
import org.segcast.predictive.comparison.candidate.CandidateKind;

/**
 * A segmentation's figures on customers and windows it was not learnt from.
 *
 * @param segments seen in learning
 * @param logLossGain nats per customer less than with one base rate for all; below 0 it misleads
 * @param aucGain above the 0.5 of no segmentation
 * @param revenueExplained share of the variance of revenue in the window (R²) against one mean for all; below 0 it misleads
 * @param changed share of customers in another segment than at the cut-off before
 * @param rand adjusted Rand index of the last two cut-offs (Hubert and Arabie 1985)
 * @param rankKept rank correlation, weighted by customers, of the segments' response rates as learnt and as they came; empty where fewer than two differ
 * @param behindFirst how much less log-loss it gains than the first; an interval that reaches 0 means as good
 */
public record Standing(
        String key,
        String name,
        CandidateKind kind,
        int segments,
        Figure logLossGain,
        Figure aucGain,
        Figure revenueExplained,
        Figure changed,
        double rand,
        OptionalDouble rankKept,
        Figure behindFirst) {

    public Standing {
        Objects.requireNonNull(key);
        Objects.requireNonNull(name);
        Objects.requireNonNull(kind);
    }

    /** Whether it is better than no segmentation, luck put aside, that of being picked among many, too. */
    public boolean gains() {
        return logLossGain.interval().low() > 0;
    }

    public boolean isAsGoodAsFirst() {
        return behindFirst.interval().low() <= 0;
    }
}
