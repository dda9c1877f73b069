/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime.fit;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.segcast.predictive.history.PurchaseHistories;
import org.segcast.predictive.history.PurchaseHistory;
import org.segcast.predictive.lifetime.model.RepeatOrders;
import org.segcast.predictive.lifetime.model.RepeatSpend;

/**
 * The days on which customers ordered, read once, so that they can be looked at as of any earlier day. A day with several orders counts
 * once, as in Fader and Hardie's data. Days are epoch days; nothing is kept per customer but numbers.
 */
public final class OrderDays {
    private final LocalDate asOf;
    private final int[] days;
    private final int[] ends;
    private final double[] spends;

    private OrderDays(LocalDate asOf, int[] days, int[] ends, double[] spends) {
        this.asOf = asOf;
        this.days = days;
        this.ends = ends;
        this.spends = spends;
    }

    /** Everybody who ordered on or before the day. */
    public static OrderDays read(PurchaseHistories histories, LocalDate asOf) {
        Reading reading = new Reading();
        histories.forEach(asOf, reading::add);
        return new OrderDays(
                asOf,
                Arrays.copyOf(reading.days, reading.size),
                Arrays.copyOf(reading.ends, reading.customers),
                Arrays.copyOf(reading.spends, reading.customers));
    }

    public LocalDate asOf() {
        return asOf;
    }

    public int customers() {
        return ends.length;
    }

    /** From the first order of all to the as-of day. */
    public int spanDays() {
        int first = (int) asOf.toEpochDay();
        for (int customer = 0; customer < ends.length; customer++) {
            first = Math.min(first, days[begin(customer)]);
        }
        return (int) asOf.toEpochDay() - first;
    }

    /** From the last order of all to the as-of day. */
    public int quietDays() {
        int last = Integer.MIN_VALUE;
        for (int end : ends) {
            last = Math.max(last, days[end - 1]);
        }
        return (int) asOf.toEpochDay() - last;
    }

    /** How many customers ordered on so many days or more. */
    public int atLeast(int orderDays) {
        int found = 0;
        for (int customer = 0; customer < ends.length; customer++) {
            found += ends[customer] - begin(customer) >= orderDays ? 1 : 0;
        }
        return found;
    }

    /** Gives the numbers of those who had ordered by the day, ascending. */
    public void customersAt(LocalDate day, IntConsumer sink) {
        for (int customer = 0; customer < ends.length; customer++) {
            if (days[begin(customer)] <= day.toEpochDay()) {
                sink.accept(customer);
            }
        }
    }

    /** What was known of the customer at the day. */
    public RepeatOrders at(int customer, LocalDate day) {
        int first = days[begin(customer)];
        int until = until(customer, day);
        return RepeatOrders.ofDays(
                until - begin(customer) - 1, days[until - 1] - first, (int) day.toEpochDay() - first);
    }

    /** Days with an order after the day. */
    public int after(int customer, LocalDate day) {
        return ends[customer] - until(customer, day);
    }

    /** Money on the days of repeated orders, refunds since the first order taken off. */
    public double spend(int customer) {
        return spends[customer];
    }

    private int until(int customer, LocalDate day) {
        int found = Arrays.binarySearch(days, begin(customer), ends[customer], (int) day.toEpochDay());
        return found < 0 ? -found - 1 : found + 1;
    }

    private int begin(int customer) {
        return customer == 0 ? 0 : ends[customer - 1];
    }

    private static final class Reading {
        private int[] days = new int[1024];
        private int[] ends = new int[256];
        private double[] spends = new double[256];
        private int size;
        private int customers;

        void add(PurchaseHistory history) {
            int begin = size;
            for (var purchase : history.purchases()) {
                int day = (int) purchase.date().toEpochDay();
                if (!purchase.refund() && (size == begin || days[size - 1] != day)) {
                    days = size == days.length ? Arrays.copyOf(days, 2 * size) : days;
                    days[size++] = day;
                }
            }
            if (size > begin) {
                if (customers == ends.length) {
                    ends = Arrays.copyOf(ends, 2 * customers);
                    spends = Arrays.copyOf(spends, 2 * customers);
                }
                ends[customers] = size;
                spends[customers++] = RepeatSpend.total(history.purchases());
            }
        }
    }
}
