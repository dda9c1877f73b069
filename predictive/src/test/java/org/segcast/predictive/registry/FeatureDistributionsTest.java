/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import static org.junit.jupiter.api.Assertions.*;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureType;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.VectorFixture;
import org.segcast.predictive.registry.FeatureDistribution.NumberSpread;
import org.segcast.predictive.registry.FeatureDistribution.WordCount;

class FeatureDistributionsTest {

    private static final LocalDate AS_OF = LocalDate.of(2025, 6, 30);
    private static final FeatureSchema SCHEMA = FeatureSchema.of(
            1,
            List.of(
                    number("even"),
                    number("constant"),
                    number("absent"),
                    number("half"),
                    new Feature("city", FeatureType.NOMINAL, "", "A city."),
                    new Feature("unique", FeatureType.NOMINAL, "", "One for each."),
                    new Feature("unknown", FeatureType.NOMINAL, "", "Nobody's.")));

    @TempDir
    Path folder;

    private TemporaryWarehouse warehouse;

    @BeforeEach
    void open() throws Exception {
        warehouse = new TemporaryWarehouse(folder);
    }

    @AfterEach
    void close() throws Exception {
        warehouse.close();
    }

    @Test
    void before_the_first_matrix_there_is_nothing_to_describe() {
        assertEquals(List.of(), new FeatureDistributions(warehouse).all());
    }

    @Test
    void numbers_have_quantiles_and_bins_that_add_up() {
        Map<String, FeatureDistribution> found = described();
        FeatureDistribution even = found.get("even");
        assertEquals(101, even.present());
        NumberSpread spread = even.numbers().orElseThrow();
        assertEquals(
                List.of(0.0, 5.0, 25.0, 50.0, 75.0, 95.0, 100.0),
                List.of(
                        spread.least(),
                        spread.low(),
                        spread.firstQuarter(),
                        spread.median(),
                        spread.thirdQuarter(),
                        spread.high(),
                        spread.most()));
        assertEquals(50, spread.mean(), 1e-9);
        assertEquals(NumberSpread.BINS, spread.bins().size());
        assertEquals(101, spread.bins().stream().mapToLong(Long::longValue).sum());
        assertEquals(13, spread.bins().get(0), "0 to 12: what lies below counts in the first");
        assertEquals(51, found.get("half").present());
        assertEquals(
                51,
                found.get("half").numbers().orElseThrow().bins().stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    @Test
    void a_constant_is_in_one_bin_and_what_nobody_has_is_empty() {
        Map<String, FeatureDistribution> found = described();
        NumberSpread constant = found.get("constant").numbers().orElseThrow();
        assertEquals(7, constant.median());
        assertEquals(101, constant.bins().get(0));
        assertEquals(0, found.get("absent").present());
        assertTrue(found.get("absent").numbers().isEmpty());
        assertEquals(0, found.get("unknown").present());
        assertEquals(List.of(), found.get("unknown").topWords());
    }

    @Test
    void words_are_counted_and_only_the_most_frequent_are_named_however_many_there_are() {
        Map<String, FeatureDistribution> found = described();
        assertEquals(
                List.of(new WordCount("Oslo", 34), new WordCount("Łódź", 34)),
                found.get("city").topWords());
        assertEquals(68, found.get("city").present());
        assertEquals(101, found.get("unique").differentWords());
        assertEquals(
                FeatureDistribution.MOST_WORDS, found.get("unique").topWords().size());
        assertEquals("id 000", found.get("unique").topWords().get(0).word());
    }

    @Test
    void they_come_in_the_schemas_order() {
        described();
        assertEquals(
                SCHEMA.features(),
                new FeatureDistributions(warehouse)
                        .all().stream().map(FeatureDistribution::feature).toList());
    }

    private Map<String, FeatureDistribution> described() {
        List<FeatureVector> vectors = new ArrayList<>();
        for (int i = 0; i <= 100; i++) {
            vectors.add(VectorFixture.vector(
                    SCHEMA,
                    "c%03d".formatted(i),
                    Map.of(
                            "even",
                            i,
                            "constant",
                            7,
                            "absent",
                            Double.NaN,
                            "half",
                            i % 2 == 0 ? -i : Double.NaN,
                            "city",
                            i % 3 == 0 ? "Oslo" : i % 3 == 1 ? "Łódź" : "",
                            "unique",
                            "id %03d".formatted(i))));
        }
        new FeatureStore(warehouse).replace(VectorFixture.matrix(SCHEMA, vectors), AS_OF);
        return new FeatureDistributions(warehouse)
                .all().stream()
                        .collect(Collectors.toMap(found -> found.feature().name(), found -> found));
    }

    private static Feature number(String name) {
        return new Feature(name, FeatureType.NUMERIC, "", "A number.");
    }
}
