/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import static org.segcast.predictive.feature.PurchaseDetail.*;
import static org.segcast.predictive.feature.PurchaseFeature.*;

import java.util.List;
import org.segcast.predictive.history.PurchaseLine;

/** What was in the orders that have lines. */
final class Basket {

    private final Tally products = new Tally();
    private final Tally categories = new Tally();
    private int orders;
    private int lines;
    private int mostLines;
    private double quantity;
    private double amount;

    void add(List<PurchaseLine> orderLines) {
        orders++;
        lines += orderLines.size();
        mostLines = Math.max(mostLines, orderLines.size());
        for (int i = 0; i < orderLines.size(); i++) {
            add(orderLines.get(i));
        }
    }

    private void add(PurchaseLine line) {
        quantity += line.quantity();
        amount += line.amount();
        if (!line.product().isEmpty()) {
            products.add(line.product());
        }
        if (!line.category().isEmpty()) {
            categories.add(line.category());
        }
    }

    void writeTo(double[] numerics, String[] nominals) {
        boolean none = orders == 0;
        boolean noCategory = categories.total() == 0;
        numerics[MEAN_BASKET_LINES.ordinal()] = none ? Double.NaN : (double) lines / orders;
        numerics[LARGEST_BASKET_LINES.place()] = none ? Double.NaN : mostLines;
        numerics[MEAN_BASKET_QUANTITY.ordinal()] = none ? Double.NaN : quantity / orders;
        numerics[MEAN_UNIT_PRICE.place()] = quantity > 0 ? amount / quantity : Double.NaN;
        numerics[DISTINCT_PRODUCTS.ordinal()] = none ? Double.NaN : products.distinct();
        numerics[DISTINCT_CATEGORIES.ordinal()] = none ? Double.NaN : categories.distinct();
        numerics[CATEGORY_ENTROPY.ordinal()] = noCategory ? Double.NaN : categories.entropy();
        numerics[FAVOURITE_CATEGORY_SHARE.ordinal()] = categories.favouriteShare();
        nominals[0] = categories.favourite();
        writeProducts(numerics, nominals);
    }

    private void writeProducts(double[] numerics, String[] nominals) {
        int known = products.total();
        numerics[PRODUCT_ENTROPY.place()] = known == 0 ? Double.NaN : products.entropy();
        numerics[FAVOURITE_PRODUCT_SHARE.place()] = products.favouriteShare();
        numerics[REPEAT_PRODUCT_SHARE.place()] =
                known == 0 ? Double.NaN : (double) (known - products.distinct()) / known;
        nominals[FAVOURITE_PRODUCT.wordPlace()] = products.favourite();
    }
}
