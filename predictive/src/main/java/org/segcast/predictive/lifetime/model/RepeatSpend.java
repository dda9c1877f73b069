/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.history.Purchase;

/**
 * What a customer spent on the days of repeated orders.
 *
 * @param frequency how many days
 * @param mean money a day
 */
public record RepeatSpend(int frequency, double mean) {

    public RepeatSpend {
        SegcastException.require(frequency > 0, "spend needs a repeated order, found a frequency of " + frequency);
        SegcastException.require(
                mean > 0 && Double.isFinite(mean), "the mean spend must be above 0 and finite, found " + mean);
    }

    /** Money on the days of repeated orders, refunds after the day of the first order taken off. */
    public static double total(List<Purchase> purchases) {
        Optional<LocalDate> first = purchases.stream()
                .filter(purchase -> !purchase.refund())
                .map(Purchase::date)
                .findFirst();
        return purchases.stream()
                .filter(purchase -> first.filter(purchase.date()::isAfter).isPresent())
                .mapToDouble(Purchase::amount)
                .sum();
    }
}
