/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison.candidate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureType;
import org.segcast.predictive.rfm.RfmSettings;

/** The segmentations that can be made of a schema: none, RFM, each word, bands of each number, and RFM combined with each word. */
public final class Candidates {

    private Candidates() {}

    public static List<Candidate> of(FeatureSchema schema, RfmSettings settings) {
        Candidate rfm = new RfmCandidate(settings);
        List<Candidate> words = learnable(schema, FeatureType.NOMINAL).stream()
                .<Candidate>map(WordCandidate::new)
                .toList();
        List<Candidate> all = new ArrayList<>(List.of(new OneForAll(), rfm));
        all.addAll(words);
        learnable(schema, FeatureType.NUMERIC).forEach(feature -> all.add(new BandCandidate(feature)));
        words.forEach(word -> all.add(new PairCandidate(rfm, word)));
        return List.copyOf(all);
    }

    /** A field of the CRM that a measure was made of goes by the same name and would compete with itself: the measure is enough. */
    private static List<Feature> learnable(FeatureSchema schema, FeatureType type) {
        List<Feature> learnable =
                schema.ofType(type).stream().filter(Feature::canBeLearnt).toList();
        Set<String> measures = learnable.stream()
                .filter(feature -> !feature.isAttribute())
                .map(FeatureNames::of)
                .collect(Collectors.toSet());
        return learnable.stream()
                .filter(feature -> !feature.isAttribute() || !measures.contains(FeatureNames.of(feature)))
                .toList();
    }
}
