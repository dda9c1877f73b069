/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.review;

import static org.junit.jupiter.api.Assertions.*;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentReviewTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final LocalDate LATELY = TODAY.minusDays(3);

    private final SegmentReview review = new SegmentReview(TODAY, 5_000);

    @Test
    void segments_of_a_good_size_that_move_and_are_looked_at_are_left_in_peace() {
        assertEquals(List.of(), review.warnings(List.of(rule("a", 100), rule("b", 4_000)), List.of()));
    }

    @Test
    void below_30_members_nothing_can_be_tested_and_below_100_or_1_percent_a_campaign_is_hardly_worth_it() {
        assertEquals(List.of(WarningKind.UNTESTABLE), kinds(rule("a", 29)));
        assertEquals(List.of(WarningKind.SMALL), kinds(rule("a", 30)));
        assertEquals(List.of(WarningKind.SMALL), kinds(rule("a", 99)));
        assertEquals(List.of(), kinds(rule("a", 100)));
        SegmentReview large = new SegmentReview(TODAY, 100_000);
        assertEquals(1, large.warnings(List.of(rule("a", 999)), List.of()).size());
        assertEquals(0, large.warnings(List.of(rule("a", 1_000)), List.of()).size());
        assertEquals(
                "“A” has 29 members, 0.6% of all contacts. Below 30 nothing can be tested: of 30, three responses stand"
                        + " for any rate from 3% to 26%.",
                only(rule("a", 29)).what());
    }

    @Test
    void an_empty_rule_is_told_and_an_empty_place_of_the_grid_is_somebodys_choice() {
        assertEquals(List.of(WarningKind.EMPTY), kinds(segment("a", SegmentOrigin.RULE, 0)));
        assertEquals(List.of(), kinds(segment("a", SegmentOrigin.RFM, 0)));
    }

    @Test
    void what_to_do_about_a_small_segment_depends_on_how_it_was_made() {
        assertTrue(only(segment("a", SegmentOrigin.RULE, 50)).toDo().startsWith("Widen its rule"));
        assertTrue(only(segment("a", SegmentOrigin.RFM, 50)).toDo().startsWith("Use fewer ranks"));
        assertTrue(only(segment("a", SegmentOrigin.CLUSTER, 50)).toDo().startsWith("Look for clusters again"));
    }

    @Test
    void the_eleventh_segment_of_a_kind_is_one_too_many_and_empty_ones_do_not_count() {
        SegmentState[] ten = rules(10, 200);
        assertEquals(List.of(), kinds(ten));
        SegmentState[] withEmpty = Arrays.copyOf(ten, 11);
        withEmpty[10] = segment("empty", SegmentOrigin.RULE, 0);
        assertEquals(List.of(WarningKind.EMPTY), kinds(withEmpty));
        Warning many = only(rules(11, 200));
        assertEquals(WarningKind.TOO_MANY, many.kind());
        assertEquals(11, many.segments().size());
        assertTrue(many.what().startsWith("There are 11 rule segments."), many::what);
    }

    @Test
    void fewer_than_100_contacts_for_each_segment_are_too_few_for_so_many() {
        SegmentReview small = new SegmentReview(TODAY, 999);
        assertEquals(
                WarningKind.TOO_MANY,
                small.warnings(List.of(rules(10, 100)), List.of()).get(0).kind());
        SegmentReview enough = new SegmentReview(TODAY, 1_000);
        assertEquals(List.of(), enough.warnings(List.of(rules(10, 100)), List.of()));
    }

    @Test
    void two_segments_are_nearly_the_same_from_four_fifths_of_everybody_in_either() {
        SegmentState a = rule("a", 900);
        SegmentState b = rule("b", 900);
        assertEquals(List.of(), review.warnings(List.of(a, b), List.of(new Overlap("a", "b", 799))));
        Warning same = review.warnings(List.of(a, b), List.of(new Overlap("a", "b", 800)))
                .get(0);
        assertEquals(WarningKind.NEARLY_SAME, same.kind());
        assertEquals(List.of("a", "b"), same.segments());
        assertEquals("“A” (900) and “B” (900) share 800 members: 80.0% of everybody in either.", same.what());
    }

    @Test
    void one_within_the_other_is_told_as_such_where_it_is_at_least_half_of_it() {
        SegmentState outer = rule("outer", 1_000);
        assertEquals(List.of(), within(outer, 499));
        Warning half = within(outer, 500).get(0);
        assertEquals(WarningKind.CONTAINED, half.kind());
        assertEquals("“OUTER” (1,000) holds everybody in “INNER” (500) and only 500 more.", half.what());
        Warning nearly = within(outer, 850).get(0);
        assertEquals(WarningKind.NEARLY_SAME, nearly.kind());
        assertTrue(nearly.what().endsWith("All of “INNER” are in “OUTER”."), nearly::what);
        Warning equal = within(outer, 1_000).get(0);
        assertTrue(equal.what().endsWith("100.0% of everybody in either. They are the same people."), equal::what);
    }

    @Test
    void overlaps_with_segments_that_are_not_reviewed_are_passed_over() {
        assertEquals(List.of(), review.warnings(List.of(rule("a", 900)), List.of(new Overlap("a", "gone", 900))));
    }

    @Test
    void a_segment_that_nobody_enters_or_leaves_for_90_days_has_stopped() {
        LocalDate longAgo = TODAY.minusDays(90);
        assertEquals(List.of(), kinds(moved("a", longAgo.plusDays(1))));
        Warning stopped = only(moved("a", longAgo));
        assertEquals(WarningKind.STOPPED, stopped.kind());
        assertEquals("Nobody came into “A” or left it for 90 days.", stopped.what());
    }

    @Test
    void nobody_looked_counts_from_the_last_look_or_review_and_else_from_the_making() {
        assertEquals(List.of(), kinds(seen(TODAY.minusDays(89), Optional.empty(), Optional.empty())));
        Warning never = only(seen(TODAY.minusDays(90), Optional.empty(), Optional.empty()));
        assertEquals(WarningKind.UNSEEN, never.kind());
        assertEquals("Nobody has looked at “A” for 90 days, since it was made.", never.what());
        assertEquals(List.of(), kinds(seen(TODAY.minusDays(400), Optional.of(LATELY), Optional.empty())));
        assertEquals(
                List.of(), kinds(seen(TODAY.minusDays(400), Optional.of(TODAY.minusDays(200)), Optional.of(LATELY))));
        assertEquals(
                "Nobody has looked at “A” for 200 days.",
                only(seen(TODAY.minusDays(400), Optional.of(TODAY.minusDays(200)), Optional.empty()))
                        .what());
    }

    @Test
    void a_warning_counts_as_known_for_90_days_after_a_review_of_every_segment_that_it_is_about() {
        assertFalse(only(rule("a", 50)).reviewed());
        assertTrue(only(reviewed("a", 50, TODAY.minusDays(89))).reviewed());
        assertFalse(only(reviewed("a", 50, TODAY.minusDays(90))).reviewed());
        SegmentState a = reviewed("a", 900, LATELY);
        List<Overlap> same = List.of(new Overlap("a", "b", 900));
        assertFalse(review.warnings(List.of(a, rule("b", 900)), same).get(0).reviewed());
        assertTrue(review.warnings(List.of(a, reviewed("b", 900, LATELY)), same)
                .get(0)
                .reviewed());
    }

    private List<Warning> within(SegmentState outer, long size) {
        return review.warnings(List.of(rule("inner", size), outer), List.of(new Overlap("inner", outer.key(), size)));
    }

    private Warning only(SegmentState... segments) {
        List<Warning> found = review.warnings(List.of(segments), List.of());
        assertEquals(1, found.size(), found::toString);
        return found.get(0);
    }

    private List<WarningKind> kinds(SegmentState... segments) {
        return review.warnings(List.of(segments), List.of()).stream()
                .map(Warning::kind)
                .toList();
    }

    private static SegmentState[] rules(int count, long size) {
        return IntStream.range(0, count).mapToObj(i -> rule("r" + i, size)).toArray(SegmentState[]::new);
    }

    private static SegmentState rule(String key, long size) {
        return segment(key, SegmentOrigin.RULE, size);
    }

    private static SegmentState segment(String key, SegmentOrigin origin, long size) {
        return new SegmentState(
                key,
                key.toUpperCase(java.util.Locale.ROOT),
                origin,
                size,
                Optional.of(new MoveDays(LATELY, LATELY)),
                Optional.empty(),
                Optional.empty());
    }

    private static SegmentState moved(String key, LocalDate last) {
        return new SegmentState(
                key,
                "A",
                SegmentOrigin.RULE,
                900,
                Optional.of(new MoveDays(last, last)),
                Optional.of(LATELY),
                Optional.empty());
    }

    private static SegmentState seen(LocalDate made, Optional<LocalDate> looked, Optional<LocalDate> reviewed) {
        return new SegmentState(
                "a", "A", SegmentOrigin.RULE, 900, Optional.of(new MoveDays(made, LATELY)), looked, reviewed);
    }

    private static SegmentState reviewed(String key, long size, LocalDate day) {
        return new SegmentState(
                key,
                key,
                SegmentOrigin.RULE,
                size,
                Optional.of(new MoveDays(LATELY, LATELY)),
                Optional.of(LATELY),
                Optional.of(day));
    }
}
