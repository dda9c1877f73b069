/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import static org.junit.jupiter.api.Assertions.*;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MembershipStoreTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 6, 2);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    @TempDir
    Path folder;

    private TemporaryWarehouse warehouse;
    private MembershipStore store;

    @BeforeEach
    void open() throws SQLException {
        warehouse = new TemporaryWarehouse(folder);
        store = new MembershipStore(warehouse);
        replace(MONDAY, "1 loyal", "2 loyal", "3 new");
    }

    @AfterEach
    void close() throws SQLException {
        warehouse.close();
    }

    @Test
    void knows_sizes_segments_and_date() {
        assertEquals(Map.of("loyal", 2L, "new", 1L), store.sizes("rfm"));
        assertEquals(Optional.of("new"), store.segmentOf("rfm", "3"));
        assertEquals(Optional.of(MONDAY), store.asOf("rfm"));
        assertEquals(Map.of(), store.sizes("clusters"));
        assertEquals(Optional.empty(), store.segmentOf("rfm", "9"));
    }

    @Test
    void records_only_who_changed_with_date_and_cause() throws SQLException {
        replace(TUESDAY, "1 loyal", "2 rescue", "4 new");
        assertEquals(3 + 3, warehouse.count("membership_history"));
        assertEquals(
                List.of(
                        new SegmentChange("2", TUESDAY, "loyal", "rescue", SegmentChange.Cause.MOVED),
                        new SegmentChange("2", MONDAY, "", "loyal", SegmentChange.Cause.JOINED)),
                store.changes("rfm", "2"));
        assertEquals(SegmentChange.Cause.LEFT, store.changes("rfm", "3").get(0).cause());
        assertEquals(
                SegmentChange.Cause.JOINED, store.changes("rfm", "4").get(0).cause());
        assertEquals(
                List.of(
                        new SegmentMove("", "new", 1),
                        new SegmentMove("loyal", "rescue", 1),
                        new SegmentMove("new", "", 1)),
                store.moves("rfm", TUESDAY));
    }

    @Test
    void moves_over_a_time_compare_its_beginning_with_its_end_whatever_came_between() throws SQLException {
        LocalDate wednesday = TUESDAY.plusDays(1);
        replace(TUESDAY, "1 rescue", "2 rescue", "3 new", "4 new");
        replace(wednesday, "1 loyal", "2 lost", "4 loyal");
        assertEquals(
                List.of(
                        new SegmentMove("", "loyal", 1),
                        new SegmentMove("loyal", "lost", 1),
                        new SegmentMove("new", "", 1)),
                store.moves("rfm", MONDAY, wednesday));
        assertEquals(store.moves("rfm", wednesday), store.moves("rfm", TUESDAY, wednesday));
        assertEquals(store.moves("rfm", TUESDAY), store.moves("rfm", MONDAY, TUESDAY));
        assertEquals(List.of(), store.moves("rfm", wednesday, wednesday));
        assertEquals(List.of(wednesday, TUESDAY, MONDAY), store.changeDates("rfm"));
    }

    @Test
    void running_the_same_date_again_with_the_same_data_records_nothing() throws SQLException {
        replace(TUESDAY, "1 loyal", "2 rescue", "3 new");
        long before = warehouse.count("membership_history");
        List<SegmentMove> moves = store.moves("rfm", TUESDAY);
        replace(TUESDAY, "1 loyal", "2 rescue", "3 new");
        assertEquals(before, warehouse.count("membership_history"));
        assertEquals(moves, store.moves("rfm", TUESDAY));
    }

    @Test
    void running_the_same_date_again_with_other_data_records_them_against_the_day_before() {
        replace(TUESDAY, "1 loyal", "2 rescue", "3 new");
        replace(TUESDAY, "1 loyal", "2 loyal", "3 lost");
        assertEquals(1, store.changes("rfm", "2").size());
        assertEquals(List.of(new SegmentMove("new", "lost", 1)), store.moves("rfm", TUESDAY));
    }

    @Test
    void an_earlier_date_takes_back_what_was_recorded_after_it() throws SQLException {
        replace(TUESDAY, "1 rescue", "2 loyal", "3 new");
        replace(TUESDAY.plusDays(1), "1 lost", "2 loyal", "3 new");
        replace(TUESDAY, "1 rescue", "2 loyal", "3 new");
        assertEquals(4, warehouse.count("membership_history"));
        assertEquals(List.of(new SegmentMove("loyal", "rescue", 1)), store.moves("rfm", TUESDAY));
    }

    @Test
    void a_day_without_changes_has_no_moves() {
        replace(TUESDAY, "1 loyal", "2 loyal", "3 new");
        assertEquals(List.of(), store.moves("rfm", TUESDAY));
    }

    @Test
    void a_replacement_that_dies_half_way_changes_nothing() {
        assertThrows(
                IllegalStateException.class,
                () -> store.replace("rfm", TUESDAY, sink -> {
                    sink.accept("1", "lost");
                    throw new IllegalStateException("killed");
                }));
        assertEquals(Map.of("loyal", 2L, "new", 1L), store.sizes("rfm"));
        assertEquals(Optional.of(MONDAY), store.asOf("rfm"));
    }

    @Test
    void kinds_do_not_touch_each_other() {
        store.replace("clusters", TUESDAY, sink -> sink.accept("1", "a"));
        assertEquals(Optional.of("loyal"), store.segmentOf("rfm", "1"));
        assertEquals(Optional.of("a"), store.segmentOf("clusters", "1"));
    }

    private void replace(LocalDate asOf, String... assignments) {
        store.replace("rfm", asOf, sink -> {
            for (String assignment : assignments) {
                String[] parts = assignment.split(" ");
                sink.accept(parts[0], parts[1]);
            }
        });
    }
}
