/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.predictive.feature.FeatureVectors;
import org.segcast.predictive.study.Allocation;
import org.segcast.predictive.study.Person;

class StudySamplesTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final int CONTACTS = 300;

    @TempDir
    Path folder;

    private TemporaryWarehouse warehouse;
    private StudySamples samples;

    @BeforeEach
    void open() throws Exception {
        warehouse = new TemporaryWarehouse(folder);
        samples = new StudySamples(warehouse);
    }

    @AfterEach
    void close() throws Exception {
        warehouse.close();
    }

    private FeatureVectors shop() throws Exception {
        return new RuleShop(warehouse).store(RuleShop.random(5, CONTACTS, AS_OF), AS_OF);
    }

    @Test
    void before_the_first_matrix_there_is_nobody() {
        assertEquals(Map.of(), samples.strata(""));
        samples.draw("", Map.of("", 5L), 1);
        assertEquals(List.of(), samples.people());
    }

    @Test
    void of_each_stratum_as_many_are_drawn_as_were_wanted() throws Exception {
        FeatureVectors vectors = shop();
        for (String by : List.of("", "country", StudySamples.SEGMENTS)) {
            Map<String, Long> sizes = samples.strata(by);
            assertEquals(
                    CONTACTS, sizes.values().stream().mapToLong(Long::longValue).sum(), by);
            Map<String, Long> wanted = Allocation.of(sizes, 60);
            samples.draw(by, wanted, 7);
            Map<String, Long> drawn = samples.people().stream()
                    .collect(Collectors.groupingBy(person -> stratum(by, person), Collectors.counting()));
            assertEquals(wanted, drawn, by);
        }
        int country = RuleShop.SCHEMA.nominalIndex("country");
        Map<String, Long> counted = new HashMap<>();
        vectors.forEach(vector -> counted.merge(vector.nominal(country), 1L, Long::sum));
        assertEquals(counted, samples.strata("country"));
        assertEquals(Map.of(), samples.strata("no such feature"));
    }

    private static String stratum(String by, Person person) {
        return switch (by) {
            case "" -> "";
            case "country" -> person.traits().country();
            default -> person.segment();
        };
    }

    @Test
    void the_same_seed_draws_the_same_people_and_another_one_others() throws Exception {
        shop();
        List<Person> first = drawn(7);
        assertEquals(first, drawn(7));
        assertNotEquals(first, drawn(8));
        samples.forget();
        assertEquals(List.of(), samples.people());
    }

    private List<Person> drawn(long seed) {
        samples.draw("", Map.of("", 60L), seed);
        return samples.people();
    }

    @Test
    void fifths_hold_as_many_customers_each_and_the_most_recent_are_in_the_fifth() throws Exception {
        FeatureVectors vectors = shop();
        samples.draw("", Map.of("", (long) CONTACTS), 1);
        Map<String, Person> people =
                samples.people().stream().collect(Collectors.toMap(Person::contactId, Function.identity()));
        assertEquals(CONTACTS, people.size());
        int days = RuleShop.SCHEMA.numericIndex("days_since_last_order");
        int orders = RuleShop.SCHEMA.numericIndex("order_count");
        double[] longest = new double[6];
        double[] shortest = {0, 1e9, 1e9, 1e9, 1e9, 1e9};
        int[] count = new int[6];
        vectors.forEach(vector -> {
            Person person = people.get(vector.contactId());
            assertEquals(vector.numeric(orders) > 0, person.recency() > 0);
            assertEquals(person.recency() > 0, person.spend() > 0);
            count[person.recency()]++;
            longest[person.recency()] = Math.max(longest[person.recency()], vector.numeric(days));
            shortest[person.recency()] = Math.min(shortest[person.recency()], vector.numeric(days));
        });
        for (int fifth = 1; fifth < 5; fifth++) {
            assertTrue(Math.abs(count[fifth] - count[fifth + 1]) <= 1, "fifth " + fifth);
            assertTrue(longest[fifth + 1] <= shortest[fifth], "fifth " + fifth);
        }
    }

    @Test
    void who_may_no_longer_be_known_is_no_longer_in_the_sample() throws Exception {
        shop();
        List<String> before = ids(drawn(7));
        new FeatureStore(warehouse).forget(before.subList(0, 1));
        assertEquals(before.subList(1, before.size()), ids(samples.people()));
        assertEquals(before.size() - 1, warehouse.count("study_sample"));
    }

    private static List<String> ids(List<Person> people) {
        return people.stream().map(Person::contactId).toList();
    }
}
