/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import static org.junit.jupiter.api.Assertions.*;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.predictive.feature.FeatureExtractor;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.VectorFixture;
import org.segcast.predictive.review.MembershipFigures;
import org.segcast.predictive.review.MoveDays;
import org.segcast.predictive.review.Overlap;

class SegmentFiguresTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 6, 2);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    @TempDir
    Path folder;

    private TemporaryWarehouse warehouse;
    private MembershipStore memberships;
    private SegmentFigures figures;

    @BeforeEach
    void open() throws SQLException {
        warehouse = new TemporaryWarehouse(folder);
        memberships = new MembershipStore(warehouse);
        figures = new SegmentFigures(warehouse);
    }

    @AfterEach
    void close() throws SQLException {
        warehouse.close();
    }

    @Test
    void there_are_none_before_the_first_matrix() {
        assertEquals(Optional.empty(), figures.all());
    }

    @Test
    void contacts_without_any_segment_are_counted_among_all() {
        contacts(3);
        assertEquals(Optional.of(new MembershipFigures(MONDAY, 3, Map.of(), Map.of(), List.of())), figures.all());
    }

    @Test
    void sizes_days_of_moves_and_shared_members_are_told_across_kinds() {
        contacts(4);
        replace("rfm", MONDAY, "1 loyal", "2 loyal", "3 new", "4 new");
        replace("rule", MONDAY, "1 big", "2 big", "3 big");
        replace("rfm", TUESDAY, "1 loyal", "2 lost", "3 new", "4 new");
        MembershipFigures all = figures.all().orElseThrow();
        assertEquals(Map.of("loyal", 1L, "lost", 1L, "new", 2L, "big", 3L), all.sizes());
        assertEquals(
                Map.of(
                        "loyal", new MoveDays(MONDAY, TUESDAY),
                        "lost", new MoveDays(TUESDAY, TUESDAY),
                        "new", new MoveDays(MONDAY, MONDAY),
                        "big", new MoveDays(MONDAY, MONDAY)),
                all.moves());
        assertEquals(
                List.of(new Overlap("big", "lost", 1), new Overlap("big", "loyal", 1), new Overlap("big", "new", 1)),
                all.overlaps());
        assertEquals(4, all.contacts());
        assertEquals(MONDAY, all.asOf());
    }

    @Test
    void a_hundred_segments_at_random_overlap_as_counted_pair_by_pair() {
        contacts(60);
        Random random = new Random(7);
        Map<String, Set<String>> members = new TreeMap<>();
        for (int kind = 0; kind < 20; kind++) {
            int of = kind;
            memberships.replace(
                    "kind" + kind,
                    MONDAY,
                    sink -> IntStream.range(0, 60)
                            .filter(contact -> random.nextInt(3) > 0)
                            .forEach(contact -> {
                                String segment = "s" + of + "-" + random.nextInt(5);
                                sink.accept(Integer.toString(contact + 1), segment);
                                members.computeIfAbsent(segment, key -> new HashSet<>())
                                        .add(Integer.toString(contact + 1));
                            }));
        }
        Map<Set<String>, Long> expected = new HashMap<>();
        members.forEach((one, ofOne) -> members.forEach((other, ofOther) -> {
            Set<String> both = new HashSet<>(ofOne);
            both.retainAll(ofOther);
            if (!one.equals(other) && !both.isEmpty()) {
                expected.put(Set.of(one, other), (long) both.size());
            }
        }));
        Map<Set<String>, Long> found = new HashMap<>();
        List<Overlap> overlaps = figures.all().orElseThrow().overlaps();
        overlaps.forEach(overlap -> found.put(Set.of(overlap.one(), overlap.other()), overlap.both()));
        assertTrue(members.size() > 90, () -> "segments " + new TreeSet<>(members.keySet()));
        assertEquals(expected, found);
        assertEquals(expected.size(), overlaps.size());
    }

    private void contacts(int count) {
        FeatureSchema schema = new FeatureExtractor(List.of()).schema();
        List<String> ids =
                IntStream.range(0, count).mapToObj(i -> Integer.toString(i + 1)).toList();
        new FeatureStore(warehouse)
                .replace(
                        VectorFixture.matrix(
                                schema,
                                ids.stream()
                                        .map(id -> VectorFixture.vector(schema, id, Map.of()))
                                        .toList()),
                        MONDAY);
    }

    private void replace(String kind, LocalDate asOf, String... assignments) {
        memberships.replace(kind, asOf, sink -> {
            for (String assignment : assignments) {
                String[] parts = assignment.split(" ");
                sink.accept(parts[0], parts[1]);
            }
        });
    }
}
