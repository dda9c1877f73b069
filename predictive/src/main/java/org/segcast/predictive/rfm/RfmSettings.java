/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rfm;

import java.util.Objects;
import java.util.Optional;
import org.segcast.predictive.SegcastException;

/**
 * How customers are ranked and what the ranks are called.
 *
 * @param ranks 2 to 10 for each measure; the highest is the best, as in the R package {@code rfm} (OroCRM counts the other way round)
 * @param orders which orders count at all
 * @param frequency over which orders are counted
 * @param monetary over which orders money is summed
 * @param thresholds set by hand, so that a rank means the same every day; without them ranks are quantiles of the customers of that day
 * @param grid a segment for each pair of ranks
 */
public record RfmSettings(
        int ranks,
        RfmOrders orders,
        RfmWindow frequency,
        RfmWindow monetary,
        Optional<RfmCutPoints> thresholds,
        RfmGrid grid) {
    public static final int LEAST_RANKS = 2;
    public static final int MOST_RANKS = 10;

    /** Fifths of all time, as the R package {@code rfm}. */
    public static final RfmSettings USUAL = new RfmSettings(
            5, RfmOrders.ALL, RfmWindow.LIFETIME, RfmWindow.LIFETIME, Optional.empty(), RfmGrid.usual(5));

    public RfmSettings {
        SegcastException.require(
                ranks >= LEAST_RANKS && ranks <= MOST_RANKS, "there must be 2 to 10 ranks, found " + ranks);
        Objects.requireNonNull(orders, "orders");
        Objects.requireNonNull(frequency, "frequency");
        Objects.requireNonNull(monetary, "monetary");
        SegcastException.require(
                grid.ranks() == ranks, "the grid must have " + ranks + " ranks, found " + grid.ranks());
        int told = thresholds.map(RfmCutPoints::ranks).orElse(ranks);
        SegcastException.require(told == ranks, "the thresholds must make " + ranks + " ranks, found " + told);
    }
}
