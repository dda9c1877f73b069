/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison.candidate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.rfm.RfmSegment;
import org.segcast.predictive.rfm.RfmSettings;
import org.segcast.predictive.rule.FilledCondition;
import org.segcast.predictive.rule.MemberCondition;
import org.segcast.predictive.rule.NumberCondition;
import org.segcast.predictive.rule.PurchaseCondition;
import org.segcast.predictive.rule.RuleBook;
import org.segcast.predictive.rule.RuleCheck;
import org.segcast.predictive.rule.RuleProblem;
import org.segcast.predictive.rule.RuleSegment;
import org.segcast.predictive.rule.RuleVocabulary;
import org.segcast.predictive.rule.SegmentRule;
import org.segcast.predictive.rule.WordCondition;

/** Which rule segments can be told as of a cut-off in the past, and why others cannot. */
public final class RuleCandidates {

    private final FeatureSchema schema;
    private final Map<String, RuleSegment> rules;
    private final RfmSettings rfm;
    private final Set<String> clusters;
    private final RuleCheck check;
    private final PastTotals totals;

    /**
     * @param rfm for rules that ask for members of an RFM segment
     * @param clusters keys of the clusters in use
     */
    public RuleCandidates(FeatureSchema schema, List<RuleSegment> segments, RfmSettings rfm, Set<String> clusters) {
        this.clusters = Set.copyOf(clusters);
        this.schema = schema;
        this.rfm = rfm;
        this.rules = segments.stream().collect(Collectors.toMap(RuleSegment::key, Function.identity()));
        this.check = new RuleCheck(new RuleVocabulary(schema, known(rules.keySet())));
        this.totals = new PastTotals(segments.stream()
                .flatMap(segment -> segment.rule().conditions())
                .filter(PurchaseCondition.class::isInstance)
                .map(condition -> ((PurchaseCondition) condition).total())
                .distinct()
                .toList());
    }

    private static Set<String> known(Set<String> rules) {
        Set<String> known = new HashSet<>(rules);
        Arrays.stream(RfmSegment.values()).map(RfmSegment::key).forEach(known::add);
        return known;
    }

    public PastTotals totals() {
        return totals;
    }

    /** @param name of a segment by its key */
    public List<Candidate> told(Function<String, String> name) {
        List<Candidate> told = new ArrayList<>();
        rules.values().stream()
                .sorted((one, other) -> one.key().compareTo(other.key()))
                .filter(segment -> reason(segment).isEmpty())
                .forEach(
                        segment -> told.add(new RuleCandidate(segment, name.apply(segment.key()), totals, rules, rfm)));
        return told;
    }

    /** Why the rule cannot be told as of a past cut-off; empty if it can. */
    public Optional<String> reason(RuleSegment segment) {
        return reason(segment, new HashSet<>());
    }

    private Optional<String> reason(RuleSegment segment, Set<String> above) {
        if (!above.add(segment.key())) {
            return Optional.of("It asks for its own members.");
        }
        Optional<String> found = askingForClusters(segment)
                .or(() -> askingForNotes(segment))
                .or(() -> check.problems(segment.rule()).stream()
                        .map(RuleProblem::text)
                        .findFirst())
                .or(() -> segment.rule()
                        .conditions()
                        .map(condition -> reason(condition, above))
                        .flatMap(Optional::stream)
                        .findFirst());
        above.remove(segment.key());
        return found;
    }

    private Optional<String> askingForClusters(RuleSegment segment) {
        return RuleBook.references(segment).stream().anyMatch(clusters::contains)
                ? Optional.of(
                        "It asks for members of a cluster, and who was in it then is not known: clusters are compared on their own.")
                : Optional.empty();
    }

    private static Optional<String> askingForNotes(RuleSegment segment) {
        return segment.rule()
                .conditions()
                .flatMap(condition -> feature(condition).stream())
                .filter(Feature::isNote)
                .findFirst()
                .map(note ->
                        "'" + note + "' is a word of notes as they stand today: what they said earlier is not kept.");
    }

    private Optional<String> reason(SegmentRule condition, Set<String> above) {
        return condition instanceof MemberCondition member
                ? reason(member, above)
                : feature(condition).flatMap(this::reason);
    }

    private static Optional<String> feature(SegmentRule condition) {
        if (condition instanceof NumberCondition number) {
            return Optional.of(number.feature());
        }
        if (condition instanceof WordCondition word) {
            return Optional.of(word.feature());
        }
        return condition instanceof FilledCondition filled ? Optional.of(filled.feature()) : Optional.empty();
    }

    private Optional<String> reason(String feature) {
        return schema.features().stream()
                .filter(each -> each.name().equals(feature) && each.isDatedToday())
                .findFirst()
                .map(dated ->
                        "'" + feature + "' is a date as it stands in the CRM today: what it was earlier is not kept.");
    }

    private Optional<String> reason(MemberCondition member, Set<String> above) {
        return Optional.ofNullable(rules.get(member.segment())).flatMap(other -> reason(other, above));
    }
}
