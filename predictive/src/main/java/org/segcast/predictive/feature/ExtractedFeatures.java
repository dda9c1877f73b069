/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.segcast.predictive.history.Purchase;
import org.segcast.predictive.history.PurchaseHistories;

/** The features of all profiled contacts as of a date, computed anew in one ordered pass each time they are read. */
public record ExtractedFeatures(PurchaseHistories histories, FeatureExtractor extractor, LocalDate asOf)
        implements FeatureVectors {

    public ExtractedFeatures {
        Objects.requireNonNull(histories);
        Objects.requireNonNull(extractor);
        Objects.requireNonNull(asOf);
    }

    @Override
    public FeatureSchema schema() {
        return extractor.schema();
    }

    @Override
    public void forEach(Consumer<FeatureVector> sink) {
        forEach((vector, purchases) -> sink.accept(vector));
    }

    /** Each with the purchases that it comes from. */
    public void forEach(BiConsumer<FeatureVector, List<Purchase>> sink) {
        histories.forEach(asOf, history -> sink.accept(extractor.extract(history, asOf), history.purchases()));
    }
}
