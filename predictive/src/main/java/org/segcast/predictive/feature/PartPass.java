/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import java.util.List;
import java.util.stream.IntStream;
import org.segcast.predictive.history.Purchase;

/** Measures the orders of each channel, and of each currency where there are several; stops before the first purchase dated after as-of. */
final class PartPass {
    private final long today;
    private final List<String> currencies;
    private final MeasuredOrders[] channels = made(ChannelFeature.CHANNELS.size());
    private final MeasuredOrders[] ofCurrencies;

    PartPass(long today, List<String> currencies) {
        this.today = today;
        this.currencies = currencies;
        this.ofCurrencies = made(currencies.size());
    }

    private static MeasuredOrders[] made(int count) {
        return IntStream.range(0, count).mapToObj(i -> new MeasuredOrders()).toArray(MeasuredOrders[]::new);
    }

    void addAll(List<Purchase> purchases) {
        for (int i = 0; i < purchases.size(); i++) {
            Purchase purchase = purchases.get(i);
            long days = today - purchase.date().toEpochDay();
            if (days < 0) {
                return;
            }
            add(days, purchase);
        }
    }

    private void add(long days, Purchase purchase) {
        if (!purchase.channel().isEmpty()) {
            channels[purchase.channel().equals(ChannelFeature.TILL) ? 1 : 0].add(days, purchase);
        }
        int currency = ofCurrencies.length == 0 ? -1 : currencies.indexOf(purchase.currency());
        if (currency >= 0) {
            ofCurrencies[currency].add(days, purchase);
        }
    }

    /** In the order of {@link ChannelFeature#all}, then of {@link CurrencyFeature#all}. */
    void writeTo(double[] numerics, int from) {
        int next = from;
        for (MeasuredOrders channel : channels) {
            next = channel.writeTo(numerics, next);
        }
        for (MeasuredOrders currency : ofCurrencies) {
            next = currency.writeTo(numerics, next);
        }
    }
}
