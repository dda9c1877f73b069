/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.cluster;

import static org.junit.jupiter.api.Assertions.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.cluster.partition.KMeans;
import org.segcast.predictive.cluster.scaling.LeftOut;
import org.segcast.predictive.feature.FeatureExtractor;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.VectorFixture;

class ClusterSearchTest {
    private static final List<String> FEATURES = List.of("order_count", "total_spent", "days_since_last_order");
    private static final long SEED = 11;

    private final FeatureSchema schema = new FeatureExtractor(List.of()).schema();
    private final Random random = new Random(SEED);

    @Test
    void three_kinds_of_customers_are_three_clusters_and_everybody_is_placed() {
        List<FeatureVector> customers = threeKinds();
        ClusterFinding.Found found = found(customers);
        assertEquals(3, found.chosen().clusters());
        assertTrue(found.chosen().stability() > 0.99, found::toString);
        assertEquals(9, found.trials().size());
        ClusterModel.Placing placing = found.model().on(schema);
        for (int kind = 0; kind < 3; kind++) {
            int first = placing.place(customers.get(kind * 100)).orElseThrow().cluster();
            for (int i = 0; i < 100; i++) {
                assertEquals(
                        first,
                        placing.place(customers.get(kind * 100 + i))
                                .orElseThrow()
                                .cluster());
            }
        }
    }

    @Test
    void who_is_far_from_all_has_no_good_fit_and_who_never_ordered_has_no_place() {
        ClusterModel model = found(threeKinds()).model();
        ClusterModel.Placing placing = model.on(schema);
        Placement usual = placing.place(customer("x", 3, 100, 20)).orElseThrow();
        assertTrue(usual.goodFit());
        assertTrue(usual.confidence() > 0.5);
        Placement strange = placing.place(customer("y", 40, 100, 900)).orElseThrow();
        assertFalse(strange.goodFit());
        assertTrue(placing.place(customer("z", 0, 0, 0)).isEmpty());
    }

    @Test
    void noise_is_refused_with_its_figures() {
        List<FeatureVector> noise = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            noise.add(customer("c" + i, 1 + random.nextInt(50), 10 * random.nextInt(200), random.nextInt(700)));
        }
        ClusterFinding.Refused refused = assertInstanceOf(ClusterFinding.Refused.class, search(noise, FEATURES));
        assertTrue(refused.message().contains("no clusters that could be told from chance"), refused.message());
        assertEquals(9, refused.trials().size());
    }

    @Test
    void too_few_customers_and_features_that_tell_nobody_apart_are_refused() {
        List<FeatureVector> few = threeKinds().subList(0, 99);
        assertTrue(message(search(few, FEATURES)).contains("99 have ordered; we need at least 100"));
        assertTrue(message(search(List.of(customer("one", 1, 1, 1)), FEATURES)).contains("1 have ordered"));
        assertTrue(message(search(List.of(), FEATURES)).contains("0 have ordered"));
        List<FeatureVector> same = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            same.add(customer("c" + i, 2, 50, 30));
        }
        ClusterFinding constant = search(same, FEATURES);
        assertTrue(message(constant).contains("None of the 3 chosen features"), message(constant));
        assertEquals(
                FEATURES.stream().sorted().toList(),
                constant.leftOut().stream().map(LeftOut::feature).sorted().toList());
    }

    @Test
    void a_few_missing_values_change_no_cluster_and_whoever_lacks_them_is_placed_all_the_same() {
        ClusterFinding.Found found = found(withGaps(3));
        assertEquals(3, found.chosen().clusters());
        assertEquals(List.of(), found.leftOut());
        withGaps(3)
                .forEach(customer -> assertTrue(Double.isFinite(
                        found.model().on(schema).place(customer).orElseThrow().confidence())));
    }

    @Test
    void a_feature_that_many_lack_is_left_out_for_it_would_make_them_a_cluster() {
        ClusterFinding finding = search(withGaps(30), FEATURES);
        assertEquals(
                List.of("days_since_last_order", "total_spent"),
                finding.leftOut().stream().map(LeftOut::feature).sorted().toList());
        assertTrue(finding.leftOut().get(0).reason().contains("270 of 300"), finding::toString);
    }

    /** As many of the three kinds are known by their orders alone. */
    private List<FeatureVector> withGaps(int gaps) {
        List<FeatureVector> customers = threeKinds();
        for (int i = 0; i < gaps; i++) {
            Map<String, Object> known =
                    Map.of("order_count", 3, "total_spent", Double.NaN, "days_since_last_order", Double.NaN);
            customers.set(i * 10, VectorFixture.vector(schema, "gap" + i, known));
        }
        return customers;
    }

    @Test
    void the_same_customers_in_any_order_give_the_same_model() {
        List<FeatureVector> customers = new ArrayList<>(threeKinds());
        ClusterModel model = found(customers).model();
        Collections.shuffle(customers, new Random(3));
        assertEquals(model, found(customers).model());
    }

    @Test
    void a_model_is_refused_by_a_schema_without_its_features() {
        ClusterModel model = found(threeKinds()).model();
        assertEquals(List.of(), model.scaling().missingIn(schema));
        FeatureSchema other = FeatureSchema.of(
                schema.version(),
                schema.features().stream()
                        .filter(feature -> !feature.name().equals("total_spent"))
                        .toList());
        assertEquals(List.of("total_spent"), model.scaling().missingIn(other));
        assertThrows(SegcastException.class, () -> model.on(other));
    }

    private ClusterFinding.Found found(List<FeatureVector> customers) {
        return assertInstanceOf(ClusterFinding.Found.class, search(customers, FEATURES));
    }

    private static String message(ClusterFinding finding) {
        return assertInstanceOf(ClusterFinding.Refused.class, finding).message();
    }

    private ClusterFinding search(List<FeatureVector> customers, List<String> features) {
        return new ClusterSearch(new KMeans(), SEED)
                .search(VectorFixture.matrix(schema, customers), features, tried -> {});
    }

    /** A hundred each: new ones, regulars, and those who went long ago. */
    private List<FeatureVector> threeKinds() {
        List<FeatureVector> customers = new ArrayList<>();
        for (int kind = 0; kind < 3; kind++) {
            for (int i = 0; i < 100; i++) {
                customers.add(customer(
                        String.format("c%03d", kind * 100 + i),
                        kind == 1 ? 20 + random.nextInt(6) : 2 + random.nextInt(3),
                        kind == 1 ? 2_000 + random.nextInt(400) : 80 + random.nextInt(40),
                        kind == 2 ? 600 + random.nextInt(60) : 10 + random.nextInt(20)));
            }
        }
        return customers;
    }

    private FeatureVector customer(String id, int orders, double spent, int days) {
        return VectorFixture.vector(
                schema, id, Map.of("order_count", orders, "total_spent", spent, "days_since_last_order", days));
    }
}
