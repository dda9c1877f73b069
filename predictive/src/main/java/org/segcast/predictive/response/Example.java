/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response;

import java.time.LocalDate;
import java.util.Objects;
import org.segcast.predictive.feature.FeatureVector;

/** One customer at one cut-off: what was known then, the segment by that day's own ranks, and whether an order followed. */
public record Example(FeatureVector features, LocalDate cutOff, String segment, boolean responded) {

    public Example {
        Objects.requireNonNull(features);
        Objects.requireNonNull(cutOff);
        Objects.requireNonNull(segment);
    }
}
