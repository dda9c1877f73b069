/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rfm;

import java.util.Objects;
import java.util.Optional;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVector;

/** Ranks one contact's features by given cut points; contacts without orders have no ranks. */
public final class RfmScorer {

    private final RfmCutPoints cutPoints;
    private final RfmMeasures measures;

    public RfmScorer(FeatureSchema schema, RfmSettings settings, RfmCutPoints cutPoints) {
        this.cutPoints = Objects.requireNonNull(cutPoints);
        this.measures = new RfmMeasures(schema, settings);
    }

    public Optional<RfmScore> score(FeatureVector vector) {
        return measures.ranks(vector)
                ? Optional.of(cutPoints.score(
                        measures.recency(vector), measures.frequency(vector), measures.monetary(vector)))
                : Optional.empty();
    }
}
