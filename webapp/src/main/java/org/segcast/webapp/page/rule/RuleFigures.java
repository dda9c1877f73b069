/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureType;
import org.segcast.predictive.registry.RuleMatch;
import org.segcast.predictive.rule.AllOf;
import org.segcast.predictive.rule.RuleProblem;
import org.segcast.predictive.rule.SegmentRule;
import org.segcast.webapp.rule.RuleSegments;

/**
 * What a rule that is being edited comes to.
 *
 * @param rule empty where something in it cannot be read
 * @param problems what is wrong, by place
 * @param left how many are left, by place; none while something is wrong
 */
record RuleFigures(
        Optional<SegmentRule> rule, Map<String, String> problems, Optional<RuleMatch> match, Map<String, Long> left) {

    static RuleFigures of(RuleNode head, Optional<String> key, RuleSegments rules) {
        RuleReading reading = new RuleReading(rules.measures().stream()
                .filter(measure -> measure.type() == FeatureType.NOMINAL)
                .map(Feature::name)
                .collect(Collectors.toSet()));
        Optional<SegmentRule> rule = reading.rule(head, "rule");
        Map<String, String> problems = new LinkedHashMap<>(reading.problems());
        rule.map(readable -> rules.problems(readable, key))
                .ifPresent(found -> found.forEach(problem -> add(problems, problem)));
        if (rule.isEmpty() || !problems.isEmpty()) {
            return new RuleFigures(rule, problems, Optional.empty(), Map.of());
        }
        return new RuleFigures(rule, problems, rules.match(rule.get()), left(head, reading, rules));
    }

    /** A negated condition's problem stands at the condition's line. */
    private static void add(Map<String, String> problems, RuleProblem problem) {
        problems.merge(problem.path().replaceAll("\\.not$", ""), problem.text(), (one, other) -> one + " " + other);
    }

    /** In a group that asks for all, those left so far; in any other, those who fit the line alone. */
    private static Map<String, Long> left(RuleNode head, RuleReading reading, RuleSegments rules) {
        List<String> paths = new ArrayList<>();
        List<SegmentRule> counted = new ArrayList<>();
        for (RuleLine line : RuleTree.lines(head)) {
            if (!line.head()) {
                paths.add(line.path());
                counted.add(counted(line, reading));
            }
        }
        List<Long> counts = rules.counts(counted).orElse(List.of());
        Map<String, Long> left = new LinkedHashMap<>();
        for (int i = 0; i < counts.size(); i++) {
            left.put(paths.get(i), counts.get(i));
        }
        return left;
    }

    private static SegmentRule counted(RuleLine line, RuleReading reading) {
        if (line.above().isAny()) {
            return reading.rule(line.node(), line.path()).orElseThrow();
        }
        List<SegmentRule> soFar = new ArrayList<>();
        for (RuleNode each : line.above().children().subList(0, line.place() + 1)) {
            soFar.add(reading.rule(each, line.path()).orElseThrow());
        }
        return new AllOf(soFar);
    }
}
