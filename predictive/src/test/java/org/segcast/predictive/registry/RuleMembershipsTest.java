/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import static org.junit.jupiter.api.Assertions.*;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.predictive.cluster.ClusterModel;
import org.segcast.predictive.feature.FeatureVectors;
import org.segcast.predictive.history.InMemoryHistories;
import org.segcast.predictive.history.PurchaseHistory;
import org.segcast.predictive.history.PurchaseLine;
import org.segcast.predictive.rule.Comparison;
import org.segcast.predictive.rule.FilledCondition;
import org.segcast.predictive.rule.MemberCondition;
import org.segcast.predictive.rule.Not;
import org.segcast.predictive.rule.NumberCondition;
import org.segcast.predictive.rule.PurchaseCondition;
import org.segcast.predictive.rule.PurchaseMeasure;
import org.segcast.predictive.rule.PurchaseTotal;
import org.segcast.predictive.rule.RuleBook;
import org.segcast.predictive.rule.RuleSegment;
import org.segcast.predictive.rule.SegmentRule;
import org.segcast.predictive.rule.WordCondition;

class RuleMembershipsTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 6, 2);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final RuleBook NONE = new RuleBook(List.of());

    @TempDir
    Path folder;

    private TemporaryWarehouse warehouse;
    private RuleShop shop;
    private RuleMemberships rules;

    @BeforeEach
    void open() throws SQLException {
        warehouse = new TemporaryWarehouse(folder);
        shop = new RuleShop(warehouse);
        rules = new RuleMemberships(warehouse);
    }

    @AfterEach
    void close() throws SQLException {
        warehouse.close();
    }

    @Test
    void counts_nothing_before_the_first_matrix() {
        assertEquals(Optional.empty(), rules.match(NONE, spentInAYear(1)));
        assertEquals(Optional.empty(), rules.counts(NONE, List.of(spentInAYear(1))));
        assertEquals(List.of(), rules.examples(NONE, spentInAYear(1), 0, 5));
    }

    @Test
    void spent_over_1000_in_the_last_365_days_counts_the_window_and_the_refunds() throws SQLException {
        InMemoryHistories people = RuleShop.empty()
                .order("enough", MONDAY.minusDays(364), 600)
                .order("enough", MONDAY, 400.01)
                .order("exactly", MONDAY, 1000)
                .order("too long ago", MONDAY.minusDays(365), 600)
                .order("too long ago", MONDAY, 400.01)
                .order("gave back", MONDAY.minusDays(9), 1_000.01)
                .refund("gave back", MONDAY, -0.01)
                .order("tomorrow", TUESDAY, 5_000);
        shop.store(people, MONDAY);
        assertEquals(List.of("enough"), rules.examples(NONE, spentInAYear(1_000), 0, 9));
        RuleMatch match = rules.match(NONE, spentInAYear(1_000)).orElseThrow();
        assertEquals(1, match.matching());
        assertEquals(5, match.of());
        assertEquals(1_000.01, match.revenue(), 1e-9);
        assertEquals(1, match.rfm().values().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void has_not_ordered_a_category_holds_for_those_who_ordered_something_else_or_nothing() throws SQLException {
        InMemoryHistories people = RuleShop.empty()
                .contact("nothing", Map.of())
                .order("other", MONDAY, 10, new PurchaseLine("p", "Tents", 1, 10))
                .order("long ago", MONDAY.minusDays(90), 10, new PurchaseLine("p", "Shoes", 1, 10))
                .order("lately", MONDAY.minusDays(89), 10, new PurchaseLine("p", "SHOES", 1, 10));
        shop.store(people, MONDAY);
        SegmentRule lately = orders("shoes", 90, Comparison.AT_LEAST, 1);
        assertEquals(List.of("lately"), rules.examples(NONE, lately, 0, 9));
        assertEquals(Set.of("nothing", "other", "long ago"), Set.copyOf(rules.examples(NONE, new Not(lately), 0, 9)));
    }

    @Test
    void a_missing_value_fits_no_comparison_and_so_fits_its_negation() throws SQLException {
        InMemoryHistories people = RuleShop.empty()
                .contact("young", Map.of("age", "20", "country", "DE"))
                .contact("unknown", Map.of());
        shop.store(people, MONDAY);
        SegmentRule old = new NumberCondition("attr_age", Comparison.ABOVE, 30);
        SegmentRule german = new WordCondition("attr_country", List.of("de"));
        assertEquals(
                List.of(0L, 2L, 1L, 1L, 1L),
                rules.counts(
                                NONE,
                                List.of(
                                        old,
                                        new Not(old),
                                        german,
                                        new Not(german),
                                        new FilledCondition("attr_country")))
                        .orElseThrow());
    }

    @Test
    void a_rule_can_ask_for_the_members_of_a_cluster() throws SQLException {
        InMemoryHistories people = RuleShop.empty();
        for (String id : List.of("a", "b", "c", "d")) {
            people.contact(id, Map.of());
        }
        shop.store(people, MONDAY);
        new MembershipStore(warehouse).replace(ClusterModel.KIND, MONDAY, sink -> {
            sink.accept("a", "cluster-1-1");
            sink.accept("b", "cluster-1-1");
            sink.accept("c", "no-good-fit");
        });
        SegmentRule first = new MemberCondition("cluster-1-1");
        RuleBook book = new RuleBook(List.of(new RuleSegment("chosen", first)));
        List<SegmentRule> asked = List.of(
                first,
                new Not(first),
                new MemberCondition("no-good-fit"),
                new MemberCondition("chosen"),
                new MemberCondition("prospects"));
        assertEquals(Optional.of(List.of(2L, 2L, 1L, 2L, 4L)), rules.counts(book, asked));
        assertEquals(2, rules.refresh(book).entered());
    }

    @Test
    void words_are_values_and_never_part_of_the_statement() throws SQLException {
        shop.store(RuleShop.empty().contact("1", Map.of("country", "'; DROP TABLE x; --")), MONDAY);
        SegmentRule quoted = new WordCondition("attr_country", List.of("'; drop table x; --"));
        assertEquals(List.of(1L), rules.counts(NONE, List.of(quoted)).orElseThrow());
        SegmentRule product = new PurchaseCondition(
                new PurchaseTotal(PurchaseMeasure.UNITS, "') OR true --", "", 3), Comparison.ABOVE, 0);
        assertEquals(List.of(0L), rules.counts(NONE, List.of(product)).orElseThrow());
    }

    @Test
    void random_rules_find_whom_the_plain_reading_finds() throws SQLException {
        InMemoryHistories people = RuleShop.random(7, 60, MONDAY);
        FeatureVectors stored = shop.store(people, MONDAY);
        Random random = new Random(11);
        List<RuleSegment> segments = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            segments.add(new RuleSegment("r" + i, RandomRules.random(random, 3, i)));
        }
        RuleBook book = new RuleBook(segments);
        rules.refresh(book);
        Map<String, Set<String>> expected = expected(book, people, stored);
        MembershipStore memberships = new MembershipStore(warehouse);
        Map<String, Long> sizes = new HashMap<>();
        expected.forEach((key, members) -> sizes.put(key, (long) members.size()));
        sizes.values().removeIf(size -> size == 0);
        assertEquals(sizes, memberships.sizes(RuleMemberships.KIND));
        Map<String, Set<String>> found = new HashMap<>();
        memberships
                .assignments(RuleMemberships.KIND)
                .forEach((contact, segment) ->
                        found.computeIfAbsent(segment, key -> new HashSet<>()).add(contact));
        expected.values().removeIf(Set::isEmpty);
        assertEquals(expected, found);
        assertTrue(found.size() > 12 && found.values().stream().anyMatch(members -> members.size() < 60));
    }

    @Test
    void coming_and_going_are_recorded_with_their_day_and_cause() throws SQLException {
        InMemoryHistories people =
                RuleShop.empty().order("1", MONDAY.minusDays(29), 5).order("2", MONDAY, 5);
        RuleBook book = new RuleBook(List.of(new RuleSegment("lately", orders("", 30, Comparison.AT_LEAST, 1))));
        shop.store(people, MONDAY);
        assertEquals(new RuleRefresh(2, 0, 2), rules.refresh(book));
        shop.store(people, TUESDAY);
        assertEquals(new RuleRefresh(0, 1, 2), rules.refresh(book));
        people.order("1", TUESDAY.plusDays(1), 5);
        shop.store(people, TUESDAY.plusDays(1));
        assertEquals(new RuleRefresh(1, 0, 2), rules.refresh(book));
        assertEquals(
                List.of(
                        new SegmentChange("1", TUESDAY.plusDays(1), "", "lately", SegmentChange.Cause.DATA),
                        new SegmentChange("1", TUESDAY, "lately", "", SegmentChange.Cause.TIME),
                        new SegmentChange("1", MONDAY, "", "lately", SegmentChange.Cause.RULE)),
                new MembershipStore(warehouse).changes(RuleMemberships.KIND, "1"));
    }

    @Test
    void an_edited_rule_is_the_cause_in_the_segments_that_refer_to_it_too() throws SQLException {
        shop.store(RuleShop.empty().order("1", MONDAY, 5), MONDAY);
        SegmentRule follows = new Not(new MemberCondition("base"));
        rules.refresh(
                new RuleBook(List.of(new RuleSegment("follows", follows), new RuleSegment("base", spentInAYear(100)))));
        shop.store(RuleShop.empty().order("1", MONDAY, 5), TUESDAY);
        rules.refresh(
                new RuleBook(List.of(new RuleSegment("follows", follows), new RuleSegment("base", spentInAYear(1)))));
        assertEquals(
                new SegmentChange("1", TUESDAY, "follows", "", SegmentChange.Cause.RULE),
                new MembershipStore(warehouse)
                        .changes(RuleMemberships.KIND, "1").stream()
                                .filter(change -> change.from().equals("follows"))
                                .findFirst()
                                .orElseThrow());
    }

    @Test
    void the_same_day_again_leaves_the_same_members_and_the_same_history() throws SQLException {
        InMemoryHistories people = RuleShop.random(3, 40, MONDAY);
        RuleBook book = new RuleBook(List.of(
                new RuleSegment("some", orders("", 90, Comparison.AT_LEAST, 1)),
                new RuleSegment("spenders", spentInAYear(300))));
        shop.store(people, MONDAY);
        rules.refresh(book);
        shop.store(people, MONDAY.plusDays(40));
        RuleRefresh first = rules.refresh(book);
        assertTrue(first.left() > 0);
        Map<String, Object> before = everything();
        assertEquals(first, rules.refresh(book));
        assertEquals(before, everything());
    }

    @Test
    void a_segment_that_is_no_more_is_forgotten_with_its_history() throws SQLException {
        shop.store(RuleShop.empty().order("1", MONDAY, 5), MONDAY);
        rules.refresh(new RuleBook(List.of(new RuleSegment("gone", spentInAYear(1)))));
        assertEquals(new RuleRefresh(0, 0, 1), rules.refresh(NONE));
        assertEquals(Map.of(), new MembershipStore(warehouse).sizes(RuleMemberships.KIND));
        assertEquals(List.of(), new MembershipStore(warehouse).changes(RuleMemberships.KIND, "1"));
    }

    @Test
    void who_objects_to_profiling_is_forgotten_here_too() throws SQLException {
        RuleBook book = new RuleBook(List.of(new RuleSegment("all", spentInAYear(1))));
        shop.store(RuleShop.empty().order("1", MONDAY, 5).order("2", MONDAY, 5), MONDAY);
        rules.refresh(book);
        shop.store(RuleShop.empty().order("2", MONDAY, 5), TUESDAY);
        rules.refresh(book);
        assertEquals(List.of(), new MembershipStore(warehouse).changes(RuleMemberships.KIND, "1"));
        assertEquals(1, warehouse.count("rule_seen"));
    }

    private Map<String, Object> everything() {
        Map<String, Object> all = new LinkedHashMap<>();
        MembershipStore memberships = new MembershipStore(warehouse);
        all.put("sizes", memberships.sizes(RuleMemberships.KIND));
        for (int i = 0; i < 40; i++) {
            all.put("c" + i, memberships.changes(RuleMemberships.KIND, "c" + i));
        }
        return all;
    }

    private Map<String, Set<String>> expected(RuleBook book, InMemoryHistories people, FeatureVectors stored) {
        MembershipStore memberships = new MembershipStore(warehouse);
        Map<String, Set<String>> expected = new HashMap<>();
        book.segments().forEach(segment -> expected.put(segment.key(), new HashSet<>()));
        stored.forEach(vector -> {
            PurchaseHistory history = RuleShop.historyOf(people, vector, MONDAY);
            Optional<String> rfm = memberships.segmentOf("rfm", vector.contactId());
            for (RuleSegment segment : book.segments()) {
                boolean fits = segment.rule()
                        .accept(new RuleOracle(
                                vector,
                                history,
                                MONDAY,
                                key -> rfm.filter(key::equals).isPresent()
                                        || expected.getOrDefault(key, Set.of()).contains(vector.contactId())));
                if (fits) {
                    expected.get(segment.key()).add(vector.contactId());
                }
            }
        });
        return expected;
    }

    private static SegmentRule spentInAYear(double over) {
        return new PurchaseCondition(new PurchaseTotal(PurchaseMeasure.SPENT, "", "", 365), Comparison.ABOVE, over);
    }

    private static SegmentRule orders(String category, int days, Comparison comparison, double count) {
        return new PurchaseCondition(new PurchaseTotal(PurchaseMeasure.ORDERS, "", category, days), comparison, count);
    }
}
