/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Conditions of one group that nobody can meet together: numbers that leave no room, words that exclude each other, a value that must be and must not be. Groups within
 * the group count where they ask for all; what is hidden deeper is found by an empty count, not here.
 */
final class Contradictions {
    private final Map<Object, Range> ranges = new HashMap<>();
    private final Map<String, Set<String>> words = new HashMap<>();
    private final Set<SegmentRule> wanted = new HashSet<>();
    private final Set<SegmentRule> unwanted = new HashSet<>();
    private final List<String> found = new ArrayList<>();

    private Contradictions() {}

    static List<String> in(AllOf rule) {
        Contradictions contradictions = new Contradictions();
        contradictions.add(rule);
        contradictions.oneAndTheSame();
        return contradictions.found;
    }

    private void add(AllOf group) {
        for (SegmentRule rule : group.rules()) {
            if (rule instanceof AllOf inner) {
                add(inner);
            } else if (rule instanceof Not not) {
                unwanted.add(not.rule());
            } else {
                wanted.add(rule);
                narrow(rule);
            }
        }
    }

    private void narrow(SegmentRule rule) {
        if (rule instanceof NumberCondition number) {
            narrow(number.feature(), "'" + number.feature() + "'", number.comparison(), number.value());
        } else if (rule instanceof PurchaseCondition purchase) {
            PurchaseTotal total = purchase.total();
            narrow(total, total.measure().words() + " of the same purchases", purchase.comparison(), purchase.value());
        } else if (rule instanceof WordCondition word) {
            narrow(word);
        }
    }

    private void narrow(Object what, String named, Comparison comparison, double value) {
        Range before = ranges.getOrDefault(what, Range.ALL);
        Range after = before.and(comparison, value);
        ranges.put(what, after);
        if (after.isEmpty() && !before.isEmpty()) {
            found.add("No number meets all that is asked of " + named + ": nobody would ever fit.");
        }
    }

    private void narrow(WordCondition condition) {
        Set<String> here = condition.words().stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> before = words.put(condition.feature(), here);
        if (before != null) {
            here.retainAll(before);
            if (here.isEmpty() && !before.isEmpty()) {
                found.add("No word meets all that is asked of '" + condition.feature() + "': nobody would ever fit.");
            }
        }
    }

    private void oneAndTheSame() {
        if (wanted.stream().anyMatch(unwanted::contains)) {
            found.add("The same condition is asked for and excluded: nobody would ever fit.");
        }
    }

    /** Numbers that are still possible. */
    private record Range(double from, boolean withFrom, double to, boolean withTo) {
        static final Range ALL = new Range(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, true);

        Range and(Comparison comparison, double value) {
            return switch (comparison) {
                case ABOVE -> atLeast(value, false);
                case AT_LEAST -> atLeast(value, true);
                case BELOW -> atMost(value, false);
                case AT_MOST -> atMost(value, true);
                case EQUAL -> atLeast(value, true).atMost(value, true);
            };
        }

        boolean isEmpty() {
            return from > to || from == to && !(withFrom && withTo);
        }

        private Range atLeast(double value, boolean with) {
            if (value < from) {
                return this;
            }
            return new Range(value, with && (value > from || withFrom), to, withTo);
        }

        private Range atMost(double value, boolean with) {
            if (value > to) {
                return this;
            }
            return new Range(from, withFrom, value, with && (value < to || withTo));
        }
    }
}
