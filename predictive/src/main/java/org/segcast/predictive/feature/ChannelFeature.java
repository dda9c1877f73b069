/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What RFM measures, of one channel's orders and refunds alone: at the till, or of sales for all other known channels. Named and defined as the measure of all orders with
 * the channel before it. Models do not learn from these and portraits leave them out: they tell the same purchases once more.
 */
public final class ChannelFeature {
    public static final String SALES = "sales";
    public static final String TILL = "till";

    static final List<String> CHANNELS = List.of(SALES, TILL);
    /** The order in which {@link MeasuredOrders} writes them. */
    static final List<PurchaseFeature> MEASURES = List.of(
            PurchaseFeature.DAYS_SINCE_LAST_ORDER,
            PurchaseFeature.ORDER_COUNT,
            PurchaseFeature.ORDERS_365D,
            PurchaseFeature.ORDERS_90D,
            PurchaseFeature.TOTAL_SPENT,
            PurchaseFeature.SPENT_365D,
            PurchaseFeature.SPENT_90D);

    private static final List<Feature> ALL = features();
    private static final Set<String> NAMES = ALL.stream().map(Feature::name).collect(Collectors.toUnmodifiableSet());

    private ChannelFeature() {}

    /** In the order of the matrix: all measures of a channel, then those of the next. */
    static List<Feature> all() {
        return ALL;
    }

    public static String name(String channel, PurchaseFeature measure) {
        return channel + "_" + measure.key();
    }

    static boolean isNamed(String feature) {
        return NAMES.contains(feature);
    }

    private static List<Feature> features() {
        List<Feature> features = new ArrayList<>();
        for (String channel : CHANNELS) {
            String where = channel.equals(TILL) ? "At the till alone: " : "Of sales without the till: ";
            for (PurchaseFeature measure : MEASURES) {
                features.add(measure.feature().of(name(channel, measure), where));
            }
        }
        return List.copyOf(features);
    }
}
