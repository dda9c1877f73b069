/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison.candidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.feature.FeatureExtractor;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.history.AttributeDefinition;
import org.segcast.predictive.history.AttributeType;
import org.segcast.predictive.rfm.RfmSettings;
import org.segcast.predictive.rule.Comparison;
import org.segcast.predictive.rule.MemberCondition;
import org.segcast.predictive.rule.NumberCondition;
import org.segcast.predictive.rule.PurchaseCondition;
import org.segcast.predictive.rule.PurchaseMeasure;
import org.segcast.predictive.rule.PurchaseTotal;
import org.segcast.predictive.rule.RuleSegment;
import org.segcast.predictive.rule.SegmentRule;
import org.segcast.predictive.rule.WordCondition;

class RuleCandidatesTest {

    private static final FeatureSchema SCHEMA = new FeatureExtractor(List.of(
                    new AttributeDefinition("club", AttributeType.NOMINAL),
                    new AttributeDefinition("login", AttributeType.DATE)))
            .schema();

    private static RuleSegment segment(String key, SegmentRule rule) {
        return new RuleSegment(key, rule);
    }

    private static RuleCandidates among(RuleSegment... segments) {
        return new RuleCandidates(SCHEMA, List.of(segments), RfmSettings.USUAL, Set.of("cluster-1-1"));
    }

    @Test
    void rules_on_purchases_and_rfm_are_told_as_of_the_past_and_those_on_dates_of_today_are_not() {
        RuleSegment buyers = segment(
                "buyers",
                new PurchaseCondition(new PurchaseTotal(PurchaseMeasure.ORDERS, "", "", 90), Comparison.AT_LEAST, 1));
        RuleSegment seen = segment("seen", new NumberCondition("attr_login", Comparison.BELOW, 30));
        RuleSegment both = segment("both", new MemberCondition("seen"));
        RuleSegment best = segment("best", new MemberCondition("champions"));
        RuleCandidates rules = among(buyers, seen, both, best);
        assertEquals(Optional.empty(), rules.reason(buyers));
        assertEquals(Optional.empty(), rules.reason(best));
        assertTrue(rules.reason(seen).orElseThrow().contains("stands in the CRM today"));
        assertEquals(rules.reason(seen), rules.reason(both));
        assertEquals(
                List.of("rule-best", "rule-buyers"),
                rules.told(key -> key).stream().map(Candidate::key).toList());
    }

    @Test
    void a_rule_on_words_of_todays_notes_is_left_out_with_the_reason() {
        RuleSegment noted = segment("noted", new NumberCondition("note_wine", Comparison.EQUAL, 1));
        assertTrue(among(noted).reason(noted).orElseThrow().contains("word of notes as they stand today"));
        assertEquals(List.of(), among(noted).told(key -> key));
    }

    @Test
    void a_rule_on_a_measure_of_another_type_or_of_none_is_left_out_with_the_reason() {
        RuleSegment retyped = segment("retyped", new NumberCondition("attr_club", Comparison.ABOVE, 3));
        RuleSegment words = segment("words", new WordCondition("order_count", List.of("many")));
        RuleSegment gone = segment("gone", new NumberCondition("attr_shoe_size", Comparison.ABOVE, 40));
        RuleSegment stranger = segment("stranger", new MemberCondition("nobody-knows"));
        RuleSegment clustered = segment("clustered", new MemberCondition("cluster-1-1"));
        RuleCandidates rules = among(retyped, words, gone, stranger, clustered);
        assertTrue(rules.reason(clustered).orElseThrow().contains("clusters are compared on their own"));
        assertEquals(List.of(), rules.told(key -> key));
        assertTrue(rules.reason(retyped).orElseThrow().contains("as if it had a number"));
        assertTrue(rules.reason(words).orElseThrow().contains("as if it had words"));
        assertTrue(rules.reason(gone).orElseThrow().contains("no measure 'attr_shoe_size'"));
        assertTrue(rules.reason(stranger).orElseThrow().contains("no segment with the key 'nobody-knows'"));
    }
}
