/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.segcast.predictive.history.AttributeDefinition;
import org.segcast.predictive.history.PurchaseHistory;

/**
 * Features of one history as of a date, in one pass over its purchases; nothing dated after as-of has any influence. Holds no state
 * between calls: safe for any number of threads.
 */
public final class FeatureExtractor {

    /** Raise it when a feature's definition changes under the same name. */
    private static final int VERSION = 1;

    private final FeatureSchema schema;
    private final AttributeFeatures attributes;
    private final int numericCount;
    private final int nominalCount;

    public FeatureExtractor(List<AttributeDefinition> definitions) {
        this.attributes = new AttributeFeatures(definitions);
        this.schema = FeatureSchema.of(VERSION, features(attributes));
        this.numericCount = PurchaseFeature.numericCount() + attributes.numberCount();
        this.nominalCount = 1 + attributes.wordCount();
    }

    /** The matrix's features: purchases' numbers, attributes' numbers, purchases' words, attributes' words. */
    public FeatureSchema schema() {
        return schema;
    }

    public FeatureVector extract(PurchaseHistory history, LocalDate asOf) {
        PurchasePass pass = new PurchasePass(asOf.toEpochDay());
        pass.addAll(history.purchases());
        double[] numerics = new double[numericCount];
        String[] nominals = new String[nominalCount];
        pass.writeTo(numerics, nominals);
        attributes.writeTo(history.contact(), asOf, numerics, PurchaseFeature.numericCount(), nominals);
        return new FeatureVector(schema, history.contact().id(), numerics, nominals);
    }

    private static List<Feature> features(AttributeFeatures attributes) {
        List<Feature> features = new ArrayList<>();
        Arrays.stream(PurchaseFeature.values())
                .limit(PurchaseFeature.numericCount())
                .forEach(known -> features.add(known.feature()));
        features.addAll(attributes.numberFeatures());
        features.add(PurchaseFeature.FAVOURITE_CATEGORY.feature());
        features.addAll(attributes.wordFeatures());
        return features;
    }
}
