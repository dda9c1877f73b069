/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.connector.mirror.DuckDbWarehouse;
import org.segcast.connector.mirror.Mirror;
import org.segcast.connector.mirror.MirrorSession;
import org.segcast.connector.push.PushPlan.ScoreDifference;
import org.segcast.connector.spi.Consent;
import org.segcast.connector.spi.FakeCrm;
import org.segcast.connector.spi.HeldMarks;
import org.segcast.connector.spi.ListedChanges;
import org.segcast.connector.spi.ListedChanges.TagChange;
import org.segcast.connector.spi.MarkChanges.Direction;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.PushReceipt;
import org.segcast.connector.spi.Records;
import org.segcast.connector.spi.ScoreMark;
import org.segcast.connector.spi.TagDefinition;
import org.segcast.connector.sync.Sync;
import org.segcast.connector.sync.SyncSettings;

class PushPlannerTest {
    private static final TagDefinition GOLD = new TagDefinition("gold", "Gold", 1);
    private static final TagDefinition BLUE = new TagDefinition("blue", "Blue", 2);
    private static final String OBJECTED = "8";

    private final FakeCrm crm = new FakeCrm();

    private DuckDbWarehouse warehouse;
    private PushPlanner planner;

    @BeforeEach
    void seven_contacts_and_one_who_objects(@TempDir Path folder) {
        for (int id = 1; id <= 7; id++) {
            crm.with(Records.contact(Integer.toString(id), "Contact " + id));
        }
        crm.with(Records.contact(OBJECTED, "Objects", new Consent(true, false), Map.of()));
        warehouse = new DuckDbWarehouse(folder.resolve("warehouse.duckdb"), 64, 1);
        sync();
        planner = new PushPlanner(warehouse);
    }

    private void sync() {
        new Sync(crm, new Mirror(warehouse), SyncSettings.DEFAULT)
                .run(Instant.parse("2026-01-01T00:00:00Z"), ProgressListener.SILENT);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void plans_only_the_differences_and_counts_them_per_tag() {
        held(Map.of("gold", Set.of("1", "2")), Map.of());
        PushPlan plan = plan(Map.of("gold", Set.of("2", "3")), Map.of());
        assertEquals(
                List.of(
                        new TagDifference(
                                GOLD,
                                2,
                                2,
                                1,
                                1,
                                List.of(
                                        new TagDifference.Sample("1", Direction.REMOVED),
                                        new TagDifference.Sample("3", Direction.ADDED))),
                        new TagDifference(BLUE, 0, 0, 0, 0, List.of())),
                plan.differences());
        assertEquals(List.of(GOLD), plan.changes().tags(), "an unchanged tag is not sent");
        assertEquals(2, plan.contacts());
    }

    @Test
    void nothing_to_do_is_an_empty_plan() {
        held(Map.of("gold", Set.of("1")), Map.of("1", mark(50, "soon")));
        PushPlan plan = plan(Map.of("gold", Set.of("1")), Map.of("1", score(50, "soon")));
        assertTrue(plan.isEmpty());
        assertEquals(0, plan.contacts());
    }

    @Test
    void before_the_first_there_is_no_plan_and_afterwards_the_last_one() {
        assertTrue(planner.current().isEmpty());
        PushPlan plan = plan(Map.of("gold", Set.of("1")), Map.of());
        PushPlan kept = new PushPlanner(warehouse).current().orElseThrow();
        assertEquals(plan.fingerprint(), kept.fingerprint());
        assertEquals(changes(plan), changes(kept));
    }

    @Test
    void who_is_no_longer_desired_loses_every_mark() {
        held(Map.of("gold", Set.of("1"), "blue", Set.of("1")), Map.of("1", mark(50, "soon"), "2", mark(9, "late")));
        PushPlan plan = plan(Map.of(), Map.of("2", score(9, "late")));
        assertEquals(Set.of("1"), changes(plan).clearings());
        assertEquals(3, plan.changes().size());
        assertEquals(1, plan.contacts());
    }

    @Test
    void a_tag_that_we_no_longer_have_is_taken_from_all() {
        held(Map.of("old-segment", Set.of("1", "2")), Map.of());
        PushPlan plan = plan(Map.of(), Map.of());
        TagDifference retired = plan.differences().get(2);
        assertEquals("old-segment", retired.tag().key());
        assertEquals(2, retired.removed());
        assertEquals(List.of(GOLD, BLUE), plan.tags(), "it is not prepared again");
    }

    @Test
    void marks_for_contacts_that_the_crm_has_not_or_that_object_are_dropped() {
        PushPlan plan = plan(
                Map.of("gold", Set.of("1", "gone", OBJECTED)),
                Map.of("gone", score(50, "soon"), OBJECTED, score(50, "soon")));
        assertEquals(
                List.of(new TagChange(GOLD, Set.of("1"), Set.of())),
                changes(plan).tagChanges());
        assertEquals(0, plan.changes().scoreChanges());
    }

    @Test
    void who_objects_loses_every_mark() {
        held(Map.of("gold", Set.of(OBJECTED)), Map.of(OBJECTED, mark(50, "soon")));
        PushPlan plan = plan(Map.of("gold", Set.of(OBJECTED)), Map.of(OBJECTED, score(50, "soon")));
        assertEquals(2, plan.changes().size());
        assertEquals(Set.of(OBJECTED), changes(plan).clearings());
    }

    @Test
    void a_score_changes_where_a_reader_sees_a_difference() {
        held(Map.of(), Map.of("1", mark(50, "a"), "2", mark(50, "a"), "3", mark(50, "a"), "4", mark(50, "a")));
        PushPlan plan = plan(
                Map.of(),
                Map.of(
                        "1", score(50.04, "a"),
                        "2", score(50.1, "a"),
                        "3", score(50, "b"),
                        "4", new DesiredScore(new ScoreMark("Rescue", 50, "a"), 50, "a"),
                        "5", score(1, "a")));
        assertEquals(Set.of("2", "3", "4", "5"), changes(plan).marks().keySet());
        ScoreDifference scores = plan.scores();
        assertEquals(List.of(1L, 3L, 0L), List.of(scores.added(), scores.changed(), scores.cleared()));
        assertEquals(
                List.of("2", "3", "4", "5"),
                scores.sample().stream().map(ScoreDifference.Sample::contactId).toList());
    }

    @Test
    void small_moves_and_new_words_are_not_sent_with_a_hysteresis() {
        Map<String, DesiredScore> sent = new TreeMap<>();
        for (int id = 1; id <= 6; id++) {
            sent.put(Integer.toString(id), desired(50, 20, "late", "orders every 80 days"));
        }
        push(Map.of(), sent);
        sent.put("1", desired(54.9, 24.9, "late", "orders every 90 days"));
        sent.put("2", desired(55, 20, "late", "orders every 80 days"));
        sent.put("3", desired(50, 20, "season", "orders in spring"));
        sent.put("4", desired(50, 25, "late", "orders every 80 days, chance 25%"));
        sent.put("5", desired(45, 20, "late", "orders every 80 days"));
        PushPlan plan = planner.plan(desired(Map.of(), sent), new Hysteresis(5));
        assertEquals(Set.of("2", "3", "4", "5"), changes(plan).marks().keySet());
    }

    @Test
    void whatever_a_reason_says_its_words_are_known_again() {
        for (int word = 0; word < 30; word++) {
            push(Map.of(), Map.of("1", desired(50, 20, "late", "reason " + word)));
            Map<String, DesiredScore> anew = Map.of("1", desired(50, 20, "late", "another wording of " + word));
            assertTrue(planner.plan(desired(Map.of(), anew), new Hysteresis(5)).isEmpty());
        }
    }

    @Test
    void small_moves_add_up_until_they_matter() {
        push(Map.of(), Map.of("1", desired(50, 20, "late", "a")));
        Hysteresis five = new Hysteresis(5);
        for (int percent = 51; percent < 55; percent++) {
            Map<String, DesiredScore> moved = Map.of("1", desired(percent, 20, "late", "words of " + percent));
            assertTrue(planner.plan(desired(Map.of(), moved), five).isEmpty());
        }
        Map<String, DesiredScore> far = Map.of("1", desired(55, 20, "late", "words of 55"));
        assertFalse(planner.plan(desired(Map.of(), far), five).isEmpty());
    }

    @Test
    void a_reason_that_somebody_changed_is_put_right_whatever_the_hysteresis() {
        push(Map.of(), Map.of("1", desired(50, 20, "late", "orders every 80 days")));
        held(Map.of(), Map.of("1", mark(50, "my own words")));
        Map<String, DesiredScore> same = Map.of("1", desired(50, 20, "late", "orders every 80 days"));
        assertEquals(
                Set.of("1"),
                changes(planner.plan(desired(Map.of(), same), new Hysteresis(5)))
                        .marks()
                        .keySet());
    }

    @Test
    void a_sample_holds_at_most_five_in_order() {
        PushPlan plan = plan(Map.of("gold", Set.of("7", "6", "5", "4", "3", "2", "1")), Map.of());
        assertEquals(
                List.of("1", "2", "3", "4", "5"),
                plan.differences().get(0).sample().stream()
                        .map(TagDifference.Sample::contactId)
                        .toList());
    }

    @Test
    void changes_come_in_parts_that_add_up() {
        held(Map.of("gold", Set.of("5", "6", "7")), Map.of("6", mark(1, "x"), "7", mark(1, "x")));
        PushPlan plan = plan(
                Map.of("gold", Set.of("1", "2", "3", "4")),
                Map.of("1", score(1, "a"), "2", score(2, "b"), "3", score(3, "c")));
        List<Integer> sizes = new ArrayList<>();
        plan.changes().members(2, (tag, direction, contacts) -> sizes.add(contacts.size()));
        assertEquals(List.of(2, 1, 2, 2), sizes, "who loses it first, every part but the last full");
        ListedChanges whole = changes(plan);
        assertEquals(whole, ListedChanges.of(plan.changes(), 1));
        assertEquals(whole, ListedChanges.of(plan.changes(), 3));
        assertEquals(plan.changes().size(), whole.size());
        assertEquals(12, whole.size());
    }

    @Test
    void the_fingerprint_is_of_the_content_and_nothing_else() {
        Map<String, Set<String>> gold = Map.of("gold", Set.of("1", "2"));
        String fingerprint = plan(gold, Map.of("1", score(50, "a"))).fingerprint();
        DesiredMarks turned = new Listed(List.of(BLUE, GOLD), gold, Map.of("1", score(50, "a")));
        assertEquals(fingerprint, planner.plan(turned, Hysteresis.NONE).fingerprint());
        assertNotEquals(fingerprint, plan(gold, Map.of("1", score(50, "b"))).fingerprint());
        assertNotEquals(fingerprint, plan(gold, Map.of()).fingerprint());
        assertNotEquals(
                fingerprint,
                plan(Map.of("gold", Set.of("1")), Map.of("1", score(50, "a"))).fingerprint());
    }

    @Test
    void after_a_push_the_next_plan_is_empty() {
        Map<String, Set<String>> gold = Map.of("gold", Set.of("1", "2", "3"));
        PushReceipt receipt = push(gold, Map.of("1", score(50, "a")));
        assertEquals(4, receipt.written());
        assertTrue(plan(gold, Map.of("1", score(50, "a"))).isEmpty());
    }

    @Test
    void what_is_left_of_an_approved_plan_is_still_approved() {
        held(Map.of("gold", Set.of("4")), Map.of("5", mark(9, "late")));
        Map<String, Set<String>> gold = Map.of("gold", Set.of("1", "2"));
        PushPlan seen = plan(gold, Map.of("1", score(50, "a")));
        Approval approval = new Approval(warehouse);
        assertTrue(approval.keep(seen.fingerprint()));
        assertTrue(approval.coversCurrentPlan());
        held(Map.of("gold", Set.of("1", "4")), Map.of());
        PushPlan left = plan(gold, Map.of("1", score(50, "a")));
        assertNotEquals(seen.fingerprint(), left.fingerprint());
        assertTrue(approval.keep(seen.fingerprint()), "kept from before, though another plan is current");
        assertTrue(approval.coversCurrentPlan());
    }

    @Test
    void a_change_that_was_not_seen_is_not_approved() {
        Map<String, Set<String>> gold = Map.of("gold", Set.of("1", "2"));
        Approval approval = new Approval(warehouse);
        assertFalse(approval.keep("no such plan"));
        approval.keep(plan(gold, Map.of("1", score(50, "a"))).fingerprint());
        plan(Map.of("gold", Set.of("1", "2", "3")), Map.of("1", score(50, "a")));
        assertFalse(approval.coversCurrentPlan(), "another contact");
        plan(gold, Map.of("1", score(51, "a")));
        assertFalse(approval.coversCurrentPlan(), "another score");
        plan(gold, Map.of("2", score(50, "a")));
        assertFalse(approval.coversCurrentPlan(), "another contact's score");
        held(Map.of("gold", Set.of("1", "2", "4")), Map.of("1", mark(50, "a")));
        plan(gold, Map.of("1", score(50, "a")));
        assertFalse(approval.coversCurrentPlan(), "another direction");
    }

    @Test
    void of_whoever_objects_later_no_approved_score_is_kept_and_its_clearing_stays_approved() {
        held(Map.of(), Map.of("1", mark(9, "late"), "2", mark(9, "late")));
        Approval approval = new Approval(warehouse);
        approval.keep(plan(Map.of(), Map.of("1", score(50, "a"))).fingerprint());
        assertEquals(1, approved("1"));
        for (String objector : List.of("1", "2")) {
            crm.with(Records.contact(objector, "Objects now", new Consent(true, false), Map.of()));
        }
        sync();
        PushPlan next = plan(Map.of(), Map.of("1", score(50, "a")));
        assertEquals(0, approved("1"));
        assertEquals(1, approved("2"));
        assertEquals(Set.of("1", "2"), changes(next).clearings());
    }

    private long approved(String contact) {
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            return session.number("SELECT count(*) FROM push.approved_score WHERE contact_id = ?", contact);
        }
    }

    @Test
    void members_of_an_unknown_tag_and_tags_of_one_key_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> plan(Map.of("silver", Set.of("1")), Map.of()));
        DesiredMarks twice = new Listed(List.of(GOLD, GOLD), Map.of(), Map.of());
        assertThrows(IllegalArgumentException.class, () -> planner.plan(twice, Hysteresis.NONE));
    }

    private PushReceipt push(Map<String, Set<String>> members, Map<String, DesiredScore> scores) {
        PushPlan plan = planner.plan(desired(members, scores), Hysteresis.NONE);
        PushReceipt receipt = new Push(warehouse).apply(1, plan, crm, ProgressListener.SILENT);
        planner.readHeld(crm);
        return receipt;
    }

    /** Makes the CRM hold exactly these, and reads them. */
    private void held(Map<String, Set<String>> tags, Map<String, ScoreMark> scores) {
        HeldMarks before = HeldMarks.of(crm);
        List<TagChange> changes = new ArrayList<>();
        before.tags().forEach((key, ids) -> changes.add(new TagChange(new TagDefinition(key, key, 1), Set.of(), ids)));
        tags.forEach((key, ids) -> changes.add(new TagChange(new TagDefinition(key, key, 1), ids, Set.of())));
        Set<String> gone = new java.util.TreeSet<>(before.scores().keySet());
        gone.removeAll(scores.keySet());
        crm.push(new ListedChanges(changes, scores, gone), ProgressListener.SILENT);
        planner.readHeld(crm);
    }

    private PushPlan plan(Map<String, Set<String>> members, Map<String, DesiredScore> scores) {
        return planner.plan(desired(members, scores), Hysteresis.NONE);
    }

    private static ListedChanges changes(PushPlan plan) {
        return ListedChanges.of(plan.changes(), 1000);
    }

    private static DesiredMarks desired(Map<String, Set<String>> members, Map<String, DesiredScore> scores) {
        return new Listed(List.of(GOLD, BLUE), members, scores);
    }

    private static DesiredScore score(double percent, String reason) {
        return desired(percent, percent, reason, reason);
    }

    private static DesiredScore desired(double percent, double chance, String topic, String reason) {
        return new DesiredScore(mark(percent, reason), chance, topic);
    }

    private static ScoreMark mark(double percent, String reason) {
        return new ScoreMark("Champions", percent, reason);
    }

    private record Listed(
            List<TagDefinition> tags, Map<String, Set<String>> memberships, Map<String, DesiredScore> marks)
            implements DesiredMarks {
        @Override
        public void members(MemberSink sink) {
            memberships.forEach((key, ids) -> ids.forEach(id -> sink.accept(key, id)));
        }

        @Override
        public void scores(ScoreSink sink) {
            marks.forEach(sink::accept);
        }
    }
}
