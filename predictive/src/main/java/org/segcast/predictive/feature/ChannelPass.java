/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import java.util.Arrays;
import java.util.List;
import org.segcast.predictive.history.Purchase;

/** Counts orders and sums money of each channel, oldest first; stops before the first purchase dated after as-of. */
final class ChannelPass {
    private static final int[] WINDOWS = {Integer.MAX_VALUE, 365, 90};

    private final long today;
    private final double[][] orders = new double[ChannelFeature.CHANNELS.size()][WINDOWS.length];
    private final double[][] spent = new double[ChannelFeature.CHANNELS.size()][WINDOWS.length];
    private final double[] age = new double[ChannelFeature.CHANNELS.size()];

    ChannelPass(long today) {
        this.today = today;
        Arrays.fill(age, Double.NaN);
    }

    void addAll(List<Purchase> purchases) {
        for (int i = 0; i < purchases.size(); i++) {
            Purchase purchase = purchases.get(i);
            long days = today - purchase.date().toEpochDay();
            if (days < 0) {
                return;
            }
            if (!purchase.channel().isEmpty()) {
                add(purchase.channel().equals(ChannelFeature.TILL) ? 1 : 0, days, purchase);
            }
        }
    }

    private void add(int channel, long days, Purchase purchase) {
        for (int window = 0; window < WINDOWS.length && days < WINDOWS[window]; window++) {
            orders[channel][window] += purchase.refund() ? 0 : 1;
            spent[channel][window] += purchase.amount();
        }
        if (!purchase.refund()) {
            age[channel] = days;
        }
    }

    /** In the order of {@link ChannelFeature#all}. */
    void writeTo(double[] numerics, int from) {
        int next = from;
        for (int channel = 0; channel < age.length; channel++) {
            numerics[next++] = age[channel];
            System.arraycopy(orders[channel], 0, numerics, next, WINDOWS.length);
            System.arraycopy(spent[channel], 0, numerics, next + WINDOWS.length, WINDOWS.length);
            next += 2 * WINDOWS.length;
        }
    }
}
