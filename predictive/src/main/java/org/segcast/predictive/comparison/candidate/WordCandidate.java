/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison.candidate;

import java.util.Objects;
import org.segcast.predictive.feature.Feature;

/** One segment for each word of a nominal feature, and one for those who have none. */
public record WordCandidate(Feature feature) implements Candidate {

    public WordCandidate {
        Objects.requireNonNull(feature);
    }

    @Override
    public String key() {
        return "word-" + feature.name();
    }

    @Override
    public String name() {
        return FeatureNames.of(feature);
    }

    @Override
    public CandidateKind kind() {
        return CandidateKind.WORD;
    }

    @Override
    public Split learn(Population earlier) {
        int index = earlier.schema().nominalIndex(feature.name());
        return population -> population.customers().stream()
                .map(customer -> customer.features().nominal(index))
                .toList();
    }
}
