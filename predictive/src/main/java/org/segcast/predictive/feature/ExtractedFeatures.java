/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Consumer;
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
        histories.forEach(asOf, history -> sink.accept(extractor.extract(history, asOf)));
    }
}
