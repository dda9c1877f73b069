/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import static org.segcast.predictive.feature.PurchaseDetail.*;
import static org.segcast.predictive.feature.PurchaseFeature.*;

import java.util.Arrays;

/** Orders and money by their age in days, in slots that every window is made of. */
final class OrderWindows {

    private static final int YEAR = 365;
    /** The age at which each slot ends; the last one is open. */
    private static final int[] ENDS = {30, 60, 90, 180, 360, YEAR, 2 * YEAR, Integer.MAX_VALUE};

    private final int[] orders = new int[ENDS.length];
    private final double[] ordered = new double[ENDS.length];
    private final double[] spent = new double[ENDS.length];

    void addOrder(long age, double amount) {
        int slot = slot(age);
        orders[slot]++;
        ordered[slot] += amount;
    }

    /** Of orders and refunds. */
    void addMoney(long age, double amount) {
        spent[slot(age)] += amount;
    }

    private static int slot(long age) {
        int slot = 0;
        while (age >= ENDS[slot]) {
            slot++;
        }
        return slot;
    }

    void writeTo(double[] numerics) {
        numerics[ORDERS_365D.ordinal()] = orders(YEAR);
        numerics[ORDERS_180D.ordinal()] = orders(180);
        numerics[ORDERS_90D.ordinal()] = orders(90);
        numerics[ORDERS_30D.ordinal()] = orders(30);
        numerics[SPENT_365D.ordinal()] = sum(spent, YEAR);
        numerics[SPENT_180D.place()] = sum(spent, 180);
        numerics[SPENT_90D.ordinal()] = sum(spent, 90);
        numerics[SPENT_30D.place()] = sum(spent, 30);
        numerics[MEAN_ORDER_VALUE_365D.ordinal()] = mean(YEAR);
        numerics[MEAN_ORDER_VALUE_180D.ordinal()] = mean(180);
        numerics[MEAN_ORDER_VALUE_90D.ordinal()] = mean(90);
        numerics[MEAN_ORDER_VALUE_30D.ordinal()] = mean(30);
        writeTrends(numerics);
    }

    private void writeTrends(double[] numerics) {
        numerics[ORDER_TREND_30D.place()] = trend(orders(30), orders(60) - orders(30));
        numerics[ORDER_TREND_90D.place()] = trend(orders(90), orders(180) - orders(90));
        numerics[ORDER_TREND_180D.place()] = trend(orders(180), orders(360) - orders(180));
        numerics[ORDER_TREND_365D.place()] = trend(orders(YEAR), orders(2 * YEAR) - orders(YEAR));
        numerics[SPEND_TREND_30D.place()] = spendTrend(30);
        numerics[SPEND_TREND_90D.place()] = spendTrend(90);
        numerics[TREND.ordinal()] = spendTrend(180);
        numerics[SPEND_TREND_365D.place()] = spendTrend(YEAR);
    }

    private int orders(int days) {
        int sum = 0;
        for (int slot = 0; ENDS[slot] <= days; slot++) {
            sum += orders[slot];
        }
        return sum;
    }

    private static double sum(double[] amounts, int days) {
        double sum = 0;
        for (int slot = 0; ENDS[slot] <= days; slot++) {
            sum += amounts[slot];
        }
        return sum;
    }

    private double mean(int days) {
        int count = orders(days);
        return count == 0 ? Double.NaN : sum(ordered, days) / count;
    }

    /** Spend below zero, after refunds, counts as none. */
    private double spendTrend(int days) {
        return trend(Math.max(0, sum(spent, days)), Math.max(0, sumBefore(days)));
    }

    private double sumBefore(int days) {
        double sum = 0;
        int slot = Arrays.binarySearch(ENDS, days) + 1;
        for (; ENDS[slot] <= 2 * days; slot++) {
            sum += spent[slot];
        }
        return sum;
    }

    private static double trend(double now, double before) {
        double both = now + before;
        return both > 0 ? (now - before) / both : Double.NaN;
    }
}
