/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.weka;

import static org.junit.jupiter.api.Assertions.*;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.predictive.ErrorCode;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.feature.FeatureExtractor;
import org.segcast.predictive.feature.VectorFixture;
import org.segcast.predictive.history.AttributeDefinition;
import org.segcast.predictive.history.AttributeType;
import org.segcast.predictive.response.Contribution;
import org.segcast.predictive.response.Dataset;
import org.segcast.predictive.response.Example;
import org.segcast.predictive.response.ExampleFixture;
import org.segcast.predictive.response.ResponseModel;
import org.segcast.predictive.response.linear.Encoding;
import org.segcast.predictive.response.linear.LinearModel;

class LogisticTrainerTest {

    @TempDir
    Path home;

    @Test
    void our_dot_product_equals_wekas_own_word_to_a_billionth() {
        Dataset dataset = drawn(1, 800);
        LogisticTrainer trainer = new LogisticTrainer(home);
        ResponseModel model = trainer.train(dataset, 1);
        Encoding encoding = Encoding.fit(dataset);
        WekasLogistic weka = new WekasLogistic(encoding.rows(), dataset.outcomes(), LogisticTrainer.RIDGE);
        for (int i = 0; i < dataset.size(); i++) {
            assertEquals(
                    weka.probability(encoding.rows()[i]),
                    model.probability(dataset.examples().get(i).features()),
                    1e-9);
        }
    }

    @Test
    void finds_the_coefficients_of_wekas_own_logistic_to_the_last_bit() {
        for (int seed = 11; seed < 16; seed++) {
            Dataset dataset = drawn(seed, 300 * (seed - 10));
            double[][] rows = Encoding.fit(dataset).rows();
            assertArrayEquals(
                    new WekasLogistic(rows, dataset.outcomes(), LogisticTrainer.RIDGE).coefficients(),
                    new LogisticFit(rows, dataset.outcomes(), LogisticTrainer.RIDGE).coefficients());
        }
    }

    @Test
    void ranks_nearly_as_well_as_the_truth_that_drew_the_outcomes() {
        ResponseModel model = new LogisticTrainer(home).train(drawn(2, 4000), 1);
        Dataset test = drawn(3, 4000);
        double[] forecasts = new double[test.size()];
        double[] truths = new double[test.size()];
        for (int i = 0; i < test.size(); i++) {
            forecasts[i] = model.probability(test.examples().get(i).features());
            truths[i] = truth(test.examples().get(i));
        }
        double reached = auc(forecasts, test.outcomes());
        double possible = auc(truths, test.outcomes());
        assertTrue(possible > 0.75, "truth " + possible);
        assertTrue(reached > possible - 0.01, reached + " of " + possible);
        assertEquals(
                Arrays.stream(truths).average().orElseThrow(),
                Arrays.stream(forecasts).average().orElseThrow(),
                0.02);
    }

    @Test
    void equal_examples_give_an_equal_model() {
        assertEquals(
                new LogisticTrainer(home).train(drawn(4, 500), 1), new LogisticTrainer(home).train(drawn(4, 500), 1));
    }

    @Test
    void contributions_add_up_to_the_log_odds() {
        Dataset dataset = drawn(5, 500);
        LinearModel model = (LinearModel) new LogisticTrainer(home).train(dataset, 1);
        for (Example example : dataset.examples().subList(0, 50)) {
            double sum = model.intercept()
                    + model.contributions(example.features()).stream()
                            .mapToDouble(Contribution::value)
                            .sum();
            assertEquals(model.probability(example.features()), 1 / (1 + Math.exp(-sum)), 1e-12);
        }
    }

    @Test
    void constant_and_duplicate_columns_are_dropped_and_missing_ones_flagged_once() {
        Encoding encoding = Encoding.fit(drawn(6, 500));
        List<String> columns = encoding.columns().stream().map(Object::toString).toList();
        assertEquals(
                1,
                columns.stream()
                        .filter(column -> column.contains("order_count") || column.contains("orders_365d"))
                        .count());
        assertTrue(columns.stream().noneMatch(column -> column.contains("orders_30d")));
        assertEquals(
                1,
                columns.stream()
                        .filter(column -> column.startsWith("MissingColumn"))
                        .count());
        assertEquals(
                2,
                columns.stream()
                        .filter(column -> column.startsWith("LevelColumn"))
                        .count());
    }

    @Test
    void examples_without_any_difference_give_the_base_rate() {
        List<Example> same = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            same.add(ExampleFixture.example("c" + i, Map.of(), ExampleFixture.trainingCutOff(), i < 25));
        }
        ResponseModel model = new LogisticTrainer(home).train(new Dataset(ExampleFixture.SCHEMA, same), 1);
        assertEquals(0.25, model.probability(same.get(0).features()), 1e-12);
    }

    @Test
    void refuses_examples_of_one_outcome() {
        Dataset all = ExampleFixture.dataset(ExampleFixture.trainingCutOff(), 50, 0);
        assertThrows(SegcastException.class, () -> new LogisticTrainer(home).train(all, 1));
    }

    @Test
    void a_model_refuses_a_vector_of_another_schema() {
        ResponseModel model = new LogisticTrainer(home).train(drawn(7, 300), 1);
        SegcastException refusal =
                assertThrows(SegcastException.class, () -> model.probability(ExampleFixture.vector("1", Map.of())));
        assertEquals(ErrorCode.SCHEMA_MISMATCH, refusal.code());
    }

    @Test
    void weka_writes_into_our_folder_and_not_into_the_users() {
        Path users = Path.of(System.getProperty("user.home"), "wekafiles");
        boolean before = Files.exists(users);
        new LogisticTrainer(home.resolve("weka")).train(drawn(8, 200), 1);
        assertTrue(Files.isDirectory(home.resolve("weka")));
        assertEquals(before, Files.exists(users));
    }

    @Test
    void an_unusable_folder_is_a_configuration_error_in_words() throws Exception {
        Path file = Files.createFile(home.resolve("file"));
        SegcastException refusal = assertThrows(SegcastException.class, () -> new LogisticTrainer(file.resolve("x")));
        assertEquals(ErrorCode.Kind.CONFIGURATION, refusal.kind());
        assertTrue(refusal.getMessage().contains("segcast.home"), refusal.getMessage());
    }

    /** Log-odds -1.2 + 1.1 (age - 40) / 10 + 1.0 if from Oslo, -0.8 if from Bergen, -0.7 if the trend is unknown. */
    private static double truth(Example example) {
        int age = example.features().schema().numericIndex("attr_age");
        int city = example.features().schema().nominalIndex("attr_city");
        int trend = example.features().schema().numericIndex("trend");
        double place = switch (example.features().nominal(city)) {
            case "Oslo" -> 1.0;
            case "Bergen" -> -0.8;
            default -> 0;
        };
        double unknown = Double.isNaN(example.features().numeric(trend)) ? -0.7 : 0;
        return 1 / (1 + Math.exp(1.2 - 1.1 * (example.features().numeric(age) - 40) / 10 - place - unknown));
    }

    private static Dataset drawn(long seed, int size) {
        FeatureExtractor extractor = new FeatureExtractor(List.of(
                new AttributeDefinition("age", AttributeType.NUMERIC),
                new AttributeDefinition("city", AttributeType.NOMINAL)));
        SplittableRandom random = new SplittableRandom(seed);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Map<String, Object> values = new HashMap<>();
            int orders = 1 + random.nextInt(12);
            values.put("attr_age", 20 + 40 * random.nextDouble());
            values.put("attr_city", List.of("Oslo", "Bergen", "Narvik").get(random.nextInt(3)));
            values.put("order_count", orders);
            values.put("orders_365d", orders);
            values.put("trend", random.nextInt(4) == 0 ? Double.NaN : 2 * random.nextDouble() - 1);
            Example blank = new Example(
                    VectorFixture.vector(extractor.schema(), "c" + i, values),
                    ExampleFixture.trainingCutOff(),
                    "loyal",
                    false);
            examples.add(new Example(blank.features(), blank.cutOff(), "loyal", random.nextDouble() < truth(blank)));
        }
        return new Dataset(extractor.schema(), examples);
    }

    /** Counted pair by pair. */
    private static double auc(double[] scores, boolean[] outcomes) {
        double wins = 0;
        double pairs = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; outcomes[i] && j < scores.length; j++) {
                if (!outcomes[j]) {
                    pairs++;
                    wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        return wins / pairs;
    }
}
