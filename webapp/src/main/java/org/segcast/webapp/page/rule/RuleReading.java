/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
import org.segcast.predictive.rule.SegmentRule;
import org.segcast.predictive.rule.WordCondition;

/** Between what is edited and a rule. Reading gathers every text that is no number, by the place of its condition. */
final class RuleReading {
    private final Set<String> words;
    private final Map<String, String> problems = new LinkedHashMap<>();

    /** @param words names of the measures that have words, not numbers */
    RuleReading(Set<String> words) {
        this.words = words;
    }

    /** What could not be read, by path. */
    Map<String, String> problems() {
        return problems;
    }

    /** Empty where something below it could not be read. */
    Optional<SegmentRule> rule(RuleNode node, String path) {
        String inner = node.isNegated() ? path + ".not" : path;
        Optional<SegmentRule> plain = node.isGroup() ? group(node, inner) : condition(node, path);
        return node.isNegated() ? plain.map(Not::new) : plain;
    }

    static String path(RuleNode group, String path, int place) {
        return path + (group.isNegated() ? ".not" : "") + (group.isAny() ? ".any[" : ".all[") + place + "]";
    }

    private Optional<SegmentRule> group(RuleNode node, String path) {
        List<SegmentRule> rules = new ArrayList<>();
        for (int i = 0; i < node.children().size(); i++) {
            String at = path + (node.isAny() ? ".any[" : ".all[") + i + "]";
            rule(node.children().get(i), at).ifPresent(rules::add);
        }
        if (rules.size() < node.children().size()) {
            return Optional.empty();
        }
        return Optional.of(node.isAny() ? new AnyOf(rules) : new AllOf(rules));
    }

    private Optional<SegmentRule> condition(RuleNode node, String path) {
        if (node.isOfSegment()) {
            return Optional.of(new MemberCondition(node.getValue()));
        }
        if (node.isOfPurchases()) {
            return purchase(node, path);
        }
        String feature = node.getSubject().substring(RuleNode.FEATURE.length());
        if (!node.isWithValue()) {
            return Optional.of(new FilledCondition(feature));
        }
        if (words.contains(feature)) {
            return Optional.of(new WordCondition(feature, words(node.getValue())));
        }
        return number(node, path).map(value -> new NumberCondition(feature, comparison(node), value));
    }

    private Optional<SegmentRule> purchase(RuleNode node, String path) {
        Optional<Double> value = number(node, path);
        Optional<Integer> days = days(node, path);
        if (value.isEmpty() || days.isEmpty()) {
            return Optional.empty();
        }
        PurchaseMeasure measure = Arrays.stream(PurchaseMeasure.values())
                .filter(each -> node.getSubject().equals(RuleNode.PURCHASES + each.words()))
                .findFirst()
                .orElse(PurchaseMeasure.ORDERS);
        return Optional.of(new PurchaseCondition(
                new PurchaseTotal(measure, node.getProduct(), node.getCategory(), days.get()),
                comparison(node),
                value.get()));
    }

    private Optional<Double> number(RuleNode node, String path) {
        try {
            double value = new BigDecimal(node.getValue()).doubleValue();
            if (Double.isFinite(value)) {
                return Optional.of(value);
            }
        } catch (NumberFormatException noNumber) {
            // told below
        }
        problems.put(
                path,
                node.getValue().isEmpty()
                        ? "Fill in a number."
                        : "'" + node.getValue() + "' is no number: expected one like 1000 or 49.90.");
        return Optional.empty();
    }

    private Optional<Integer> days(RuleNode node, String path) {
        if (node.getDays().isEmpty()) {
            return Optional.of(PurchaseTotal.EVER);
        }
        if (node.getDays().matches("[1-9][0-9]{0,5}")) {
            return Optional.of(Integer.parseInt(node.getDays()));
        }
        problems.put(
                path, "'" + node.getDays() + "' is no number of days: expected 1 or more, or nothing for all time.");
        return Optional.empty();
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(",", -1)).map(String::strip).toList();
    }

    private static Comparison comparison(RuleNode node) {
        return Arrays.stream(Comparison.values())
                .filter(each -> each.sign().equals(node.getIs()))
                .findFirst()
                .orElse(Comparison.AT_LEAST);
    }

    /** The editor's form of a rule; its head is always a group. */
    static RuleNode node(SegmentRule rule) {
        RuleNode node = plain(rule);
        if (node.isGroup()) {
            return node;
        }
        RuleNode head = RuleNode.group(false);
        head.children().add(node);
        return head;
    }

    private static RuleNode plain(SegmentRule rule) {
        if (rule instanceof AllOf all) {
            return group(all.rules(), false);
        }
        if (rule instanceof AnyOf any) {
            return group(any.rules(), true);
        }
        if (rule instanceof Not not) {
            return negated(not.rule());
        }
        RuleNode node = RuleNode.condition();
        fill(node, rule);
        return node;
    }

    private static RuleNode negated(SegmentRule rule) {
        RuleNode inner = plain(rule);
        if (inner.isNegated() || inner.isGroup() && !inner.isAny()) {
            RuleNode around = RuleNode.group(true);
            around.children().add(inner);
            inner = around;
        }
        inner.setNegated(true);
        return inner;
    }

    private static RuleNode group(List<SegmentRule> rules, boolean any) {
        RuleNode node = RuleNode.group(any);
        rules.forEach(rule -> node.children().add(plain(rule)));
        return node;
    }

    private static void fill(RuleNode node, SegmentRule rule) {
        if (rule instanceof MemberCondition member) {
            node.setSubject(RuleNode.SEGMENT);
            node.setValue(member.segment());
        } else if (rule instanceof NumberCondition number) {
            node.setSubject(RuleNode.FEATURE + number.feature());
            compared(node, number.comparison(), number.value());
        } else if (rule instanceof WordCondition word) {
            node.setSubject(RuleNode.FEATURE + word.feature());
            node.setValue(String.join(", ", word.words()));
        } else if (rule instanceof FilledCondition filled) {
            node.setSubject(RuleNode.FEATURE + filled.feature());
            node.setIs(RuleNode.FILLED);
        } else if (rule instanceof PurchaseCondition purchase) {
            PurchaseTotal total = purchase.total();
            node.setSubject(RuleNode.PURCHASES + total.measure().words());
            node.setProduct(total.product());
            node.setCategory(total.category());
            node.setDays(total.lastDays() == PurchaseTotal.EVER ? "" : Integer.toString(total.lastDays()));
            compared(node, purchase.comparison(), purchase.value());
        }
    }

    private static void compared(RuleNode node, Comparison comparison, double value) {
        node.setIs(comparison.sign());
        node.setValue(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
    }
}
