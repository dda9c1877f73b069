/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.evaluation;

import java.util.function.ToDoubleFunction;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.PurchaseFeature;

/** What one does without a model: sort by a column. */
public enum SimpleRule {
    MOST_RECENT("most recent order first") {
        @Override
        ToDoubleFunction<FeatureVector> ranking(FeatureSchema schema) {
            int days = schema.numericIndex(PurchaseFeature.DAYS_SINCE_LAST_ORDER.key());
            return vector -> -vector.numeric(days);
        }
    },
    /** The more recent ones first among equals. */
    MOST_ORDERS("most orders in the last 365 days first") {
        @Override
        ToDoubleFunction<FeatureVector> ranking(FeatureSchema schema) {
            int orders = schema.numericIndex(PurchaseFeature.ORDERS_365D.key());
            int days = schema.numericIndex(PurchaseFeature.DAYS_SINCE_LAST_ORDER.key());
            return vector -> vector.numeric(orders) - vector.numeric(days) / 1e6;
        }
    };

    private final String label;

    SimpleRule(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Gives higher numbers to who comes first. */
    abstract ToDoubleFunction<FeatureVector> ranking(FeatureSchema schema);
}
