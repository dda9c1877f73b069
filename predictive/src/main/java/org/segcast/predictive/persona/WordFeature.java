/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.persona;

import java.util.List;
import java.util.Objects;
import org.segcast.predictive.feature.Feature;

/** A word feature with its most frequent words. */
public record WordFeature(Feature feature, List<WordShares> words) {

    public WordFeature {
        Objects.requireNonNull(feature);
        words = List.copyOf(words);
    }
}
