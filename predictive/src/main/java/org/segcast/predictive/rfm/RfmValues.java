/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rfm;

import java.util.Arrays;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.PurchaseFeature;

/** Gathers the three values of all customers, without boxes: the quantiles need them all. */
final class RfmValues {

    private final int ranks;
    private final int ordersIndex;
    private final int recencyIndex;
    private final int frequencyIndex;
    private final int monetaryIndex;
    private double[] recency = new double[1024];
    private double[] frequency = new double[1024];
    private double[] monetary = new double[1024];
    private int count;

    RfmValues(FeatureSchema schema, RfmSettings settings) {
        this.ranks = settings.ranks();
        this.ordersIndex = schema.numericIndex(settings.orders().measure(PurchaseFeature.ORDER_COUNT));
        this.recencyIndex = schema.numericIndex(settings.orders().measure(PurchaseFeature.DAYS_SINCE_LAST_ORDER));
        this.frequencyIndex = schema.numericIndex(
                settings.orders().measure(settings.frequency().orders()));
        this.monetaryIndex = schema.numericIndex(
                settings.orders().measure(settings.monetary().spent()));
    }

    void add(FeatureVector vector) {
        if (vector.numeric(ordersIndex) == 0) {
            return;
        }
        if (count == recency.length) {
            recency = Arrays.copyOf(recency, count * 2);
            frequency = Arrays.copyOf(frequency, count * 2);
            monetary = Arrays.copyOf(monetary, count * 2);
        }
        recency[count] = vector.numeric(recencyIndex);
        frequency[count] = vector.numeric(frequencyIndex);
        monetary[count++] = vector.numeric(monetaryIndex);
    }

    RfmCutPoints cutPoints() {
        return RfmCutPoints.of(
                ranks, Arrays.copyOf(recency, count), Arrays.copyOf(frequency, count), Arrays.copyOf(monetary, count));
    }
}
