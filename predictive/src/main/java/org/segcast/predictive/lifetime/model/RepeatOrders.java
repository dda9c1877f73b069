/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.history.Purchase;

/**
 * When a customer ordered, in Fader and Hardie's terms: all that the models need to know.
 *
 * @param frequency x: days with an order after the first one
 * @param recency t_x: weeks from the first order to the last; 0 without a repeat
 * @param age T: weeks from the first order to the day as of which all this is
 */
public record RepeatOrders(int frequency, double recency, double age) {
    private static final double DAYS = 7;

    public RepeatOrders {
        SegcastException.require(frequency >= 0, "a frequency must not be below 0, found " + frequency);
        SegcastException.require(
                recency >= 0 && recency <= age && Double.isFinite(age),
                "a recency must be from 0 to the age, found " + recency + " of " + age);
        SegcastException.require(
                frequency > 0 || recency == 0, "without a repeat the recency must be 0, found " + recency);
    }

    /** Of days. */
    public static RepeatOrders ofDays(int frequency, int recency, int age) {
        return new RepeatOrders(frequency, recency / DAYS, age / DAYS);
    }

    /** Of a customer's purchases, oldest first; nothing without an order. */
    public static Optional<RepeatOrders> of(List<Purchase> purchases, LocalDate asOf) {
        long[] days = purchases.stream()
                .filter(purchase -> !purchase.refund())
                .mapToLong(purchase -> purchase.date().toEpochDay())
                .distinct()
                .toArray();
        if (days.length == 0) {
            return Optional.empty();
        }
        return Optional.of(
                ofDays(days.length - 1, (int) (days[days.length - 1] - days[0]), (int) (asOf.toEpochDay() - days[0])));
    }
}
