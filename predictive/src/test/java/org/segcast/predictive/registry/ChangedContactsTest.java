/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import static org.junit.jupiter.api.Assertions.*;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segcast.predictive.history.InMemoryHistories;
import org.segcast.predictive.history.PurchaseLine;
import org.segcast.predictive.rfm.RfmSegment;
import org.segcast.predictive.rule.Comparison;
import org.segcast.predictive.rule.MemberCondition;
import org.segcast.predictive.rule.NumberCondition;
import org.segcast.predictive.rule.PurchaseCondition;
import org.segcast.predictive.rule.PurchaseMeasure;
import org.segcast.predictive.rule.PurchaseTotal;
import org.segcast.predictive.rule.RuleBook;
import org.segcast.predictive.rule.RuleSegment;
import org.segcast.predictive.rule.SegmentRule;

/** Two warehouses of the same shop: in one the rules look only at whose data changed, where they may, in the other always at everybody. */
class ChangedContactsTest {
    private static final LocalDate BEGIN = LocalDate.of(2025, 6, 2);
    private static final SegmentRule TENTS =
            new PurchaseCondition(new PurchaseTotal(PurchaseMeasure.UNITS, "", "tents", 90), Comparison.AT_LEAST, 2);
    private static final RuleBook BOOK = new RuleBook(List.of(new RuleSegment("tents", TENTS)));

    @TempDir
    Path folder;

    private TemporaryWarehouse changed;
    private TemporaryWarehouse whole;

    @BeforeEach
    void open() throws Exception {
        changed = new TemporaryWarehouse(Files.createDirectories(folder.resolve("changed")));
        whole = new TemporaryWarehouse(Files.createDirectories(folder.resolve("whole")));
    }

    @AfterEach
    void close() throws SQLException {
        changed.close();
        whole.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void looking_at_whose_data_changed_keeps_what_looking_at_everybody_does_record_by_record(long seed)
            throws SQLException {
        Random random = new Random(seed);
        InMemoryHistories people = RuleShop.random(seed, ShopChanges.CONTACTS, BEGIN);
        ShopChanges changes = new ShopChanges(people, random);
        List<RuleSegment> rules = rules(random);
        LocalDate day = BEGIN;
        int fewer = 0;
        int moved = 0;
        for (int step = 0; step < 25; step++) {
            RuleRefresh all = evaluated(people, day, rules);
            RuleRefresh some = new RuleMemberships(changed).refresh(new RuleBook(rules));
            String where = "seed " + seed + ", step " + step + ", " + day + ", after " + changes.last();
            assertEquals(all.entered() + " " + all.left(), some.entered() + " " + some.left(), where);
            assertEquals(records(whole), records(changed), where);
            assertEquals(0, tables(changed), "people's rows that are left after the evaluation, " + where);
            fewer += some.looked() < all.looked() ? 1 : 0;
            moved += some.looked() < all.looked() && some.entered() + some.left() > 0 ? 1 : 0;
            day = day.plusDays(random.nextInt(4) > 0 ? 0 : List.of(1, 1, 40, -1).get(random.nextInt(4)));
            changes.make(day);
            edit(rules, random);
        }
        assertTrue(
                fewer >= 4 && moved >= 2, fewer + " evaluations looked at fewer, " + moved + " of them moved somebody");
    }

    private RuleRefresh evaluated(InMemoryHistories people, LocalDate day, List<RuleSegment> rules)
            throws SQLException {
        new RuleShop(changed).store(people, day);
        new RuleShop(whole).storeAnew(people, day);
        return new RuleMemberships(whole).refresh(new RuleBook(rules));
    }

    @Test
    void looks_at_nobody_where_nothing_changed_and_at_those_whose_lines_did_though_no_measure_tells_it()
            throws SQLException {
        InMemoryHistories people = RuleShop.random(1, 60, BEGIN)
                .order("c1", BEGIN, 9, new PurchaseLine("p1", "Shoes", 2, 9))
                .order("c1", BEGIN, 9, new PurchaseLine("p1", "tents", 2, 9));
        RuleMemberships rules = new RuleMemberships(changed);
        RuleShop shop = new RuleShop(changed);
        shop.store(people, BEGIN);
        assertEquals(60, rules.refresh(BOOK).looked());
        shop.store(people, BEGIN);
        assertEquals(0, rules.refresh(BOOK).looked());
        ShopChanges.recategorise(people, "c1");
        shop.store(people, BEGIN);
        assertEquals(1, rules.refresh(BOOK).looked());
    }

    @Test
    void looks_at_everybody_after_a_day_another_rule_or_two_matrices_and_where_a_rule_asks_for_an_rfm_segment()
            throws SQLException {
        InMemoryHistories people = RuleShop.random(1, 60, BEGIN)
                .order("c1", BEGIN, 9, new PurchaseLine("p1", "Shoes", 2, 9))
                .order("c1", BEGIN, 9, new PurchaseLine("p1", "tents", 2, 9));
        RuleMemberships rules = new RuleMemberships(changed);
        RuleShop shop = new RuleShop(changed);
        shop.store(people, BEGIN);
        rules.refresh(BOOK);
        shop.store(people, BEGIN.plusDays(1));
        assertEquals(60, rules.refresh(BOOK).looked());
        RuleBook asking = new RuleBook(List.of(new RuleSegment("tents", new MemberCondition("champions"))));
        shop.store(people, BEGIN.plusDays(1));
        assertEquals(60, rules.refresh(asking).looked());
        shop.store(people, BEGIN.plusDays(1));
        assertEquals(60, rules.refresh(asking).looked());
        shop.store(people, BEGIN.plusDays(1));
        shop.store(people, BEGIN.plusDays(1));
        assertEquals(60, rules.refresh(asking).looked());
        assertEquals(60, rules.refresh(BOOK).looked());
    }

    @Test
    void nothing_noted_of_somebody_who_is_forgotten_stays() throws SQLException {
        InMemoryHistories people = RuleShop.random(1, 60, BEGIN)
                .order("c1", BEGIN, 9, new PurchaseLine("p1", "Shoes", 2, 9))
                .order("c1", BEGIN, 9, new PurchaseLine("p1", "tents", 2, 9));
        RuleMemberships rules = new RuleMemberships(changed);
        RuleShop shop = new RuleShop(changed);
        shop.store(people, BEGIN);
        rules.refresh(BOOK);
        ShopChanges.recategorise(people, "c1");
        shop.store(people, BEGIN);
        assertEquals(3, tables(changed));
        new FeatureStore(changed).forget(List.of("c1"));
        assertEquals(0, tables(changed));
        assertEquals(59, rules.refresh(BOOK).looked());
    }

    private static List<RuleSegment> rules(Random random) {
        List<RuleSegment> rules = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            rules.add(new RuleSegment("r" + i, ofOwnData(random, i)));
        }
        rules.add(new RuleSegment("notes", new NumberCondition("note_garden", Comparison.EQUAL, 1)));
        rules.add(new RuleSegment("tents", TENTS));
        return rules;
    }

    private static SegmentRule ofOwnData(Random random, int before) {
        return Stream.generate(() -> RandomRules.random(random, 2, before))
                .filter(rule -> rule.conditions().noneMatch(new MemberCondition("champions")::equals))
                .findFirst()
                .orElseThrow();
    }

    /** Now and then a rule changes, comes or goes; for a while there are some that ask for RFM segments. */
    private static void edit(List<RuleSegment> rules, Random random) {
        int last = rules.size() - 1;
        switch (random.nextInt(12)) {
            case 0 -> rules.set(last, new RuleSegment(rules.get(last).key(), ofOwnData(random, 0)));
            case 1 -> rules.add(new RuleSegment("r" + (100 + random.nextInt(900)), ofOwnData(random, 5)));
            case 2, 3, 4, 5 ->
                rules.removeIf(
                        rule -> rule.key().startsWith("rfm-") || rule.key().length() == 4);
            case 6 -> askForRfm(rules);
            default -> {}
        }
    }

    private static void askForRfm(List<RuleSegment> rules) {
        rules.removeIf(rule -> rule.key().startsWith("rfm-"));
        for (RfmSegment segment : RfmSegment.values()) {
            rules.add(new RuleSegment("rfm-" + segment.key(), new MemberCondition(segment.key())));
        }
    }

    private static Map<String, List<String>> records(TemporaryWarehouse warehouse) {
        Map<String, List<String>> records = new LinkedHashMap<>();
        for (String table : List.of("membership", "membership_history", "rule_seen", "rule_version")) {
            records.put(
                    table,
                    new Warehouse(warehouse)
                            .list(
                                    "reading",
                                    row -> row.getString(1),
                                    "SELECT CAST(t AS VARCHAR) FROM predictive." + table + " t ORDER BY 1"));
        }
        return records;
    }

    private static long tables(TemporaryWarehouse warehouse) {
        return new Warehouse(warehouse)
                .list(
                        "reading",
                        row -> row.getLong(1),
                        "SELECT count(*) FROM information_schema.tables WHERE table_name LIKE 'changed%'")
                .get(0);
    }
}
