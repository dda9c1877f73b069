/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.score;

import static org.junit.jupiter.api.Assertions.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.FeatureVectors;
import org.segcast.predictive.feature.VectorFixture;
import org.segcast.predictive.response.Contribution;
import org.segcast.predictive.response.ExampleFixture;
import org.segcast.predictive.response.FeatureWeight;
import org.segcast.predictive.response.Objective;
import org.segcast.predictive.response.ResponseModel;
import org.segcast.predictive.response.Scope;

class ScorerTest {

    private static final FeatureSchema SCHEMA = ExampleFixture.SCHEMA;

    /** Forecasts a hundredth of what was spent; the contributions are given. */
    private record SpendModel(FeatureSchema schema, List<Contribution> contributions) implements ResponseModel {

        private static final long serialVersionUID = 1L;

        @Override
        public double probability(FeatureVector vector) {
            return vector.numeric(schema.numericIndex("total_spent")) / 100;
        }

        @Override
        public List<Contribution> contributions(FeatureVector vector) {
            return contributions;
        }

        @Override
        public List<FeatureWeight> weights() {
            return List.of();
        }
    }

    @Test
    void bands_are_the_top_tenth_the_next_three_tenths_and_the_rest() {
        List<Score> scores = scores(scorer(model("m", Scope.ALL)), customers(100));
        assertEquals(
                10, scores.stream().filter(score -> score.band() == Band.HIGH).count());
        assertEquals(
                30, scores.stream().filter(score -> score.band() == Band.MEDIUM).count());
        assertEquals(Band.HIGH, scores.get(99).band());
        assertEquals(Band.HIGH, scores.get(90).band());
        assertEquals(Band.MEDIUM, scores.get(89).band());
        assertEquals(Band.LOW, scores.get(59).band());
        assertEquals(100, scores.get(99).percentile());
        assertEquals(0, scores.get(0).percentile());
    }

    @Test
    void scores_come_by_ascending_contact_id() {
        List<String> ids = scores(scorer(model("m", Scope.ALL)), customers(50)).stream()
                .map(Score::contactId)
                .toList();
        assertEquals(ids.stream().sorted().toList(), ids);
    }

    @Test
    void equals_are_ranked_by_contact_id() {
        List<FeatureVector> same = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            same.add(customer("c" + i, 3, 50));
        }
        List<Score> scores = scores(scorer(model("m", Scope.ALL)), VectorFixture.matrix(SCHEMA, same));
        assertEquals(Band.HIGH, scores.get(0).band());
        assertEquals(Band.LOW, scores.get(9).band());
    }

    @Test
    void a_segment_is_scored_by_its_own_model_and_the_others_by_the_one_for_all() {
        Scorer scorer = scorer(model("all-1", Scope.ALL), model("loyal-1", new Scope("loyal", "Loyal")));
        List<Score> scores = new ArrayList<>();
        scorer.scores(customers(4), vector -> vector.contactId().endsWith("1") ? "loyal" : "new")
                .forEach(scores::add);
        assertEquals(
                List.of("all-1", "loyal-1", "all-1", "all-1"),
                scores.stream().map(Score::modelId).toList());
        assertEquals("loyal", scores.get(1).segment());
        assertEquals(ExampleFixture.AS_OF, scores.get(1).asOf());
    }

    @Test
    void contacts_without_orders_and_segments_without_a_model_get_no_score() {
        FeatureVectors contacts =
                VectorFixture.matrix(SCHEMA, List.of(customer("a", 0, 0), customer("b", 2, 10), customer("c", 2, 20)));
        Scorer scorer = scorer(model("loyal-1", new Scope("loyal", "Loyal")));
        List<Score> scores = new ArrayList<>();
        scorer.scores(contacts, vector -> vector.contactId().equals("c") ? "loyal" : "new")
                .forEach(scores::add);
        assertEquals(List.of("c"), scores.stream().map(Score::contactId).toList());
        assertEquals(List.of(), scores(scorer(), contacts));
    }

    @Test
    void one_family_is_one_reason_and_the_strongest_four_families_are_told() {
        SpendModel model = new SpendModel(
                SCHEMA,
                List.of(
                        new Contribution("days_since_last_order", 2.0),
                        new Contribution("overdue_ratio", -2.5),
                        new Contribution("orders_90d", -0.1),
                        new Contribution("total_spent", 0.4),
                        new Contribution("mean_order_value", 0.3),
                        new Contribution("category_entropy", -0.2),
                        new Contribution("gap_cv", 0.1),
                        new Contribution("favourite_category", 0.001)));
        List<Reason> reasons = scores(scorer(new ScoringModel("m", Scope.ALL, model)), customers(1))
                .get(0)
                .reasons();
        assertEquals(
                List.of("overdue_ratio", "total_spent", "mean_order_value", "category_entropy"),
                reasons.stream().map(Reason::feature).toList());
        assertEquals(-0.6, reasons.get(0).contribution(), 1e-12);
        assertEquals(Reason.Direction.LOWERS, reasons.get(0).direction());
        assertEquals(Reason.Direction.RAISES, reasons.get(1).direction());
    }

    @Test
    void a_reason_line_keeps_whole_reasons_within_200_characters() {
        List<Reason> reasons =
                List.of(reason("a".repeat(80), 1), reason("b".repeat(80), -1), reason("c".repeat(80), 1));
        assertEquals("Raises: " + "a".repeat(80) + ". Lowers: " + "b".repeat(80), ReasonLine.of(reasons));
        assertEquals(200, ReasonLine.of(List.of(reason("a".repeat(300), 1))).length());
        assertFalse(ReasonLine.of(List.of()).isBlank());
        assertEquals("Lowers: x; y", ReasonLine.of(List.of(reason("x", -1), reason("y", -1))));
    }

    @Test
    void refuses_two_models_for_one_scope() {
        assertThrows(SegcastException.class, () -> scorer(model("a", Scope.ALL), model("b", Scope.ALL)));
    }

    private static Reason reason(String brief, int side) {
        Reason.Direction direction = side > 0 ? Reason.Direction.RAISES : Reason.Direction.LOWERS;
        return new Reason("f", direction, side, "H", "D.", brief);
    }

    private static List<Score> scores(Scorer scorer, FeatureVectors vectors) {
        List<Score> scores = new ArrayList<>();
        scorer.scores(vectors, vector -> "new").forEach(scores::add);
        return scores;
    }

    private static Scorer scorer(ScoringModel... models) {
        return new Scorer(Objective.REORDER_60, ExampleFixture.AS_OF, List.of(models));
    }

    private static ScoringModel model(String id, Scope scope) {
        return new ScoringModel(id, scope, new SpendModel(SCHEMA, List.of(new Contribution("total_spent", 1))));
    }

    private static FeatureVectors customers(int count) {
        List<FeatureVector> customers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            customers.add(customer("c%03d".formatted(i), 2, i));
        }
        return VectorFixture.matrix(SCHEMA, customers);
    }

    private static FeatureVector customer(String id, int orders, double spent) {
        return ExampleFixture.vector(id, Map.of("order_count", orders, "total_spent", spent));
    }
}
