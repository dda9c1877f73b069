/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rfm;

import java.util.Objects;
import java.util.Optional;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.FeatureVectors;

/**
 * The segments of one matrix by its own quantiles: every contact is in exactly one, contacts without orders in Prospects. A pure
 * function of the features; reads the matrix once for the cut points.
 */
public final class RfmSegmentation {

    /** The kind of memberships that these segments are kept as. */
    public static final String KIND = "rfm";

    private final RfmCutPoints cutPoints;
    private final RfmScorer scorer;

    public RfmSegmentation(FeatureSchema schema, RfmCutPoints cutPoints) {
        this.cutPoints = Objects.requireNonNull(cutPoints);
        this.scorer = new RfmScorer(schema, cutPoints);
    }

    /** With the cut points of the customers in this matrix. */
    public static RfmSegmentation of(FeatureVectors vectors) {
        RfmValues values = new RfmValues(vectors.schema());
        vectors.forEach(values::add);
        return new RfmSegmentation(vectors.schema(), values.cutPoints());
    }

    public RfmCutPoints cutPoints() {
        return cutPoints;
    }

    /** Empty for contacts without orders. */
    public Optional<RfmScore> scoreOf(FeatureVector vector) {
        return scorer.score(vector);
    }

    public RfmSegment segmentOf(FeatureVector vector) {
        return scorer.score(vector).map(RfmGrid::segmentOf).orElse(RfmSegment.PROSPECTS);
    }

    public String keyOf(FeatureVector vector) {
        return segmentOf(vector).key();
    }
}
