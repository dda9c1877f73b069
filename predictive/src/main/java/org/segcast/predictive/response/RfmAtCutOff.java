/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.FeatureVectors;
import org.segcast.predictive.rfm.RfmSegment;
import org.segcast.predictive.rfm.RfmSegmentation;

/** RFM segments by each cut-off's own quantiles: what the segment would have been on that day. */
public final class RfmAtCutOff implements Segmentation {

    @Override
    public List<Scope> segments() {
        return Arrays.stream(RfmSegment.values())
                .filter(segment -> segment != RfmSegment.PROSPECTS)
                .map(segment -> new Scope(segment.key(), segment.label()))
                .toList();
    }

    @Override
    public Function<FeatureVector, String> fit(FeatureVectors customers) {
        return RfmSegmentation.of(customers)::keyOf;
    }
}
