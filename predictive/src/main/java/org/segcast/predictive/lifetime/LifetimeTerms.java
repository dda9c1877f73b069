/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime;

import org.segcast.predictive.SegcastException;

/**
 * What a customer's value is to mean.
 *
 * @param horizonDays how far ahead, 30 to 1,825 days
 * @param discountPercent what money is worth less a year later, 0 to 100
 * @param marginPercent what is left of an order's amount, above 0 to 100
 */
public record LifetimeTerms(int horizonDays, double discountPercent, double marginPercent) {
    /** A year ahead, at a tenth a year, of revenue. */
    public static final LifetimeTerms USUAL = new LifetimeTerms(365, 10, 100);

    public static final int LEAST_DAYS = 30;
    public static final int MOST_DAYS = 1_825;

    public LifetimeTerms {
        SegcastException.require(
                horizonDays >= LEAST_DAYS && horizonDays <= MOST_DAYS,
                "the days ahead must be 30 to 1,825, found " + horizonDays);
        SegcastException.require(
                discountPercent >= 0 && discountPercent <= 100,
                "the discount must be 0 to 100% a year, found " + discountPercent);
        SegcastException.require(
                marginPercent > 0 && marginPercent <= 100,
                "the margin must be above 0 to 100%, found " + marginPercent);
    }
}
