/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import org.segcast.predictive.history.Purchase;

/** Counts some of a contact's orders and sums their money, oldest first. */
final class MeasuredOrders {
    private static final int[] WINDOWS = {Integer.MAX_VALUE, 365, 90};

    private final double[] orders = new double[WINDOWS.length];
    private final double[] spent = new double[WINDOWS.length];
    private double age = Double.NaN;

    void add(long days, Purchase purchase) {
        for (int window = 0; window < WINDOWS.length && days < WINDOWS[window]; window++) {
            orders[window] += purchase.refund() ? 0 : 1;
            spent[window] += purchase.amount();
        }
        if (!purchase.refund()) {
            age = days;
        }
    }

    /** In the order of {@link ChannelFeature#MEASURES}; tells where the next ones go. */
    int writeTo(double[] numerics, int from) {
        numerics[from] = age;
        System.arraycopy(orders, 0, numerics, from + 1, WINDOWS.length);
        System.arraycopy(spent, 0, numerics, from + 1 + WINDOWS.length, WINDOWS.length);
        return from + 1 + 2 * WINDOWS.length;
    }
}
