/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.connector.mirror.DuckDbWarehouse;
import org.segcast.connector.mirror.Mirror;
import org.segcast.connector.spi.Consent;
import org.segcast.connector.spi.FakeCrm;
import org.segcast.connector.spi.HeldMarks;
import org.segcast.connector.spi.ListedChanges;
import org.segcast.connector.spi.ListedChanges.TagChange;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.Records;
import org.segcast.connector.spi.ScoreMark;
import org.segcast.connector.spi.TagDefinition;
import org.segcast.connector.sync.Sync;
import org.segcast.connector.sync.SyncSettings;

class PushUndoTest {
    private static final TagDefinition GOLD = new TagDefinition("gold", "Gold", 1);
    private static final ScoreMark BEFORE = new ScoreMark("Champions", 10, "before");
    private static final ScoreMark AFTER = new ScoreMark("Champions", 90, "after");

    private final FakeCrm crm = new FakeCrm();

    private DuckDbWarehouse warehouse;
    private PushPlanner planner;
    private PushUndo undo;

    @BeforeEach
    void one_push_onto_marks_from_before(@TempDir Path folder) {
        for (int id = 1; id <= 6; id++) {
            crm.with(Records.contact(Integer.toString(id), "Contact " + id));
        }
        warehouse = new DuckDbWarehouse(folder.resolve("warehouse.duckdb"), 64, 1);
        sync();
        planner = new PushPlanner(warehouse);
        undo = new PushUndo(warehouse);
        push(1, Set.of("1", "2"), Map.of("1", BEFORE, "2", BEFORE));
        push(2, Set.of("2", "3", "4"), Map.of("1", AFTER, "3", AFTER));
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void everything_is_as_it_was_before_the_push() {
        assertEquals(OptionalLong.of(2), undo.last());
        assertEquals(new PushCounts(4, List.of(new PushCounts.TagCount(GOLD, 1, 2)), 1, 1, 1), undo.preview(2));
        undo(2);
        assertEquals(
                new HeldMarks(Map.of("gold", Set.of("1", "2")), Map.of("1", BEFORE, "2", BEFORE)), HeldMarks.of(crm));
        assertEquals(OptionalLong.of(1), undo.last());
    }

    @Test
    void the_push_before_can_be_undone_too_until_nothing_is_left() {
        undo(2);
        undo(1);
        assertEquals(HeldMarks.NONE, HeldMarks.of(crm));
        assertEquals(OptionalLong.empty(), undo.last());
    }

    @Test
    void afterwards_the_next_plan_shows_the_differences_again() {
        undo(2);
        PushPlan plan = planner.plan(desired(Set.of("2", "3", "4"), Map.of("1", AFTER, "3", AFTER)), new Hysteresis(5));
        assertEquals(undo.sent(1).contacts(), 2);
        assertEquals(4, plan.contacts());
    }

    @Test
    void what_people_changed_meanwhile_stays() {
        ScoreMark edited = new ScoreMark("Champions", 90, "my own words");
        crm.push(
                new ListedChanges(
                        List.of(new TagChange(GOLD, Set.of("1"), Set.of("3"))), Map.of("3", edited), Set.of()),
                ProgressListener.SILENT);
        undo(2);
        assertEquals(
                new HeldMarks(Map.of("gold", Set.of("1", "2")), Map.of("1", BEFORE, "2", BEFORE, "3", edited)),
                HeldMarks.of(crm));
    }

    @Test
    void nothing_is_given_back_to_one_who_objects_or_is_gone() {
        crm.with(Records.contact("1", "Contact 1", new Consent(true, false), Map.of()));
        crm.delete("2");
        sync();
        undo(2);
        HeldMarks held = HeldMarks.of(crm);
        assertFalse(held.tags().get("gold").contains("1"));
        assertFalse(held.scores().containsKey("2"));
    }

    @Test
    void an_undo_that_was_cut_off_goes_on() {
        planner.readHeld(crm);
        assertThrows(
                CancellationException.class,
                () -> undo.apply(2, crm, (done, total) -> {
                    if (done > 0) {
                        throw new CancellationException();
                    }
                }));
        undo(2);
        assertEquals(
                new HeldMarks(Map.of("gold", Set.of("1", "2")), Map.of("1", BEFORE, "2", BEFORE)), HeldMarks.of(crm));
    }

    @Test
    void a_push_that_went_on_after_a_stop_is_undone_as_a_whole() {
        push(2, Set.of("2", "3", "4", "5"), Map.of("1", AFTER, "3", AFTER, "6", AFTER));
        assertEquals(6, undo.sent(2).contacts());
        undo(2);
        assertEquals(
                new HeldMarks(Map.of("gold", Set.of("1", "2")), Map.of("1", BEFORE, "2", BEFORE)), HeldMarks.of(crm));
    }

    @Test
    void only_the_last_five_are_kept() {
        for (int push = 3; push <= 7; push++) {
            push(push, Set.of(Integer.toString(push % 2 + 1)), Map.of());
        }
        assertEquals(0, undo.sent(2).contacts());
        assertTrue(undo.sent(3).contacts() > 0);
    }

    @Test
    void of_one_who_objects_nothing_is_kept() {
        crm.with(Records.contact("3", "Contact 3", new Consent(true, false), Map.of()));
        sync();
        planner.plan(desired(Set.of(), Map.of()), Hysteresis.NONE);
        assertEquals(3, undo.sent(2).contacts());
    }

    private void undo(long push) {
        planner.readHeld(crm);
        undo.apply(push, crm, ProgressListener.SILENT);
        planner.readHeld(crm);
        undo.forget(push);
    }

    private void push(long push, Set<String> gold, Map<String, ScoreMark> scores) {
        PushPlan plan = planner.plan(desired(gold, scores), Hysteresis.NONE);
        new Push(warehouse).apply(push, plan, crm, ProgressListener.SILENT);
        planner.readHeld(crm);
    }

    private void sync() {
        new Sync(crm, new Mirror(warehouse), SyncSettings.DEFAULT)
                .run(Instant.parse("2026-01-01T00:00:00Z"), ProgressListener.SILENT);
    }

    private static DesiredMarks desired(Set<String> gold, Map<String, ScoreMark> scores) {
        return new DesiredMarks() {
            @Override
            public List<TagDefinition> tags() {
                return List.of(GOLD);
            }

            @Override
            public void members(MemberSink sink) {
                gold.forEach(contact -> sink.accept(GOLD.key(), contact));
            }

            @Override
            public void scores(ScoreSink sink) {
                scores.forEach(
                        (contact, mark) -> sink.accept(contact, new DesiredScore(mark, mark.percent(), mark.reason())));
            }
        };
    }
}
