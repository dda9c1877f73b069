/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison;

import java.util.ArrayList;
import java.util.List;

/**
 * What is expected of a customer is learnt from the other half of the customers: else a segment of one would be judged by how well it remembers this one. Halves go by the
 * customers' places in the order of their ids.
 */
final class Halves {

    private final List<List<String>> segments = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private final List<List<CutOff.Outcome>> outcomes =
            List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private final List<Credibility> responses = new ArrayList<>();
    private final List<Credibility> revenues = new ArrayList<>();

    void add(CutOff cutOff, List<String> keys, int[] ids) {
        for (int i = 0; i < ids.length; i++) {
            for (int half : new int[] {ids[i] % 2, 2}) {
                segments.get(half).add(keys.get(i));
                outcomes.get(half).add(cutOff.outcomes().get(i));
            }
        }
    }

    Credibility response(int id) {
        learn();
        return responses.get(1 - id % 2);
    }

    Credibility revenue(int id) {
        learn();
        return revenues.get(1 - id % 2);
    }

    /** Response rates of all customers together. */
    Credibility whole() {
        learn();
        return responses.get(2);
    }

    int segments() {
        return whole().segments();
    }

    private void learn() {
        for (int half = responses.size(); half < segments.size(); half++) {
            responses.add(new Credibility(
                    segments.get(half),
                    outcomes.get(half).stream()
                            .mapToDouble(outcome -> outcome.responded() ? 1 : 0)
                            .toArray()));
            revenues.add(new Credibility(
                    segments.get(half),
                    outcomes.get(half).stream()
                            .mapToDouble(CutOff.Outcome::revenue)
                            .toArray()));
        }
    }
}
