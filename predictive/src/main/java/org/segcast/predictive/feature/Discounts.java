/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import static org.segcast.predictive.feature.PurchaseDetail.*;

import java.util.List;
import org.segcast.predictive.history.PurchaseLine;

/** What was taken off the list price in the orders that have lines: by percent on a line, or by a line of its own below zero, such as a voucher. */
final class Discounts {

    private static final double ALL = 100;

    private int orders;
    private int discounted;
    private double listed;
    private double spared;

    void add(List<PurchaseLine> lines) {
        boolean some = false;
        for (int i = 0; i < lines.size(); i++) {
            some |= add(lines.get(i));
        }
        orders++;
        discounted += some ? 1 : 0;
    }

    /** What came back, with a quantity below zero, is no discount; of what was given away the list price is not known. */
    private boolean add(PurchaseLine line) {
        double amount = line.amount();
        if (amount < 0) {
            boolean reduces = line.quantity() > 0;
            spared -= reduces ? amount : 0;
            return reduces;
        }
        double list = line.discount() < ALL ? amount / (1 - line.discount() / ALL) : 0;
        listed += list;
        spared += line.discount() < ALL ? list - amount : 0;
        return line.discount() > 0;
    }

    void writeTo(double[] numerics) {
        numerics[DISCOUNT_ORDER_SHARE.place()] = orders == 0 ? Double.NaN : (double) discounted / orders;
        numerics[MEAN_DISCOUNT.place()] = listed > 0 ? Math.min(1, spared / listed) : Double.NaN;
    }
}
