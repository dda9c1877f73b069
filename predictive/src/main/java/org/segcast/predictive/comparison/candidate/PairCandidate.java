/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison.candidate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One segment for each combination of the segments of two others. */
public record PairCandidate(Candidate one, Candidate other) implements Candidate {

    private static final char BETWEEN = '\u001f';

    public PairCandidate {
        Objects.requireNonNull(one);
        Objects.requireNonNull(other);
    }

    @Override
    public String key() {
        return one.key() + "+" + other.key();
    }

    @Override
    public String name() {
        return one.name() + " × " + other.name();
    }

    @Override
    public CandidateKind kind() {
        return CandidateKind.PAIR;
    }

    @Override
    public Split learn(Population earlier) {
        Split left = one.learn(earlier);
        Split right = other.learn(earlier);
        return population -> joined(left.of(population), right.of(population));
    }

    private static List<String> joined(List<String> left, List<String> right) {
        List<String> keys = new ArrayList<>(left.size());
        for (int i = 0; i < left.size(); i++) {
            keys.add(left.get(i) + BETWEEN + right.get(i));
        }
        return keys;
    }
}
