/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Vectors by hand: what is not named is zero, or missing where it is a word. */
public final class VectorFixture {

    private VectorFixture() {}

    public static FeatureVector vector(FeatureSchema schema, String contactId, Map<String, Object> values) {
        double[] numerics = new double[schema.ofType(FeatureType.NUMERIC).size()];
        String[] nominals = new String[schema.ofType(FeatureType.NOMINAL).size()];
        Arrays.fill(nominals, "");
        values.forEach((name, value) -> {
            if (value instanceof String word) {
                nominals[schema.nominalIndex(name)] = word;
            } else {
                numerics[schema.numericIndex(name)] = ((Number) value).doubleValue();
            }
        });
        return new FeatureVector(schema, contactId, numerics, nominals);
    }

    public static FeatureVectors matrix(FeatureSchema schema, List<FeatureVector> vectors) {
        return new FeatureVectors() {
            @Override
            public FeatureSchema schema() {
                return schema;
            }

            @Override
            public void forEach(Consumer<FeatureVector> sink) {
                vectors.forEach(sink);
            }
        };
    }
}
