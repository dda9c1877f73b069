/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import static org.segcast.predictive.feature.PurchaseDetail.*;
import static org.segcast.predictive.feature.PurchaseFeature.*;

import java.util.List;
import org.segcast.predictive.history.Purchase;

/** The running sums of one history, purchase by purchase, oldest first, refunds in the money alone; stops before the first one dated after as-of. */
final class PurchasePass {

    private final long today;
    private final OrderWindows windows = new OrderWindows();
    private final Gaps gaps = new Gaps();
    private final Seasons seasons = new Seasons();
    private final Basket basket = new Basket();
    private final Discounts discounts = new Discounts();
    private final Refunds refunds = new Refunds();
    private final Tally channels = new Tally();
    private int orders;
    private double ordered;
    private double runningMean;
    private double squaredDistances;
    private double largest = Double.NEGATIVE_INFINITY;
    private double spent;
    private double lastValue;

    PurchasePass(long today) {
        this.today = today;
    }

    void addAll(List<Purchase> purchases) {
        for (int i = 0; i < purchases.size(); i++) {
            Purchase purchase = purchases.get(i);
            long day = purchase.date().toEpochDay();
            if (day > today) {
                return;
            }
            spent += purchase.amount();
            windows.addMoney(today - day, purchase.amount());
            if (purchase.refund()) {
                refunds.add(day, purchase.amount());
            } else {
                addOrder(day, purchase);
            }
        }
    }

    private void addOrder(long day, Purchase purchase) {
        double amount = purchase.amount();
        orders++;
        ordered += amount;
        double distance = amount - runningMean;
        runningMean += distance / orders;
        squaredDistances += distance * (amount - runningMean);
        largest = Math.max(largest, amount);
        lastValue = amount;
        windows.addOrder(today - day, amount);
        gaps.add(day);
        seasons.add(purchase.date(), today - day);
        if (!purchase.channel().isEmpty()) {
            channels.add(purchase.channel());
        }
        if (!purchase.lines().isEmpty()) {
            basket.add(purchase.lines());
            discounts.add(purchase.lines());
        }
    }

    void writeTo(double[] numerics, String[] nominals) {
        boolean none = orders == 0;
        numerics[ORDER_COUNT.ordinal()] = orders;
        numerics[TOTAL_SPENT.ordinal()] = spent;
        numerics[MEAN_ORDER_VALUE.ordinal()] = none ? Double.NaN : ordered / orders;
        numerics[LAST_ORDER_VALUE.ordinal()] = none ? Double.NaN : lastValue;
        numerics[LARGEST_ORDER_VALUE.place()] = none ? Double.NaN : largest;
        numerics[ORDER_VALUE_CV.place()] = variation();
        windows.writeTo(numerics);
        gaps.writeTo(numerics, today);
        seasons.writeTo(numerics, orders, gaps.tenure(today));
        basket.writeTo(numerics, nominals);
        discounts.writeTo(numerics);
        refunds.writeTo(numerics, today, ordered);
        numerics[CHANNELS.place()] = channels.total() == 0 ? Double.NaN : channels.distinct();
        numerics[MAIN_CHANNEL_SHARE.place()] = channels.favouriteShare();
        nominals[MAIN_CHANNEL.wordPlace()] = channels.favourite();
    }

    /** Of the amounts: sample standard deviation (Welford's way, exact for equal amounts) divided by the mean. */
    private double variation() {
        return orders < 2 || runningMean <= 0 ? Double.NaN : Math.sqrt(squaredDistances / (orders - 1)) / runningMean;
    }
}
