/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response;

import static org.junit.jupiter.api.Assertions.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.feature.FeatureExtractor;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.history.InMemoryHistories;

class SnapshotBuilderTest {

    private static final LocalDate AS_OF = LocalDate.of(2025, 6, 30);
    private static final FeatureExtractor EXTRACTOR = new FeatureExtractor(List.of());

    @Test
    void windows_lie_end_to_end_and_no_training_outcome_reaches_into_the_test() {
        ObservationPlan plan = ObservationPlan.of(AS_OF, Objective.REORDER_60);
        assertEquals(AS_OF.minusDays(60), plan.test().cutOff());
        assertEquals(AS_OF, plan.test().end());
        assertEquals(6, plan.training().size());
        for (int i = 0; i < 6; i++) {
            assertEquals(AS_OF.minusDays(120 + 60L * i), plan.training().get(i).cutOff());
            assertFalse(plan.training().get(i).end().isAfter(plan.test().cutOff()));
        }
    }

    @Test
    void a_cut_off_needs_180_days_of_orders_before_it() {
        ObservationPlan plan = ObservationPlan.of(AS_OF, Objective.REORDER_60);
        assertEquals(1, plan.within(AS_OF.minusDays(300)).training().size());
        assertEquals(0, plan.within(AS_OF.minusDays(299)).training().size());
        assertEquals(6, plan.within(AS_OF.minusDays(600)).training().size());
    }

    @Test
    void the_cut_off_day_belongs_to_the_features_and_the_last_day_to_the_outcome() {
        ObservationWindow window = Objective.REORDER_60.windowAfter(AS_OF.minusDays(60));
        assertFalse(window.contains(AS_OF.minusDays(60)));
        assertTrue(window.contains(AS_OF.minusDays(59)));
        assertTrue(window.contains(AS_OF));
        assertFalse(window.contains(AS_OF.plusDays(1)));
    }

    @Test
    void the_population_of_a_cut_off_is_who_had_ordered_by_then() {
        InMemoryHistories shop = new InMemoryHistories()
                .contact("none", Map.of())
                .order("old", AS_OF.minusDays(700), 10)
                .order("old", AS_OF.minusDays(30), 10)
                .order("young", AS_OF.minusDays(60), 10)
                .order("after", AS_OF.minusDays(59), 10);
        Snapshots found = build(shop, EXTRACTOR);
        assertEquals(Set.of("old", "young"), ids(found.test()));
        assertEquals(Set.of("old"), ids(found.training()));
        assertEquals(1, found.test().responders());
        assertEquals(6, found.training().size());
        assertEquals(0, found.training().responders());
        assertEquals(700, found.reachDays());
    }

    @Test
    void a_refund_makes_nobody_a_customer_and_is_no_response() {
        InMemoryHistories shop = new InMemoryHistories()
                .order("bought", AS_OF.minusDays(700), 10)
                .refund("bought", AS_OF.minusDays(30), -10)
                .refund("never", AS_OF.minusDays(400), -5);
        Snapshots found = build(shop, EXTRACTOR);
        assertEquals(Set.of("bought"), ids(found.test()));
        assertEquals(0, found.test().responders());
    }

    @Test
    void features_are_blind_to_what_comes_after_the_cut_off() {
        InMemoryHistories one = new SimulatedShop(5).ofRhythms(60);
        InMemoryHistories other = new SimulatedShop(5).ofRhythms(60);
        for (int i = 0; i < 60; i++) {
            other.order("c%06d".formatted(i), AS_OF.minusDays(59 - i % 50), 999_999);
        }
        Snapshots before = build(one, new FeatureExtractor(one.attributes()));
        Snapshots after = build(other, new FeatureExtractor(other.attributes()));
        Map<String, FeatureVector> expected = byId(before.test());
        for (Example example : after.test().examples()) {
            assertEquals(expected.get(example.features().contactId()), example.features());
            assertTrue(example.responded());
        }
        assertEquals(before.training(), after.training());
        assertNotEquals(before.test().responders(), after.test().responders());
    }

    @Test
    void segments_are_those_of_each_cut_offs_own_ranks() {
        InMemoryHistories shop = new SimulatedShop(6).ofRhythms(300);
        Snapshots found = build(shop, new FeatureExtractor(shop.attributes()));
        assertTrue(found.test().examples().stream()
                        .map(Example::segment)
                        .distinct()
                        .count()
                >= 6);
        assertEquals(9, found.segments().size());
        assertEquals(
                found.test().size(),
                found.segments().stream()
                        .mapToInt(
                                segment -> found.test().ofSegment(segment.key()).size())
                        .sum());
    }

    @Test
    void a_sample_keeps_the_same_customers_at_every_cut_off_whatever_else_there_is() {
        InMemoryHistories shop = new SimulatedShop(7).ofRhythms(500);
        FeatureExtractor extractor = new FeatureExtractor(shop.attributes());
        Snapshots found =
                new SnapshotBuilder(extractor, new RfmAtCutOff(), 100).build(shop, AS_OF, Objective.REORDER_60);
        Set<String> kept = ids(found.test());
        assertTrue(kept.size() > 25 && kept.size() <= 100, "kept " + kept.size());
        assertTrue(kept.containsAll(ids(found.training())));
    }

    @Test
    void an_empty_shop_gives_empty_examples() {
        Snapshots found = build(new InMemoryHistories(), EXTRACTOR);
        assertEquals(0, found.test().size());
        assertEquals(List.of(), found.plan().training());
    }

    @Test
    void refuses_examples_learnt_from_the_test_window_or_later() {
        Dataset late = ExampleFixture.dataset(ExampleFixture.testCutOff(), 1, 1);
        assertThrows(SegcastException.class, () -> ExampleFixture.snapshots(late, late));
    }

    private static Snapshots build(InMemoryHistories shop, FeatureExtractor extractor) {
        return new SnapshotBuilder(extractor, new RfmAtCutOff()).build(shop, AS_OF, Objective.REORDER_60);
    }

    private static Set<String> ids(Dataset dataset) {
        return byId(dataset).keySet();
    }

    private static Map<String, FeatureVector> byId(Dataset dataset) {
        return dataset.examples().stream()
                .map(Example::features)
                .collect(Collectors.toMap(FeatureVector::contactId, Function.identity(), (one, other) -> one));
    }
}
