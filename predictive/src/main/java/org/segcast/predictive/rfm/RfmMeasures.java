/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rfm;

import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.PurchaseFeature;

/** Reads what settings rank customers by. Where the matrix does not measure their orders, nobody has any. */
final class RfmMeasures {
    private static final int NOWHERE = -1;

    private final int orders;
    private final int recency;
    private final int frequency;
    private final int monetary;

    RfmMeasures(FeatureSchema schema, RfmSettings settings) {
        RfmOrders which = settings.orders();
        boolean measured = which.areIn(schema);
        this.orders = measured ? schema.numericIndex(which.measure(PurchaseFeature.ORDER_COUNT)) : NOWHERE;
        this.recency = measured ? schema.numericIndex(which.measure(PurchaseFeature.DAYS_SINCE_LAST_ORDER)) : NOWHERE;
        this.frequency = measured
                ? schema.numericIndex(which.measure(settings.frequency().orders()))
                : NOWHERE;
        this.monetary =
                measured ? schema.numericIndex(which.measure(settings.monetary().spent())) : NOWHERE;
    }

    boolean ranks(FeatureVector vector) {
        return orders != NOWHERE && vector.numeric(orders) > 0;
    }

    double recency(FeatureVector vector) {
        return vector.numeric(recency);
    }

    double frequency(FeatureVector vector) {
        return vector.numeric(frequency);
    }

    double monetary(FeatureVector vector) {
        return vector.numeric(monetary);
    }
}
