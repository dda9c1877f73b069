/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.FeatureVectors;
import org.segcast.predictive.history.InMemoryHistories;
import org.segcast.predictive.history.PurchaseLine;
import org.segcast.predictive.persona.Moments;
import org.segcast.predictive.persona.NumberMoments;
import org.segcast.predictive.persona.SegmentMoments;
import org.segcast.predictive.persona.Share;
import org.segcast.predictive.persona.TypicalMember;
import org.segcast.predictive.persona.WordShares;

/** What the warehouse adds up of a segment, beside a plain reading of the same contacts in Java. */
class PersonaQueriesTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final String KIND = "rule";
    private static final String SEGMENT = "chosen";

    @TempDir
    Path folder;

    private TemporaryWarehouse warehouse;
    private RuleShop shop;

    @BeforeEach
    void open() throws Exception {
        warehouse = new TemporaryWarehouse(folder);
        shop = new RuleShop(warehouse);
    }

    @AfterEach
    void close() throws Exception {
        warehouse.close();
    }

    @Test
    void before_the_first_matrix_there_is_nothing() {
        assertTrue(new PersonaMoments(warehouse).of(KIND, SEGMENT).isEmpty());
        PersonaPurchases purchases = new PersonaPurchases(warehouse);
        assertEquals(List.of(), purchases.quarters(KIND, SEGMENT, AS_OF, 8));
        assertEquals(List.of(), purchases.favourites(KIND, SEGMENT, PersonaPurchases.Bought.CATEGORY, AS_OF, 5));
    }

    @Test
    void moments_and_shares_are_those_of_a_plain_reading() throws Exception {
        FeatureVectors vectors = shop.store(RuleShop.random(7, 300, AS_OF), AS_OF);
        Set<String> chosen = choose(vectors);
        SegmentMoments moments = new PersonaMoments(warehouse).of(KIND, SEGMENT).orElseThrow();
        assertEquals(chosen.size(), moments.members());
        int orders = RuleShop.SCHEMA.numericIndex("order_count");
        List<FeatureVector> members = new ArrayList<>();
        List<FeatureVector> rest = new ArrayList<>();
        vectors.forEach(vector -> {
            if (chosen.contains(vector.contactId())) {
                members.add(vector);
            } else if (vector.numeric(orders) > 0) {
                rest.add(vector);
            }
        });
        assertEquals(rest.size(), moments.rest());
        assertTrue(moments.rest() < 300 - moments.members(), "contacts without orders are no customers");
        for (String feature : List.of("order_count", "total_spent", "mean_gap_days", "attr_age")) {
            NumberMoments number = moments.number(feature).orElseThrow();
            assertMoments(members, feature, number.members());
            assertMoments(rest, feature, number.rest());
        }
        Map<String, WordShares> countries = new HashMap<>();
        moments.words().stream()
                .filter(word -> word.feature().name().equals("attr_country"))
                .forEach(word -> word.words().forEach(shares -> countries.put(shares.word(), shares)));
        assertEquals(Set.of("DE", "fr", "PL"), countries.keySet());
        assertEquals(share(members, "DE"), countries.get("DE").members());
        assertEquals(share(rest, "DE"), countries.get("DE").rest());
    }

    @Test
    void nobody_in_a_segment_is_no_members_and_everybody_is_no_rest() throws Exception {
        FeatureVectors vectors = shop.store(RuleShop.random(7, 40, AS_OF), AS_OF);
        assertEquals(
                0,
                new PersonaMoments(warehouse).of(KIND, "nobody").orElseThrow().members());
        new MembershipStore(warehouse)
                .replace(KIND, AS_OF, sink -> vectors.forEach(vector -> sink.accept(vector.contactId(), SEGMENT)));
        SegmentMoments all = new PersonaMoments(warehouse).of(KIND, SEGMENT).orElseThrow();
        assertEquals(40, all.members());
        assertEquals(0, all.rest());
    }

    @Test
    void of_a_field_with_very_many_words_the_most_frequent_are_looked_at() throws Exception {
        InMemoryHistories histories = RuleShop.empty();
        for (int i = 0; i < 200; i++) {
            histories.contact("c" + i, Map.of("country", i < 20 ? "DE" : "place" + i));
            histories.order("c" + i, AS_OF.minusDays(1 + i), 10);
        }
        choose(shop.store(histories, AS_OF));
        SegmentMoments moments = new PersonaMoments(warehouse).of(KIND, SEGMENT).orElseThrow();
        List<WordShares> words = moments.words().stream()
                .filter(word -> word.feature().name().equals("attr_country"))
                .findFirst()
                .orElseThrow()
                .words();
        assertEquals(PersonaMoments.MOST_WORDS, words.size());
        assertEquals("DE", words.get(0).word());
        assertEquals(20, words.get(0).all().having());
        assertEquals(200, words.get(0).all().of());
    }

    @Test
    void quarters_end_at_the_as_of_date_and_count_members_and_all_less_refunds() throws Exception {
        InMemoryHistories histories = RuleShop.empty();
        histories.contact("in", Map.of());
        histories.contact("out", Map.of());
        histories.order("in", AS_OF, 100);
        histories.order("in", LocalDate.of(2026, 3, 31), 10);
        histories.order("in", LocalDate.of(2026, 3, 30), 1);
        histories.refund("in", AS_OF.minusDays(1), -20);
        histories.order("out", LocalDate.of(2024, 7, 1), 1_000);
        histories.order("out", LocalDate.of(2024, 6, 30), 7_000);
        shop.store(histories, AS_OF);
        new MembershipStore(warehouse).replace(KIND, AS_OF, sink -> sink.accept("in", SEGMENT));
        List<PersonaPurchases.Quarter> quarters = new PersonaPurchases(warehouse).quarters(KIND, SEGMENT, AS_OF, 8);
        assertEquals(8, quarters.size());
        assertEquals(
                new PersonaPurchases.Quarter(LocalDate.of(2024, 7, 1), LocalDate.of(2024, 9, 30), 0, 1_000),
                quarters.get(0));
        assertEquals(
                new PersonaPurchases.Quarter(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 3, 30), 1, 1),
                quarters.get(6));
        assertEquals(new PersonaPurchases.Quarter(LocalDate.of(2026, 3, 31), AS_OF, 90, 90), quarters.get(7));
    }

    @Test
    void favourites_count_each_buyer_once_and_the_last_year_only() throws Exception {
        InMemoryHistories histories = RuleShop.empty();
        for (int i = 0; i < 10; i++) {
            histories.contact("c" + i, Map.of());
            PurchaseLine shoes = new PurchaseLine("boot", i < 4 ? "Shoes" : "Tents", 1, 50);
            histories.order("c" + i, AS_OF.minusDays(5), 100, shoes, shoes);
            histories.order("c" + i, AS_OF.minusDays(400), 9, new PurchaseLine("old", "Old", 1, 9));
        }
        shop.store(histories, AS_OF);
        new MembershipStore(warehouse).replace(KIND, AS_OF, sink -> {
            sink.accept("c0", SEGMENT);
            sink.accept("c1", SEGMENT);
            sink.accept("c9", SEGMENT);
        });
        assertEquals(
                List.of(
                        new WordShares("Shoes", new Share(2, 3), new Share(2, 7)),
                        new WordShares("Tents", new Share(1, 3), new Share(5, 7))),
                new PersonaPurchases(warehouse).favourites(KIND, SEGMENT, PersonaPurchases.Bought.CATEGORY, AS_OF, 5));
    }

    @Test
    void typical_members_are_nearest_to_the_median_and_words_are_told_where_five_share_them() throws Exception {
        InMemoryHistories histories = RuleShop.empty();
        for (int i = 0; i < 21; i++) {
            histories.contact("c" + i, Map.of("country", i == 10 ? "LI" : "DE"));
            histories.order("c" + i, AS_OF.minusDays(100), 1_000 + i * 111);
        }
        FeatureVectors vectors = shop.store(histories, AS_OF);
        new MembershipStore(warehouse)
                .replace(KIND, AS_OF, sink -> vectors.forEach(vector -> sink.accept(vector.contactId(), SEGMENT)));
        NumberMoments spent = new PersonaMoments(warehouse)
                .of(KIND, SEGMENT)
                .orElseThrow()
                .number("total_spent")
                .orElseThrow();
        List<TypicalMember> typical =
                new TypicalMembers(warehouse).of(KIND, SEGMENT, List.of(spent), List.of("country", "unheard_of"), 3);
        assertEquals(
                List.of(2_100.0, 2_200.0, 2_000.0),
                typical.stream()
                        .map(member -> member.numbers().get(spent.feature()))
                        .toList());
        assertEquals(Map.of(), typical.get(0).words());
        assertEquals(List.of("DE"), List.copyOf(typical.get(1).words().values()));
        assertFalse(typical.toString().contains("c10"));
        assertEquals(List.of(), new TypicalMembers(warehouse).of(KIND, SEGMENT, List.of(), List.of("country"), 3));
    }

    /** Some of those with orders, and one without. */
    private Set<String> choose(FeatureVectors vectors) {
        Set<String> chosen = new HashSet<>();
        vectors.forEach(vector -> {
            if (vector.contactId().endsWith("3") || vector.contactId().endsWith("4")) {
                chosen.add(vector.contactId());
            }
        });
        new MembershipStore(warehouse).replace(KIND, AS_OF, sink -> chosen.forEach(id -> sink.accept(id, SEGMENT)));
        return chosen;
    }

    private static void assertMoments(List<FeatureVector> group, String feature, Moments found) {
        int index = RuleShop.SCHEMA.numericIndex(feature);
        double[] values = group.stream()
                .mapToDouble(vector -> vector.numeric(index))
                .filter(Double::isFinite)
                .toArray();
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        assertEquals(values.length, found.count(), feature);
        assertEquals(mean, found.mean(), 1e-9, feature);
        assertEquals(squares / (values.length - 1), found.variance(), 1e-6 * squares, feature);
    }

    private static Share share(List<FeatureVector> group, String word) {
        Feature country = RuleShop.SCHEMA.features().stream()
                .filter(feature -> feature.name().equals("attr_country"))
                .findFirst()
                .orElseThrow();
        int index = RuleShop.SCHEMA.nominalIndex(country.name());
        return new Share(
                group.stream()
                        .filter(vector -> vector.nominal(index).equals(word))
                        .count(),
                group.stream()
                        .filter(vector -> !vector.nominal(index).isEmpty())
                        .count());
    }
}
