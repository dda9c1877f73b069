/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison.candidate;

import java.util.List;
import java.util.Map;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureType;
import org.segcast.predictive.rule.AllOf;
import org.segcast.predictive.rule.AnyOf;
import org.segcast.predictive.rule.Comparison;
import org.segcast.predictive.rule.FilledCondition;
import org.segcast.predictive.rule.MemberCondition;
import org.segcast.predictive.rule.Not;
import org.segcast.predictive.rule.NumberCondition;
import org.segcast.predictive.rule.PurchaseCondition;
import org.segcast.predictive.rule.PurchaseTotal;
import org.segcast.predictive.rule.RuleSegment;
import org.segcast.predictive.rule.RuleVisitor;
import org.segcast.predictive.rule.SegmentRule;
import org.segcast.predictive.rule.WordCondition;

/**
 * Reads a rule of one customer as of a cut-off.
 *
 * @param rules the other rule segments, by key; any other key is an RFM segment's
 * @param rfm the customer's RFM segment at the cut-off
 */
record PastRule(
        FeatureSchema schema, List<PurchaseTotal> totals, Map<String, RuleSegment> rules, Customer customer, String rfm)
        implements RuleVisitor<Boolean> {

    @Override
    public Boolean allOf(AllOf rule) {
        return rule.rules().stream().allMatch(this::holds);
    }

    @Override
    public Boolean anyOf(AnyOf rule) {
        return rule.rules().stream().anyMatch(this::holds);
    }

    @Override
    public Boolean not(Not rule) {
        return !holds(rule.rule());
    }

    @Override
    public Boolean number(NumberCondition condition) {
        double value = customer.features().numeric(schema.numericIndex(condition.feature()));
        return compare(value, condition.comparison(), condition.value());
    }

    @Override
    public Boolean word(WordCondition condition) {
        String found = customer.features().nominal(schema.nominalIndex(condition.feature()));
        return condition.words().stream().anyMatch(found::equalsIgnoreCase);
    }

    @Override
    public Boolean filled(FilledCondition condition) {
        boolean isWord =
                schema.ofType(FeatureType.NOMINAL).stream().map(Feature::name).anyMatch(condition.feature()::equals);
        return isWord
                ? !customer.features()
                        .nominal(schema.nominalIndex(condition.feature()))
                        .isEmpty()
                : !Double.isNaN(customer.features().numeric(schema.numericIndex(condition.feature())));
    }

    @Override
    public Boolean purchase(PurchaseCondition condition) {
        double total = customer.totals()[totals.indexOf(condition.total())];
        return compare(total, condition.comparison(), condition.value());
    }

    @Override
    public Boolean member(MemberCondition condition) {
        RuleSegment other = rules.get(condition.segment());
        return other == null ? condition.segment().equals(rfm) : holds(other.rule());
    }

    private boolean holds(SegmentRule rule) {
        return rule.accept(this);
    }

    private static boolean compare(double found, Comparison comparison, double value) {
        return switch (comparison) {
            case BELOW -> found < value;
            case AT_MOST -> found <= value;
            case EQUAL -> found == value;
            case AT_LEAST -> found >= value;
            case ABOVE -> found > value;
        };
    }
}
