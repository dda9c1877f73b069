/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rfm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.feature.ChannelFeature;
import org.segcast.predictive.feature.CurrencyFeature;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureType;
import org.segcast.predictive.feature.PurchaseFeature;

/**
 * Which orders recency, frequency and money are of. Whoever has none of them is in Prospects.
 *
 * @param key {@code all}, {@code sales}, {@code till}, or the code of the currency that they were agreed on in
 */
public record RfmOrders(String key) {
    public static final RfmOrders ALL = new RfmOrders("all");
    public static final RfmOrders SALES = new RfmOrders(ChannelFeature.SALES);
    public static final RfmOrders TILL = new RfmOrders(ChannelFeature.TILL);

    private static final List<RfmOrders> ALWAYS = List.of(ALL, SALES, TILL);

    public RfmOrders {
        SegcastException.require(
                CurrencyFeature.isCode(key)
                        || List.of("all", ChannelFeature.SALES, ChannelFeature.TILL)
                                .contains(key),
                "orders must be all, sales, till or a currency, found '" + key + "'");
    }

    /** Those that a matrix measures: currencies only where it has several. */
    public static List<RfmOrders> choices(FeatureSchema schema) {
        List<RfmOrders> choices = new ArrayList<>(ALWAYS);
        CurrencyFeature.codesIn(schema).forEach(code -> choices.add(new RfmOrders(code)));
        return choices;
    }

    public static Optional<RfmOrders> ofKey(String key) {
        return CurrencyFeature.isCode(key)
                ? Optional.of(new RfmOrders(key))
                : ALWAYS.stream().filter(orders -> orders.key.equals(key)).findFirst();
    }

    /** As in a list of choices. */
    public String words() {
        return switch (key) {
            case "all" -> "all channels and currencies";
            case ChannelFeature.SALES -> "sales, without the till";
            case ChannelFeature.TILL -> "the till only";
            default -> "only in " + key;
        };
    }

    public boolean areIn(FeatureSchema schema) {
        return schema.has(measure(PurchaseFeature.ORDER_COUNT), FeatureType.NUMERIC);
    }

    /** The name of a measure of these orders. */
    String measure(PurchaseFeature ofAll) {
        if (this.equals(ALL)) {
            return ofAll.key();
        }
        return CurrencyFeature.isCode(key) ? CurrencyFeature.name(key, ofAll) : ChannelFeature.name(key, ofAll);
    }
}
