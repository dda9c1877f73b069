/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.score;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureType;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.PurchaseFeature;

/** Finds a purchase feature's value in a vector; the places are looked up once per schema. */
final class KnownNumbers {

    private final Map<String, PurchaseFeature> byKey = new HashMap<>();
    private final int[] places = new int[PurchaseFeature.values().length];

    KnownNumbers(FeatureSchema schema) {
        for (PurchaseFeature feature : PurchaseFeature.values()) {
            byKey.put(feature.key(), feature);
            places[feature.ordinal()] = feature.feature().type() == FeatureType.NUMERIC
                    ? schema.numericIndex(feature.key())
                    : schema.nominalIndex(feature.key());
        }
    }

    Optional<PurchaseFeature> named(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    double number(PurchaseFeature feature, FeatureVector vector) {
        return vector.numeric(places[feature.ordinal()]);
    }

    String word(PurchaseFeature feature, FeatureVector vector) {
        return vector.nominal(places[feature.ordinal()]);
    }
}
