/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.segcast.predictive.feature.FeatureSchema;

/** Examples of one schema, in an order that depends on the histories only: cut-off by cut-off, contacts ascending. */
public record Dataset(FeatureSchema schema, List<Example> examples) {

    public Dataset {
        Objects.requireNonNull(schema);
        examples = List.copyOf(examples);
        examples.forEach(example -> schema.require(example.features().schema()));
    }

    public int size() {
        return examples.size();
    }

    public int responders() {
        return (int) examples.stream().filter(Example::responded).count();
    }

    /** Share of responders; NaN without examples. */
    public double baseRate() {
        return (double) responders() / size();
    }

    public Dataset ofSegment(String segment) {
        return new Dataset(
                schema,
                examples.stream()
                        .filter(example -> example.segment().equals(segment))
                        .toList());
    }

    public Dataset plus(Dataset other) {
        return new Dataset(
                schema,
                Stream.concat(examples.stream(), other.examples.stream()).toList());
    }

    /** Ascending. */
    public List<LocalDate> cutOffs() {
        return examples.stream().map(Example::cutOff).distinct().sorted().toList();
    }

    public boolean[] outcomes() {
        boolean[] outcomes = new boolean[examples.size()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = examples.get(i).responded();
        }
        return outcomes;
    }
}
