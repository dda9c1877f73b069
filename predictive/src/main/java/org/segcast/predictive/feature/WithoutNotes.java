/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import java.util.function.Consumer;

/** A matrix without its words of notes: what models that learnt from earlier dates can be asked about. */
public final class WithoutNotes implements FeatureVectors {

    private final FeatureVectors all;
    private final FeatureSchema schema;
    private final int numbers;

    public WithoutNotes(FeatureVectors all) {
        this.all = all;
        this.schema = FeatureSchema.of(
                all.schema().version(),
                all.schema().features().stream()
                        .filter(feature -> !feature.isNote())
                        .toList());
        this.numbers = schema.ofType(FeatureType.NUMERIC).size();
    }

    @Override
    public FeatureSchema schema() {
        return schema;
    }

    /** They are the last among the numbers. */
    @Override
    public void forEach(Consumer<FeatureVector> sink) {
        all.forEach(vector -> sink.accept(vector.shortened(schema, numbers)));
    }
}
