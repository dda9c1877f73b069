/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.segcast.predictive.SegcastException;

/**
 * Rule segments that may refer to each other, free of cycles; each after those it refers to.
 *
 * @param segments each key once
 */
public record RuleBook(List<RuleSegment> segments) {

    public RuleBook {
        segments = ordered(segments);
    }

    /** The keys along which a segment would come back to itself, first and last being the same; empty if none does. */
    public static Optional<List<String>> cycle(List<RuleSegment> segments) {
        Map<String, RuleSegment> byKey = byKey(segments);
        Set<String> done = new LinkedHashSet<>();
        return segments.stream()
                .map(segment -> visit(segment.key(), byKey, new ArrayList<>(), done))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The segments that refer to this one. */
    public List<RuleSegment> referringTo(String key) {
        return segments.stream()
                .filter(segment -> references(segment).contains(key))
                .toList();
    }

    /** The keys of the segments that it asks for. */
    public static Set<String> references(RuleSegment segment) {
        return segment.rule()
                .conditions()
                .filter(MemberCondition.class::isInstance)
                .map(condition -> ((MemberCondition) condition).segment())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<RuleSegment> ordered(List<RuleSegment> segments) {
        Map<String, RuleSegment> byKey = byKey(segments);
        Set<String> done = new LinkedHashSet<>();
        for (RuleSegment segment : segments) {
            Optional<List<String>> cycle = visit(segment.key(), byKey, new ArrayList<>(), done);
            SegcastException.require(cycle.isEmpty(), "rule segments must not form a cycle, found " + cycle);
        }
        return done.stream().map(byKey::get).toList();
    }

    private static Map<String, RuleSegment> byKey(List<RuleSegment> segments) {
        return segments.stream()
                .collect(
                        Collectors.toMap(RuleSegment::key, segment -> segment, (one, same) -> one, LinkedHashMap::new));
    }

    /** Depth first; {@code done} receives each key after all that it needs. */
    private static Optional<List<String>> visit(
            String key, Map<String, RuleSegment> byKey, List<String> above, Set<String> done) {
        if (done.contains(key) || !byKey.containsKey(key)) {
            return Optional.empty();
        }
        if (above.contains(key)) {
            List<String> cycle = new ArrayList<>(above.subList(above.indexOf(key), above.size()));
            cycle.add(key);
            return Optional.of(cycle);
        }
        above.add(key);
        for (String needed : references(byKey.get(key))) {
            Optional<List<String>> cycle = visit(needed, byKey, above, done);
            if (cycle.isPresent()) {
                return cycle;
            }
        }
        above.remove(above.size() - 1);
        done.add(key);
        return Optional.empty();
    }
}
