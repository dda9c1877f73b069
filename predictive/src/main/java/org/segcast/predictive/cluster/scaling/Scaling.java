/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.cluster.scaling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.segcast.predictive.cluster.partition.Points;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVector;

/** How features become coordinates. */
public record Scaling(List<ScaledFeature> features) {

    public Scaling {
        features = List.copyOf(features);
    }

    /** How many coordinates there are. */
    public int width() {
        return features.stream().mapToInt(ScaledFeature::width).sum();
    }

    /** Where each feature's value stands in vectors of the schema. */
    public int[] indexes(FeatureSchema schema) {
        return features.stream().mapToInt(feature -> feature.index(schema)).toArray();
    }

    /** @param indexes those of the vector's schema */
    public void write(FeatureVector vector, int[] indexes, double[] point, int from) {
        int at = from;
        for (int i = 0; i < indexes.length; i++) {
            ScaledFeature feature = features.get(i);
            feature.write(vector, indexes[i], point, at);
            at += feature.width();
        }
    }

    public Points points(List<FeatureVector> vectors, FeatureSchema schema) {
        int[] indexes = indexes(schema);
        int width = width();
        double[] values = new double[vectors.size() * width];
        for (int i = 0; i < vectors.size(); i++) {
            write(vectors.get(i), indexes, values, i * width);
        }
        return new Points(values, width);
    }

    /** The names of features that a schema has no more, or has as another type. */
    public List<String> missingIn(FeatureSchema schema) {
        List<String> missing = new ArrayList<>();
        for (ScaledFeature feature : features) {
            boolean there = schema.features().stream()
                    .anyMatch(known ->
                            known.name().equals(feature.feature()) && known.type() == ScalingFit.typeOf(feature));
            if (!there) {
                missing.add(feature.feature());
            }
        }
        return missing;
    }

    /** A part of a point: the coordinates of the feature at that place. */
    public double[] coordinates(int place, double[] point) {
        int from = features.subList(0, place).stream()
                .mapToInt(ScaledFeature::width)
                .sum();
        return Arrays.copyOfRange(point, from, from + features.get(place).width());
    }
}
