/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import static org.segcast.predictive.feature.PurchaseFeature.*;

import java.util.List;
import org.segcast.predictive.history.Purchase;
import org.segcast.predictive.history.PurchaseLine;

/** The running sums of one history, purchase by purchase, oldest first, refunds in the money alone; stops before the first one dated after as-of. */
final class PurchasePass {

    private static final int YEAR = 365;
    private static final int SEASON_DAYS = 60;

    private final long today;
    private final Gaps gaps = new Gaps();
    private final Basket basket = new Basket();
    private int orders;
    private int orders365;
    private int orders180;
    private int orders90;
    private int orders30;
    private int ordersSeasonLastYear;
    private double ordered;
    private double spent;
    private double spent365;
    private double spent180;
    private double spentBefore180;
    private double spent90;
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
            addMoney(today - day, purchase.amount());
            if (!purchase.refund()) {
                addOrder(day, purchase.amount(), purchase.lines());
            }
        }
    }

    private void addOrder(long day, double amount, List<PurchaseLine> lines) {
        orders++;
        ordered += amount;
        lastValue = amount;
        gaps.add(day);
        countInWindows(today - day);
        if (!lines.isEmpty()) {
            basket.add(lines);
        }
    }

    private void addMoney(long age, double amount) {
        spent += amount;
        if (age < YEAR) {
            spent365 += amount;
        }
        if (age < 180) {
            spent180 += amount;
        } else if (age < 360) {
            spentBefore180 += amount;
        }
        if (age < 90) {
            spent90 += amount;
        }
    }

    private void countInWindows(long age) {
        orders365 += age < YEAR ? 1 : 0;
        ordersSeasonLastYear += age < YEAR && age >= YEAR - SEASON_DAYS ? 1 : 0;
        orders180 += age < 180 ? 1 : 0;
        orders90 += age < 90 ? 1 : 0;
        orders30 += age < 30 ? 1 : 0;
    }

    void writeTo(double[] numerics, String[] nominals) {
        boolean none = orders == 0;
        numerics[DAYS_SINCE_LAST_ORDER.ordinal()] = none ? Double.NaN : today - gaps.lastDay();
        numerics[ORDER_COUNT.ordinal()] = orders;
        numerics[TOTAL_SPENT.ordinal()] = spent;
        numerics[TENURE_DAYS.ordinal()] = none ? Double.NaN : today - gaps.firstDay();
        numerics[MEAN_ORDER_VALUE.ordinal()] = none ? Double.NaN : ordered / orders;
        numerics[LAST_ORDER_VALUE.ordinal()] = none ? Double.NaN : lastValue;
        writeWindows(numerics);
        numerics[MEAN_GAP_DAYS.ordinal()] = gaps.mean();
        numerics[GAP_CV.ordinal()] = gaps.variation();
        numerics[OVERDUE_RATIO.ordinal()] = none ? Double.NaN : (today - gaps.lastDay()) / gaps.mean();
        basket.writeTo(numerics, nominals);
    }

    private void writeWindows(double[] numerics) {
        numerics[ORDERS_365D.ordinal()] = orders365;
        numerics[ORDERS_180D.ordinal()] = orders180;
        numerics[ORDERS_90D.ordinal()] = orders90;
        numerics[ORDERS_30D.ordinal()] = orders30;
        numerics[SPENT_365D.ordinal()] = spent365;
        numerics[SPENT_90D.ordinal()] = spent90;
        numerics[TREND.ordinal()] = trend();
        numerics[ORDERS_NEXT_60D_LAST_YEAR.ordinal()] = ordersSeasonLastYear;
    }

    private double trend() {
        double both = Math.max(0, spent180) + Math.max(0, spentBefore180);
        return both > 0 ? (Math.max(0, spent180) - Math.max(0, spentBefore180)) / both : Double.NaN;
    }
}
