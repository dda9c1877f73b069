/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureType;

/** Tells all that is wrong with a rule at once; nothing means that it can be evaluated and that somebody could fit it. */
public final class RuleCheck {
    /** Levels of groups and negations. */
    public static final int DEEPEST = 10;
    /** Conditions of a whole rule. */
    public static final int MOST_CONDITIONS = 200;
    /** Words of one condition. */
    public static final int MOST_WORDS = 1_000;
    /** Characters of a word, a product or a category. */
    public static final int LONGEST_WORD = 200;
    /** A hundred years. */
    public static final int LONGEST_WINDOW = 36_525;

    private final RuleVocabulary vocabulary;

    public RuleCheck(RuleVocabulary vocabulary) {
        this.vocabulary = Objects.requireNonNull(vocabulary);
    }

    public List<RuleProblem> problems(SegmentRule rule) {
        List<RuleProblem> found = new ArrayList<>();
        if (rule.conditions().count() > MOST_CONDITIONS) {
            found.add(new RuleProblem(
                    RulePath.ROOT.text(), "A rule has at most " + MOST_CONDITIONS + " conditions: make two segments."));
            return found;
        }
        rule.accept(new Walk(RulePath.ROOT, found));
        return List.copyOf(found);
    }

    private final class Walk implements RuleVisitor<Boolean> {
        private final RulePath path;
        private final List<RuleProblem> found;

        Walk(RulePath path, List<RuleProblem> found) {
            this.path = path;
            this.found = found;
        }

        @Override
        public Boolean allOf(AllOf rule) {
            return group("all", rule.rules()) && contradictions(rule);
        }

        @Override
        public Boolean anyOf(AnyOf rule) {
            return group("any", rule.rules());
        }

        @Override
        public Boolean not(Not rule) {
            return deepEnough() && rule.rule().accept(new Walk(path.negated(), found));
        }

        @Override
        public Boolean number(NumberCondition condition) {
            return typed(condition.feature(), FeatureType.NUMERIC, "a number", "words: choose some of them");
        }

        @Override
        public Boolean word(WordCondition condition) {
            boolean typed = typed(condition.feature(), FeatureType.NOMINAL, "words", "numbers: compare it with one");
            return typed && words(condition.words());
        }

        @Override
        public Boolean filled(FilledCondition condition) {
            return known(condition.feature()).isPresent();
        }

        @Override
        public Boolean purchase(PurchaseCondition condition) {
            PurchaseTotal total = condition.total();
            if (total.lastDays() > LONGEST_WINDOW) {
                return refuse("A window has at most " + LONGEST_WINDOW + " days, found " + total.lastDays() + ".");
            }
            if (Math.max(total.product().length(), total.category().length()) > LONGEST_WORD) {
                return refuse("A product or category has at most " + LONGEST_WORD + " characters.");
            }
            return possible(condition);
        }

        @Override
        public Boolean member(MemberCondition condition) {
            return vocabulary.segments().contains(condition.segment())
                    || refuse("There is no segment with the key '" + condition.segment() + "'.");
        }

        private boolean possible(PurchaseCondition condition) {
            boolean below = condition.comparison() == Comparison.BELOW && condition.value() <= 0
                    || condition.comparison() == Comparison.AT_MOST && condition.value() < 0
                    || condition.comparison() == Comparison.EQUAL && condition.value() < 0;
            return condition.total().measure() != PurchaseMeasure.ORDERS
                    || !below
                    || refuse("Nobody has fewer than 0 orders: nobody would ever fit.");
        }

        private boolean group(String name, List<SegmentRule> rules) {
            if (rules.isEmpty()) {
                return refuse("A group needs at least one condition.");
            }
            if (!deepEnough()) {
                return false;
            }
            boolean fine = true;
            for (int i = 0; i < rules.size(); i++) {
                fine &= rules.get(i).accept(new Walk(path.item(name, i), found));
            }
            return fine;
        }

        private boolean deepEnough() {
            return path.depth() < DEEPEST || refuse("Groups go at most " + DEEPEST + " levels deep.");
        }

        private boolean contradictions(AllOf rule) {
            List<String> clashes = Contradictions.in(rule);
            clashes.forEach(this::refuse);
            return clashes.isEmpty();
        }

        private boolean typed(String name, FeatureType type, String expected, String butIs) {
            Optional<Feature> feature = known(name);
            if (feature.isEmpty()) {
                return false;
            }
            return feature.get().type() == type
                    || refuse("'" + name + "' was compared as if it had " + expected + ", but it has " + butIs + ".");
        }

        private boolean words(List<String> words) {
            if (words.isEmpty() || words.contains("")) {
                return refuse("Give at least one word, none of them empty; for a missing value, say 'is not filled'.");
            }
            if (words.size() > MOST_WORDS || words.stream().anyMatch(word -> word.length() > LONGEST_WORD)) {
                return refuse(
                        "A condition has at most " + MOST_WORDS + " words of at most " + LONGEST_WORD + " characters.");
            }
            return true;
        }

        private Optional<Feature> known(String name) {
            Optional<Feature> feature = vocabulary.schema().features().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst();
            if (feature.isEmpty()) {
                refuse("There is no measure '" + name
                        + "': it may come from a field of the CRM that is not read any more.");
            }
            return feature;
        }

        private boolean refuse(String text) {
            found.add(new RuleProblem(path.text(), text));
            return false;
        }
    }
}
