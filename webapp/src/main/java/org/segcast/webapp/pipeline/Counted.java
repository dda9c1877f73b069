/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.FeatureVectors;

/** A matrix that tells how many rows were read, now and then. */
record Counted(FeatureVectors vectors, LongConsumer told) implements FeatureVectors {
    private static final long BETWEEN = 500;

    @Override
    public FeatureSchema schema() {
        return vectors.schema();
    }

    @Override
    public void forEach(Consumer<FeatureVector> sink) {
        long[] read = {0};
        vectors.forEach(vector -> {
            sink.accept(vector);
            if (++read[0] % BETWEEN == 0) {
                told.accept(read[0]);
            }
        });
    }
}
