/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import static org.segcast.predictive.feature.PurchaseDetail.*;

/** Money given back, oldest first. */
final class Refunds {

    private int count;
    private double refunded;
    private long lastDay;

    void add(long day, double amount) {
        count++;
        refunded -= amount;
        lastDay = day;
    }

    /** @param ordered amount of all orders, before refunds */
    void writeTo(double[] numerics, long today, double ordered) {
        numerics[REFUNDS.place()] = count;
        numerics[REFUNDED.place()] = refunded;
        numerics[REFUND_SHARE.place()] = ordered > 0 ? refunded / ordered : Double.NaN;
        numerics[DAYS_SINCE_LAST_REFUND.place()] = count == 0 ? Double.NaN : today - lastDay;
    }
}
