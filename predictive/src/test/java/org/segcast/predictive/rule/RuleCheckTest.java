/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rule;

import static org.junit.jupiter.api.Assertions.*;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.feature.FeatureExtractor;
import org.segcast.predictive.history.AttributeDefinition;
import org.segcast.predictive.history.AttributeType;

class RuleCheckTest {

    private static final RuleCheck CHECK = new RuleCheck(new RuleVocabulary(
            new FeatureExtractor(List.of(new AttributeDefinition("country", AttributeType.NOMINAL))).schema(),
            Set.of("champions")));
    private static final SegmentRule GERMAN = new WordCondition("attr_country", List.of("DE"));

    @Test
    void a_sound_rule_has_no_problem() {
        assertEquals(
                List.of(),
                CHECK.problems(new AllOf(List.of(
                        orders(Comparison.AT_LEAST, 1),
                        GERMAN,
                        new Not(new MemberCondition("champions")),
                        new AnyOf(List.of(number(Comparison.ABOVE, 3), new FilledCondition("attr_country")))))));
    }

    @Test
    void all_problems_are_told_at_once_with_their_place() {
        SegmentRule rule = new AllOf(List.of(
                new NumberCondition("attr_age", Comparison.ABOVE, 3),
                new AnyOf(List.of()),
                new Not(new MemberCondition("nobody")),
                new NumberCondition("attr_country", Comparison.ABOVE, 3),
                new WordCondition("order_count", List.of("x")),
                new WordCondition("attr_country", List.of("")),
                orders(Comparison.BELOW, 0)));
        assertEquals(
                List.of(
                        "rule.all[0]",
                        "rule.all[1]",
                        "rule.all[2].not",
                        "rule.all[3]",
                        "rule.all[4]",
                        "rule.all[5]",
                        "rule.all[6]"),
                CHECK.problems(rule).stream().map(RuleProblem::path).toList());
    }

    @Test
    void numbers_that_leave_no_room_contradict_each_other() {
        assertContradicts(number(Comparison.ABOVE, 5), number(Comparison.BELOW, 3));
        assertContradicts(number(Comparison.ABOVE, 5), number(Comparison.AT_MOST, 5));
        assertContradicts(number(Comparison.EQUAL, 5), number(Comparison.EQUAL, 6));
        assertContradicts(orders(Comparison.AT_LEAST, 2), new AllOf(List.of(orders(Comparison.BELOW, 2))));
        assertFits(number(Comparison.AT_LEAST, 5), number(Comparison.AT_MOST, 5));
        assertFits(number(Comparison.EQUAL, 5), number(Comparison.ABOVE, 4));
        assertFits(number(Comparison.ABOVE, 5), new AnyOf(List.of(number(Comparison.BELOW, 3))));
    }

    @Test
    void words_that_exclude_each_other_and_a_condition_with_its_negation_contradict() {
        assertContradicts(GERMAN, new WordCondition("attr_country", List.of("FR", "PL")));
        assertContradicts(GERMAN, new Not(GERMAN));
        assertFits(GERMAN, new WordCondition("attr_country", List.of("fr", "de")));
    }

    @Test
    void a_rule_that_is_too_deep_or_too_long_is_refused() {
        SegmentRule deep = GERMAN;
        for (int i = 0; i < RuleCheck.DEEPEST; i++) {
            deep = new Not(deep);
        }
        assertEquals(1, CHECK.problems(deep).size());
        assertEquals(
                1,
                CHECK.problems(new AnyOf(Collections.nCopies(RuleCheck.MOST_CONDITIONS + 1, GERMAN)))
                        .size());
    }

    @Test
    void a_cycle_is_found_with_the_way_it_goes() {
        List<RuleSegment> segments = List.of(
                new RuleSegment("a", new MemberCondition("b")),
                new RuleSegment("b", new Not(new MemberCondition("c"))),
                new RuleSegment("c", new MemberCondition("b")));
        assertEquals(Optional.of(List.of("b", "c", "b")), RuleBook.cycle(segments));
        assertThrows(SegcastException.class, () -> new RuleBook(segments));
    }

    @Test
    void segments_come_after_those_they_refer_to() {
        RuleBook book = new RuleBook(List.of(
                new RuleSegment("a", new MemberCondition("b")),
                new RuleSegment("b", new MemberCondition("champions"))));
        assertEquals(
                List.of("b", "a"),
                book.segments().stream().map(RuleSegment::key).toList());
        assertEquals(
                List.of("a"),
                book.referringTo("b").stream().map(RuleSegment::key).toList());
    }

    private static void assertContradicts(SegmentRule... rules) {
        assertEquals(
                1,
                CHECK.problems(new AllOf(List.of(rules))).size(),
                () -> List.of(rules).toString());
    }

    private static void assertFits(SegmentRule... rules) {
        assertEquals(List.of(), CHECK.problems(new AllOf(List.of(rules))));
    }

    private static SegmentRule number(Comparison comparison, double value) {
        return new NumberCondition("total_spent", comparison, value);
    }

    private static SegmentRule orders(Comparison comparison, double value) {
        return new PurchaseCondition(new PurchaseTotal(PurchaseMeasure.ORDERS, "", "", 90), comparison, value);
    }
}
