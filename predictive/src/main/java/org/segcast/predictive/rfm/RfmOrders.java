/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rfm;

import java.util.Arrays;
import java.util.Optional;
import org.segcast.predictive.feature.ChannelFeature;
import org.segcast.predictive.feature.PurchaseFeature;

/** Which orders recency, frequency and money are of. Whoever has none of them is in Prospects. */
public enum RfmOrders {
    ALL("all", "all channels"),
    SALES(ChannelFeature.SALES, "sales, without the till"),
    TILL(ChannelFeature.TILL, "the till only");

    private final String key;
    private final String words;

    RfmOrders(String key, String words) {
        this.key = key;
        this.words = words;
    }

    public static Optional<RfmOrders> ofKey(String key) {
        return Arrays.stream(values()).filter(orders -> orders.key.equals(key)).findFirst();
    }

    public String key() {
        return key;
    }

    /** The channel, as in a list of choices. */
    public String words() {
        return words;
    }

    /** The name of a measure of these orders. */
    String measure(PurchaseFeature ofAll) {
        return this == ALL ? ofAll.key() : ChannelFeature.name(key, ofAll);
    }
}
