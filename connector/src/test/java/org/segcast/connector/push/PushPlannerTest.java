/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.segcast.connector.push.PushPlan.ScoreDifference;
import org.segcast.connector.spi.FakeCrm;
import org.segcast.connector.spi.HeldMarks;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.PushReceipt;
import org.segcast.connector.spi.Records;
import org.segcast.connector.spi.ScoreMark;
import org.segcast.connector.spi.TagDefinition;

class PushPlannerTest {
    private static final TagDefinition GOLD = new TagDefinition("gold", "Gold", 1);
    private static final TagDefinition BLUE = new TagDefinition("blue", "Blue", 2);
    private static final Set<String> KNOWN = Set.of("1", "2", "3", "4", "5", "6", "7");

    private final PushPlanner exact = new PushPlanner(0);

    @Test
    void plans_only_the_differences_and_counts_them_per_tag() {
        HeldMarks held = new HeldMarks(Map.of("gold", Set.of("1", "2")), Map.of());
        PushPlan plan = exact.plan(desired(Map.of("gold", Set.of("2", "3")), Map.of()), held, KNOWN);
        assertEquals(
                List.of(
                        new TagDifference(GOLD, 2, 2, 1, 1, List.of("1", "3")),
                        new TagDifference(BLUE, 0, 0, 0, 0, List.of())),
                plan.differences());
        assertEquals(1, plan.changes().tags().size(), "an unchanged tag is not sent");
        assertEquals(2, plan.contacts());
    }

    @Test
    void nothing_to_do_is_an_empty_plan() {
        HeldMarks held = new HeldMarks(Map.of("gold", Set.of("1")), Map.of("1", score(50, "soon")));
        PushPlan plan = exact.plan(desired(Map.of("gold", Set.of("1")), Map.of("1", score(50, "soon"))), held, KNOWN);
        assertTrue(plan.isEmpty());
        assertEquals(0, plan.contacts());
    }

    @Test
    void who_is_no_longer_desired_loses_every_mark() {
        HeldMarks held = new HeldMarks(
                Map.of("gold", Set.of("1"), "blue", Set.of("1")),
                Map.of("1", score(50, "soon"), "2", score(9, "late")));
        PushPlan plan = exact.plan(desired(Map.of(), Map.of("2", score(9, "late"))), held, KNOWN);
        assertEquals(Set.of("1"), plan.changes().cleared());
        assertEquals(3, plan.changes().size());
        assertEquals(1, plan.contacts());
    }

    @Test
    void a_tag_that_we_no_longer_have_is_taken_from_all() {
        HeldMarks held = new HeldMarks(Map.of("old-segment", Set.of("1", "2")), Map.of());
        PushPlan plan = exact.plan(desired(Map.of(), Map.of()), held, KNOWN);
        TagDifference retired = plan.differences().get(2);
        assertEquals("old-segment", retired.tag().key());
        assertEquals(2, retired.removed());
        assertEquals(List.of(GOLD, BLUE), plan.tags(), "it is not prepared again");
    }

    @Test
    void marks_for_contacts_that_the_crm_has_not_are_dropped() {
        PushPlan plan = exact.plan(
                desired(Map.of("gold", Set.of("1", "gone")), Map.of("gone", score(50, "soon"))), HeldMarks.NONE, KNOWN);
        assertEquals(Set.of("1"), plan.changes().tags().get(0).added());
        assertTrue(plan.changes().scores().isEmpty());
    }

    @Test
    void a_score_changes_where_a_reader_sees_a_difference() {
        HeldMarks held = new HeldMarks(
                Map.of(), Map.of("1", score(50, "a"), "2", score(50, "a"), "3", score(50, "a"), "4", score(50, "a")));
        Map<String, ScoreMark> scores = Map.of(
                "1",
                score(50.04, "a"),
                "2",
                score(50.1, "a"),
                "3",
                score(50, "b"),
                "4",
                new ScoreMark("Rescue", 50, "a"),
                "5",
                score(1, "a"));
        PushPlan plan = exact.plan(desired(Map.of(), scores), held, KNOWN);
        assertEquals(Set.of("2", "3", "4", "5"), plan.changes().scores().keySet());
        assertEquals(new ScoreDifference(1, 3, 0, List.of("2", "3", "4", "5")), plan.scores());
    }

    @Test
    void small_moves_of_a_score_are_not_sent_with_a_hysteresis() {
        HeldMarks held = new HeldMarks(Map.of(), Map.of("1", score(50, "a"), "2", score(50, "a"), "3", score(50, "a")));
        Map<String, ScoreMark> scores = Map.of("1", score(51.9, "a"), "2", score(52, "a"), "3", score(50.1, "b"));
        PushPlan plan = new PushPlanner(2).plan(desired(Map.of(), scores), held, KNOWN);
        assertEquals(Set.of("2", "3"), plan.changes().scores().keySet());
    }

    @Test
    void a_sample_holds_at_most_five_in_order() {
        PushPlan plan = exact.plan(desired(Map.of("gold", KNOWN), Map.of()), HeldMarks.NONE, KNOWN);
        assertEquals(List.of("1", "2", "3", "4", "5"), plan.differences().get(0).sample());
    }

    @Test
    void the_fingerprint_is_of_the_content_and_nothing_else() {
        DesiredMarks gold = desired(Map.of("gold", Set.of("1", "2")), Map.of("1", score(50, "a")));
        DesiredMarks turned =
                new DesiredMarks(List.of(BLUE, GOLD), Map.of("gold", Set.of("2", "1")), Map.of("1", score(50, "a")));
        String fingerprint = exact.plan(gold, HeldMarks.NONE, KNOWN).fingerprint();
        assertEquals(fingerprint, exact.plan(turned, HeldMarks.NONE, KNOWN).fingerprint());
        assertNotEquals(
                fingerprint, exact.plan(gold, HeldMarks.NONE, Set.of("1")).fingerprint());
        DesiredMarks otherReason = desired(Map.of("gold", Set.of("1", "2")), Map.of("1", score(50, "b")));
        assertNotEquals(
                fingerprint, exact.plan(otherReason, HeldMarks.NONE, KNOWN).fingerprint());
    }

    @Test
    void after_a_push_the_next_plan_is_empty() {
        FakeCrm crm = new FakeCrm().with(Records.contact("1", "Ada"), Records.contact("2", "Bo"));
        DesiredMarks desired = desired(Map.of("gold", Set.of("1", "2")), Map.of("1", score(50, "a")));
        PushPlan plan = exact.plan(desired, crm.heldMarks(), Set.of("1", "2"));
        PushReceipt receipt = new Push(Push.Mode.WRITE).apply(plan, crm, ProgressListener.SILENT);
        assertEquals(3, receipt.written());
        assertTrue(exact.plan(desired, crm.heldMarks(), Set.of("1", "2")).isEmpty());
    }

    @Test
    void a_dry_run_writes_nothing() {
        FakeCrm crm = new FakeCrm().with(Records.contact("1", "Ada"));
        PushPlan plan = exact.plan(desired(Map.of("gold", Set.of("1")), Map.of()), crm.heldMarks(), Set.of("1"));
        assertFalse(plan.isEmpty());
        assertEquals(
                0,
                new Push(Push.Mode.DRY_RUN)
                        .apply(plan, crm, ProgressListener.SILENT)
                        .written());
        assertEquals(HeldMarks.NONE, crm.heldMarks());
    }

    @Test
    void members_of_an_unknown_tag_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> desired(Map.of("silver", Set.of("1")), Map.of()));
    }

    private static DesiredMarks desired(Map<String, Set<String>> members, Map<String, ScoreMark> scores) {
        return new DesiredMarks(List.of(GOLD, BLUE), members, scores);
    }

    private static ScoreMark score(double percent, String reason) {
        return new ScoreMark("Champions", percent, reason);
    }
}
