/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.feature;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All features of the stored matrix.
 *
 * @param asOf the last day that the features know of; empty before the first run
 * @param version of the features' meaning; 0 before the first run
 * @param features by group, in the dictionary's order
 */
public record DescribedFeatures(Optional<LocalDate> asOf, int version, long contacts, List<DescribedFeature> features) {

    public DescribedFeatures {
        features = List.copyOf(features);
    }

    static final DescribedFeatures NONE = new DescribedFeatures(Optional.empty(), 0, 0, List.of());

    /** Those that mention the text. */
    public List<DescribedFeature> mentioning(String text) {
        return features.stream().filter(feature -> feature.mentions(text)).toList();
    }
}
