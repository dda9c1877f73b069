/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rfm;

import java.util.Objects;
import java.util.Optional;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.FeatureVectors;

/**
 * The segments of one matrix, by its own quantiles or by thresholds: every contact is in exactly one, contacts without orders in Prospects. A pure
 * function of the features; reads the matrix once for the quantiles.
 */
public final class RfmSegmentation {

    /** The kind of memberships that these segments are kept as. */
    public static final String KIND = "rfm";

    private final RfmGrid grid;
    private final RfmCutPoints cutPoints;
    private final RfmScorer scorer;

    private RfmSegmentation(FeatureSchema schema, RfmSettings settings, RfmCutPoints cutPoints) {
        this.grid = settings.grid();
        this.cutPoints = Objects.requireNonNull(cutPoints);
        this.scorer = new RfmScorer(schema, settings, cutPoints);
    }

    /** With the usual settings. */
    public static RfmSegmentation of(FeatureVectors vectors) {
        return of(vectors, RfmSettings.USUAL);
    }

    /** With the thresholds of the settings, else with the quantiles of the customers in this matrix. */
    public static RfmSegmentation of(FeatureVectors vectors, RfmSettings settings) {
        return new RfmSegmentation(
                vectors.schema(), settings, settings.thresholds().orElseGet(() -> quantiles(vectors, settings)));
    }

    private static RfmCutPoints quantiles(FeatureVectors vectors, RfmSettings settings) {
        RfmValues values = new RfmValues(vectors.schema(), settings);
        vectors.forEach(values::add);
        return values.cutPoints();
    }

    public RfmCutPoints cutPoints() {
        return cutPoints;
    }

    /** Empty for contacts without orders. */
    public Optional<RfmScore> scoreOf(FeatureVector vector) {
        return scorer.score(vector);
    }

    public RfmSegment segmentOf(FeatureVector vector) {
        return scorer.score(vector).map(grid::segmentOf).orElse(RfmSegment.PROSPECTS);
    }

    public String keyOf(FeatureVector vector) {
        return segmentOf(vector).key();
    }
}
