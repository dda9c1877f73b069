/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rfm;

import java.util.Arrays;
import java.util.Optional;
import org.segcast.predictive.feature.PurchaseFeature;

/** Over which orders frequency and money are counted. Recency has no window: it is the time since the last order of all. */
public enum RfmWindow {
    LIFETIME("lifetime", "all time", PurchaseFeature.ORDER_COUNT, PurchaseFeature.TOTAL_SPENT),
    YEAR("365", "the last 365 days", PurchaseFeature.ORDERS_365D, PurchaseFeature.SPENT_365D),
    QUARTER("90", "the last 90 days", PurchaseFeature.ORDERS_90D, PurchaseFeature.SPENT_90D);

    private final String key;
    private final String words;
    private final PurchaseFeature orders;
    private final PurchaseFeature spent;

    RfmWindow(String key, String words, PurchaseFeature orders, PurchaseFeature spent) {
        this.key = key;
        this.words = words;
        this.orders = orders;
        this.spent = spent;
    }

    public static Optional<RfmWindow> ofKey(String key) {
        return Arrays.stream(values()).filter(window -> window.key.equals(key)).findFirst();
    }

    public String key() {
        return key;
    }

    /** As in "orders of the last 90 days". */
    public String words() {
        return words;
    }

    PurchaseFeature orders() {
        return orders;
    }

    PurchaseFeature spent() {
        return spent;
    }
}
