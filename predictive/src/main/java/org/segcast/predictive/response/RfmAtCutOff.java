/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response;

import java.util.List;
import java.util.function.Function;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.FeatureVectors;
import org.segcast.predictive.rfm.RfmSegmentation;
import org.segcast.predictive.rfm.RfmSettings;

/** RFM segments by each cut-off's own quantiles, or by thresholds: what the segment would have been on that day. */
public final class RfmAtCutOff implements Segmentation {
    private final RfmSettings settings;

    public RfmAtCutOff() {
        this(RfmSettings.USUAL);
    }

    public RfmAtCutOff(RfmSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Scope> segments() {
        return settings.grid().segments().stream()
                .map(segment -> new Scope(segment.key(), segment.label()))
                .toList();
    }

    @Override
    public Function<FeatureVector, String> fit(FeatureVectors customers) {
        return RfmSegmentation.of(customers, settings)::keyOf;
    }
}
