/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.rule.AllOf;
import org.segcast.predictive.rule.AnyOf;
import org.segcast.predictive.rule.Comparison;
import org.segcast.predictive.rule.FilledCondition;
import org.segcast.predictive.rule.MemberCondition;
import org.segcast.predictive.rule.Not;
import org.segcast.predictive.rule.NumberCondition;
import org.segcast.predictive.rule.PurchaseCondition;
import org.segcast.predictive.rule.PurchaseMeasure;
import org.segcast.predictive.rule.PurchaseTotal;
import org.segcast.predictive.rule.RuleVisitor;
import org.segcast.predictive.rule.SegmentRule;
import org.segcast.predictive.rule.WordCondition;

/** A rule in a sentence: "spent above 1000 in the last 365 days, and country is DE or AT". */
public final class RuleWords implements RuleVisitor<String> {
    private final UnaryOperator<String> segmentNames;

    /** @param segmentNames a segment's name by its key */
    public RuleWords(UnaryOperator<String> segmentNames) {
        this.segmentNames = segmentNames;
    }

    public String sentence(SegmentRule rule) {
        String words = rule instanceof AllOf all ? joined(all.rules(), ", and ") : rule.accept(this);
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    /** A measure as people write it: {@code attr_zip_code} is "zip code". */
    public static String measure(String feature) {
        String name = feature.startsWith("attr_") ? feature.substring("attr_".length()) : feature;
        return name.replaceFirst("^note_", "note mentions ")
                .replace('_', ' ')
                .replaceAll("\\b(\\d+)d\\b", "in $1 days");
    }

    @Override
    public String allOf(AllOf rule) {
        return "(" + joined(rule.rules(), " and ") + ")";
    }

    @Override
    public String anyOf(AnyOf rule) {
        return "(" + joined(rule.rules(), " or ") + ")";
    }

    @Override
    public String not(Not rule) {
        return "not: " + rule.rule().accept(this);
    }

    @Override
    public String number(NumberCondition condition) {
        if (Feature.isNote(condition.feature()) && isYes(condition)) {
            return measure(condition.feature());
        }
        return measure(condition.feature()) + " " + compared(condition.comparison(), condition.value());
    }

    @Override
    public String word(WordCondition condition) {
        return measure(condition.feature()) + " is " + String.join(" or ", condition.words());
    }

    @Override
    public String filled(FilledCondition condition) {
        return measure(condition.feature()) + " is known";
    }

    @Override
    public String purchase(PurchaseCondition condition) {
        PurchaseTotal total = condition.total();
        String amount = compared(condition.comparison(), condition.value());
        String verb = total.measure() == PurchaseMeasure.SPENT
                ? "spent " + amount
                : "bought " + amount + " " + total.measure().words();
        return verb
                + (total.category().isEmpty() ? "" : " in " + total.category())
                + (total.product().isEmpty() ? "" : " on product " + total.product())
                + (total.lastDays() == PurchaseTotal.EVER ? "" : " in the last " + total.lastDays() + " days");
    }

    @Override
    public String member(MemberCondition condition) {
        return "is in " + segmentNames.apply(condition.segment());
    }

    private String joined(List<SegmentRule> rules, String sign) {
        return rules.stream().map(rule -> rule.accept(this)).collect(Collectors.joining(sign));
    }

    private static boolean isYes(NumberCondition condition) {
        return condition.value() == 1
                && (condition.comparison() == Comparison.EQUAL || condition.comparison() == Comparison.AT_LEAST);
    }

    private static String compared(Comparison comparison, double value) {
        return comparison.words() + " "
                + BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
