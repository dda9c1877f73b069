/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.evaluation;

import static org.junit.jupiter.api.Assertions.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.response.Contribution;
import org.segcast.predictive.response.Dataset;
import org.segcast.predictive.response.Example;
import org.segcast.predictive.response.ExampleFixture;
import org.segcast.predictive.response.FeatureWeight;
import org.segcast.predictive.response.ResponseModel;

class EvaluatorTest {

    /** Forecasts a hundredth of the order count. */
    private record CountModel(FeatureSchema schema) implements ResponseModel {

        private static final long serialVersionUID = 1L;

        @Override
        public double probability(FeatureVector vector) {
            return vector.numeric(schema.numericIndex("order_count")) / 100;
        }

        @Override
        public List<Contribution> contributions(FeatureVector vector) {
            return List.of();
        }

        @Override
        public List<FeatureWeight> weights() {
            return List.of();
        }
    }

    private final CountModel model = new CountModel(ExampleFixture.SCHEMA);
    private final Baseline recency = new Baseline(SimpleRule.MOST_RECENT, 0.25);

    @Test
    void figures_equal_an_example_computed_by_hand() {
        Dataset test = test(new int[] {90, 80, 70, 60, 50}, new int[] {1, 2, 3, 4, 5}, true, false, true, false, false);
        Evaluation found = new Evaluator(1).evaluate(model, recency, test);
        assertEquals(5, found.customers());
        assertEquals(2, found.responders());
        assertEquals(5.0 / 6, found.auc(), 1e-12);
        assertEquals(5.0 / 6, found.ruleAuc(), 1e-12);
        assertEquals(
                -(Math.log(0.9) + Math.log(0.2) + Math.log(0.7) + Math.log(0.4) + Math.log(0.5)) / 5,
                found.logLoss(),
                1e-12);
        assertEquals(-(2 * Math.log(0.25) + 3 * Math.log(0.75)) / 5, found.baseRateLogLoss(), 1e-12);
        assertEquals((0.01 + 0.64 + 0.09 + 0.36 + 0.25) / 5, found.brier(), 1e-12);
        assertEquals("most recent order first", found.simpleRule());
    }

    @Test
    void the_top_is_a_tenth_and_at_least_twenty_and_at_most_all() {
        assertEquals(400, TopCustomers.sizeFor(4000));
        assertEquals(41, TopCustomers.sizeFor(401));
        assertEquals(20, TopCustomers.sizeFor(200));
        assertEquals(20, TopCustomers.sizeFor(45));
        assertEquals(7, TopCustomers.sizeFor(7));
    }

    @Test
    void lift_and_ratio_compare_the_same_number_of_customers() {
        Evaluation found = evaluated(100, true);
        assertEquals(20, found.top().size());
        assertEquals(20, found.top().responders());
        assertEquals(0, found.top().ruleResponders());
        assertEquals(1 / 0.3, found.top().lift(), 1e-12);
        assertEquals(40, found.top().ratio());
        assertTrue(found.top().ratioInterval().low() > 1);
        assertEquals(Grade.A, found.grade());
    }

    @Test
    void a_model_that_ranks_the_wrong_way_round_is_graded_c() {
        assertEquals(Grade.C, evaluated(100, false).grade());
    }

    @Test
    void gains_have_21_points_from_nobody_to_all() {
        List<GainsPoint> gains = evaluated(100, true).gains();
        assertEquals(21, gains.size());
        assertEquals(new GainsPoint(0, 0, 0), gains.get(0));
        assertEquals(new GainsPoint(1, 1, 1), gains.get(20));
        assertEquals(5 / 30.0, gains.get(1).byModel(), 1e-12);
    }

    @Test
    void calibration_bins_hold_everybody_once_lowest_forecast_first() {
        List<CalibrationBin> bins = evaluated(105, true).calibration();
        assertEquals(10, bins.size());
        assertEquals(105, bins.stream().mapToInt(CalibrationBin::customers).sum());
        for (int i = 1; i < 10; i++) {
            assertTrue(bins.get(i - 1).forecast() < bins.get(i).forecast());
        }
        assertEquals(1, bins.get(9).observed());
    }

    @Test
    void wilsons_interval_equals_the_published_example() {
        // Newcombe 1998, Statistics in Medicine 17:857-872, table I, method 3: 81/263 and 0/20
        assertEquals(0.2553, Interval.wilson95(81, 263).low(), 5e-5);
        assertEquals(0.3662, Interval.wilson95(81, 263).high(), 5e-5);
        assertEquals(0, Interval.wilson95(0, 20).low(), 1e-12);
        assertEquals(0.1611, Interval.wilson95(0, 20).high(), 5e-5);
    }

    @Test
    void the_same_seed_draws_the_same_interval() {
        assertEquals(evaluated(100, true), evaluated(100, true));
    }

    @Test
    void equal_scores_count_half_in_the_auc() {
        Dataset test = test(new int[] {50, 50, 50, 50}, new int[] {1, 1, 1, 1}, true, false, true, false);
        assertEquals(0.5, new Evaluator(1).evaluate(model, recency, test).auc());
    }

    @Test
    void refuses_a_test_of_one_outcome() {
        Dataset test = test(new int[] {1, 2}, new int[] {1, 2}, true, true);
        assertThrows(SegcastException.class, () -> new Evaluator(1).evaluate(model, recency, test));
    }

    @Test
    void the_simple_rule_is_the_one_that_finds_more_on_the_training_examples() {
        assertEquals(
                SimpleRule.MOST_RECENT,
                Baseline.choose(training("days_since_last_order", -1)).rule());
        assertEquals(
                SimpleRule.MOST_ORDERS,
                Baseline.choose(training("orders_365d", 1)).rule());
        assertEquals(0.1, Baseline.choose(training("orders_365d", 1)).baseRate(), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({
        "1.05, 1.001, 1.2, 0.6, -0.1, A", "1.0499, 1.001, 1.2, 0.6, -0.1, B", "1.5, 1.0, 2.0, 0.6, -0.1, B",
        "1.001, 0.8, 1.2, 0.501, -0.1, B", "1.0, 1.0, 1.0, 0.9, 0, C", "0.9, 0.8, 0.99, 0.9, 0.1, C",
        "0.9, 0.8, 1.0, 0.9, 0.001, B", "1.5, 1.2, 2.0, 0.5, 0.1, C"
    })
    void grades_hold_at_their_edges(
            double ratio, double low, double high, double aucLow, double gainLow, Grade expected) {
        assertEquals(expected, Grade.of(ratio, new Interval(low, high), aucLow, gainLow));
        assertEquals(expected != Grade.C, expected.isPublished());
    }

    /** 30% respond: those with the highest forecasts, who ordered longest ago; or the other way round. */
    private Evaluation evaluated(int customers, boolean rightWay) {
        int[] counts = new int[customers];
        int[] days = new int[customers];
        boolean[] outcomes = new boolean[customers];
        for (int i = 0; i < customers; i++) {
            counts[i] = rightWay ? customers - i : i;
            counts[i] = counts[i] * 90 / customers;
            days[i] = customers - i;
            outcomes[i] = i < customers * 3 / 10;
        }
        return new Evaluator(7).evaluate(model, recency, test(counts, days, outcomes));
    }

    private static Dataset test(int[] counts, int[] days, boolean... outcomes) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            Map<String, Object> values = Map.of("order_count", counts[i], "days_since_last_order", days[i]);
            examples.add(
                    ExampleFixture.example("c%04d".formatted(i), values, ExampleFixture.testCutOff(), outcomes[i]));
        }
        return new Dataset(ExampleFixture.SCHEMA, examples);
    }

    /** 300 examples whose responders lead by that feature only. */
    private static Dataset training(String feature, int sign) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Map<String, Object> values = Map.of(feature, 500 + sign * i);
            examples.add(
                    ExampleFixture.example("c" + i % 37 + "-" + i, values, ExampleFixture.trainingCutOff(), i >= 270));
        }
        return new Dataset(ExampleFixture.SCHEMA, examples);
    }
}
