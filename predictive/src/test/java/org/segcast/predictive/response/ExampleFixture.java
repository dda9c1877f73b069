/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.segcast.predictive.feature.FeatureExtractor;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.VectorFixture;

/** Examples by hand: responders ordered lately, others long ago, with some of each between. */
public final class ExampleFixture {

    public static final FeatureSchema SCHEMA = new FeatureExtractor(List.of()).schema();
    public static final LocalDate AS_OF = LocalDate.of(2025, 6, 30);

    private ExampleFixture() {}

    public static Example example(String id, Map<String, Object> values, LocalDate cutOff, boolean responded) {
        return new Example(VectorFixture.vector(SCHEMA, id, values), cutOff, "loyal", responded);
    }

    public static Dataset dataset(LocalDate cutOff, int responders, int others) {
        List<Example> examples = new ArrayList<>();
        IntStream.range(0, responders + others).forEach(i -> {
            boolean responded = i < responders;
            int days = responded ? 5 + i * 37 % 120 : 20 + i * 53 % 300;
            Map<String, Object> values = Map.of(
                    "days_since_last_order",
                    days,
                    "order_count",
                    1 + i % 7,
                    "orders_365d",
                    i % 5,
                    "total_spent",
                    i * 11 % 500);
            examples.add(example("c%05d".formatted(i), values, cutOff, responded));
        });
        return new Dataset(SCHEMA, examples);
    }

    /** With one training cut-off. */
    public static Snapshots snapshots(Dataset training, Dataset test) {
        ObservationPlan plan = ObservationPlan.of(AS_OF, Objective.REORDER_60);
        return new Snapshots(plan, List.of(new Scope("loyal", "Loyal")), training, test, 900);
    }

    public static LocalDate trainingCutOff() {
        return AS_OF.minusDays(120);
    }

    public static LocalDate testCutOff() {
        return AS_OF.minusDays(60);
    }

    public static FeatureVector vector(String id, Map<String, Object> values) {
        return VectorFixture.vector(SCHEMA, id, values);
    }
}
