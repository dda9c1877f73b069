/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureType;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.history.Purchase;
import org.segcast.predictive.history.PurchaseHistory;
import org.segcast.predictive.history.PurchaseLine;
import org.segcast.predictive.rule.AllOf;
import org.segcast.predictive.rule.AnyOf;
import org.segcast.predictive.rule.Comparison;
import org.segcast.predictive.rule.FilledCondition;
import org.segcast.predictive.rule.MemberCondition;
import org.segcast.predictive.rule.Not;
import org.segcast.predictive.rule.NumberCondition;
import org.segcast.predictive.rule.PurchaseCondition;
import org.segcast.predictive.rule.PurchaseTotal;
import org.segcast.predictive.rule.RuleVisitor;
import org.segcast.predictive.rule.WordCondition;

/** What a rule means, written down a second time and as plainly as can be, for one contact. */
record RuleOracle(FeatureVector vector, PurchaseHistory history, LocalDate asOf, Predicate<String> member)
        implements RuleVisitor<Boolean> {

    @Override
    public Boolean allOf(AllOf rule) {
        return rule.rules().stream().allMatch(part -> part.accept(this));
    }

    @Override
    public Boolean anyOf(AnyOf rule) {
        return rule.rules().stream().anyMatch(part -> part.accept(this));
    }

    @Override
    public Boolean not(Not rule) {
        return !rule.rule().accept(this);
    }

    @Override
    public Boolean number(NumberCondition condition) {
        return compare(number(condition.feature()), condition.comparison(), condition.value());
    }

    @Override
    public Boolean word(WordCondition condition) {
        return condition.words().stream().anyMatch(word -> word.equalsIgnoreCase(word(condition.feature())));
    }

    @Override
    public Boolean filled(FilledCondition condition) {
        boolean isWord = vector.schema().ofType(FeatureType.NOMINAL).stream()
                .map(Feature::name)
                .anyMatch(condition.feature()::equals);
        return isWord ? !word(condition.feature()).isEmpty() : !Double.isNaN(number(condition.feature()));
    }

    @Override
    public Boolean purchase(PurchaseCondition condition) {
        return compare(total(condition.total()), condition.comparison(), condition.value());
    }

    @Override
    public Boolean member(MemberCondition condition) {
        return member.test(condition.segment());
    }

    private double total(PurchaseTotal total) {
        List<Purchase> within = history.purchases().stream()
                .filter(purchase -> !purchase.date().isAfter(asOf))
                .filter(purchase -> total.lastDays() == PurchaseTotal.EVER
                        || purchase.date().isAfter(asOf.minusDays(total.lastDays())))
                .toList();
        return switch (total.measure()) {
            case ORDERS ->
                within.stream()
                        .filter(purchase -> !purchase.refund())
                        .filter(purchase ->
                                !total.ofLines() || purchase.lines().stream().anyMatch(line -> isOf(total, line)))
                        .count();
            case SPENT ->
                total.ofLines()
                        ? sum(within, total, PurchaseLine::amount)
                        : within.stream().mapToDouble(Purchase::amount).sum();
            case UNITS -> sum(within, total, PurchaseLine::quantity);
        };
    }

    private static double sum(List<Purchase> within, PurchaseTotal total, ToDoubleFunction<PurchaseLine> value) {
        return within.stream()
                .flatMap(purchase -> purchase.lines().stream())
                .filter(line -> isOf(total, line))
                .mapToDouble(value)
                .sum();
    }

    private static boolean isOf(PurchaseTotal total, PurchaseLine line) {
        return (total.product().isEmpty() || total.product().equalsIgnoreCase(line.product()))
                && (total.category().isEmpty() || total.category().equalsIgnoreCase(line.category()));
    }

    private double number(String feature) {
        return vector.numeric(vector.schema().numericIndex(feature));
    }

    private String word(String feature) {
        return vector.nominal(vector.schema().nominalIndex(feature));
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
