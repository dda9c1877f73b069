/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import static org.junit.jupiter.api.Assertions.*;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segcast.predictive.history.InMemoryHistories;
import org.segcast.predictive.history.PurchaseLine;
import org.segcast.predictive.rule.RuleBook;
import org.segcast.predictive.rule.RuleSegment;

/** Evaluations that write only what changed, against evaluations that begin with nothing: random rules, changes and days. */
class RuleRefreshTest {
    private static final LocalDate BEGIN = LocalDate.of(2025, 6, 2);
    private static final int CONTACTS = 24;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void what_is_kept_from_day_to_day_is_what_an_evaluation_from_nothing_finds(long seed) throws Exception {
        Random random = new Random(seed);
        InMemoryHistories people = RuleShop.random(seed, CONTACTS, BEGIN);
        List<RuleSegment> rules = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            rules.add(new RuleSegment("r" + i, RandomRules.random(random, 2, i)));
        }
        TreeMap<LocalDate, Set<String>> members = new TreeMap<>();
        try (TemporaryWarehouse kept = new TemporaryWarehouse(Files.createDirectories(folder.resolve("kept")))) {
            RuleShop shop = new RuleShop(kept);
            LocalDate day = BEGIN;
            int changes = 0;
            for (int step = 0; step < 10; step++) {
                RuleBook book = new RuleBook(rules);
                shop.store(people, day);
                RuleRefresh told = new RuleMemberships(kept).refresh(book);
                members.tailMap(day).clear();
                Set<String> before =
                        members.isEmpty() ? Set.of() : members.lastEntry().getValue();
                members.put(day, members(kept));
                String where = "seed " + seed + ", step " + step + ", " + day;
                assertEquals(fromNothing(people, day, book, step), members.get(day), where);
                assertEquals(told.entered(), without(members.get(day), before).size(), where);
                assertEquals(told.left(), without(before, members.get(day)).size(), where);
                assertEquals(moves(members), recorded(kept), where);
                changes += told.left() > 0 && told.entered() > 0 ? 1 : 0;
                day = day.plusDays(List.of(0, 1, 1, 1, 35, -1).get(random.nextInt(6)));
                change(people, random, day);
                edit(rules, random, members);
            }
            assertTrue(changes > 1, "somebody came and somebody went in " + changes + " of the evaluations");
        }
    }

    private Set<String> fromNothing(InMemoryHistories people, LocalDate day, RuleBook book, int step) throws Exception {
        Path fresh = Files.createDirectories(folder.resolve("fresh" + step));
        try (TemporaryWarehouse nothing = new TemporaryWarehouse(fresh)) {
            new RuleShop(nothing).store(people, day);
            new RuleMemberships(nothing).refresh(book);
            return members(nothing);
        }
    }

    /** Some days nobody buys anything, so that only the day moves. */
    private static void change(InMemoryHistories people, Random random, LocalDate day) {
        for (int i = random.nextInt(4); i > 0; i--) {
            String id = "c" + random.nextInt(CONTACTS + 2);
            people.order(
                    id,
                    day.minusDays(random.nextInt(3)),
                    1 + random.nextInt(200),
                    new PurchaseLine("p1", "Tents", 2, 9));
        }
        if (random.nextInt(3) == 0) {
            people.contact("c" + random.nextInt(CONTACTS), Map.of("age", Integer.toString(18 + random.nextInt(60))));
        }
    }

    /** A segment whose rule nobody refers to goes, with all that was recorded of it, or another rule takes its place. */
    private static void edit(List<RuleSegment> rules, Random random, TreeMap<LocalDate, Set<String>> members) {
        int kind = random.nextInt(4);
        int last = rules.size() - 1;
        if (kind == 0) {
            rules.set(last, new RuleSegment(rules.get(last).key(), RandomRules.random(random, 2, 0)));
        } else if (kind == 1 && last > 8) {
            String gone = " " + rules.remove(last).key();
            members.values().forEach(day -> day.removeIf(member -> member.endsWith(gone)));
        } else if (kind == 2) {
            rules.add(new RuleSegment("r" + rules.size(), RandomRules.random(random, 2, rules.size())));
        }
    }

    private static Set<String> members(TemporaryWarehouse warehouse) {
        Set<String> members = new HashSet<>();
        new MembershipStore(warehouse)
                .assignments(RuleMemberships.KIND)
                .forEach((contact, segment) ->
                        assertTrue(members.add(contact + " " + segment), "twice: " + contact + " in " + segment));
        return members;
    }

    private static List<String> moves(TreeMap<LocalDate, Set<String>> members) {
        List<String> moves = new ArrayList<>();
        Set<String> before = Set.of();
        for (Map.Entry<LocalDate, Set<String>> day : members.entrySet()) {
            without(day.getValue(), before).forEach(member -> moves.add(day.getKey() + " + " + member));
            without(before, day.getValue()).forEach(member -> moves.add(day.getKey() + " - " + member));
            before = day.getValue();
        }
        return moves.stream().sorted().toList();
    }

    private static List<String> recorded(TemporaryWarehouse warehouse) {
        return new Warehouse(warehouse)
                        .list(
                                "reading",
                                row -> Warehouse.date(row, "as_of")
                                        + (row.getString("from_segment").isEmpty() ? " + " : " - ")
                                        + row.getString("contact_id") + " " + row.getString("from_segment")
                                        + row.getString("to_segment"),
                                "SELECT * FROM predictive.membership_history WHERE kind = 'rule'")
                        .stream()
                        .sorted()
                        .toList();
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }
}
