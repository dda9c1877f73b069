/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime;

import java.time.LocalDate;
import java.util.Objects;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.lifetime.model.GammaGamma;
import org.segcast.predictive.lifetime.model.RepeatModel;
import org.segcast.predictive.lifetime.model.RepeatModelKind;

/**
 * How often customers order until they leave, and what they spend on an order.
 *
 * @param asOf the last day that it was fitted to
 * @param customers who had ordered by then
 * @param fitted how many of them it was fitted to
 * @param repeaters how many ordered on more than one day
 * @param spendCorrelation between how often customers reorder and what they spend, which Gamma-Gamma takes for none; from -1 to 1
 */
public record LifetimeModel(
        LocalDate asOf,
        RepeatModelKind kind,
        RepeatModel orders,
        GammaGamma spend,
        int customers,
        int fitted,
        int repeaters,
        double spendCorrelation) {
    /** Beyond it, frequent customers' spend is clearly another than the others'. */
    private static final double INDEPENDENT = 0.3;

    public LifetimeModel {
        Objects.requireNonNull(asOf);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(orders);
        Objects.requireNonNull(spend);
        SegcastException.require(
                fitted <= customers && repeaters <= customers,
                "a model is not fitted to more than there are, found " + fitted + " and " + repeaters + " of "
                        + customers);
    }

    /** Whether what customers spend has little to do with how often they order. */
    public boolean isSpendIndependent() {
        return Math.abs(spendCorrelation) <= INDEPENDENT;
    }
}
