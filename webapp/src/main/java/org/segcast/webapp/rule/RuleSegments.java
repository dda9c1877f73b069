/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.registry.RuleMatch;
import org.segcast.predictive.rfm.RfmSegment;
import org.segcast.predictive.rule.AnyOf;
import org.segcast.predictive.rule.RuleBook;
import org.segcast.predictive.rule.RuleCheck;
import org.segcast.predictive.rule.RuleProblem;
import org.segcast.predictive.rule.RuleSegment;
import org.segcast.predictive.rule.RuleVocabulary;
import org.segcast.predictive.rule.SegmentRule;
import org.segcast.webapp.cluster.ClusterBook;
import org.segcast.webapp.cluster.ClusterSegment;
import org.segcast.webapp.warehouse.Warehouse;

/**
 * Segments that people describe by rules. A rule may refer to measures that another CRM, or the same one later, does not have: such a segment is kept and has no members
 * until its problem is mended.
 */
@ApplicationScoped
public class RuleSegments {
    public static final int LONGEST_NAME = 60;
    private static final int LONGEST_KEY = 40;
    private static final int COMMON = 12;

    @Inject
    private RuleSegmentStore store;

    @Inject
    private Warehouse warehouse;

    @Inject
    private ClusterBook clusters;

    @Inject
    private Event<RuleSegmentRemoved> removed;

    /** By name. */
    public List<RuleDefinition> all() {
        return store.all();
    }

    public Optional<RuleDefinition> find(String key) {
        return store.find(key);
    }

    public synchronized RuleAnswer add(RuleDraft draft, String by) {
        List<RuleProblem> problems = problems(draft, Optional.empty());
        if (!problems.isEmpty()) {
            return new RuleAnswer.Refused(problems);
        }
        String key = freeKey(draft.name());
        store.add(key, draft, by);
        return new RuleAnswer.Kept(store.find(key).orElseThrow());
    }

    public synchronized RuleAnswer change(String key, RuleDraft draft, String by) {
        if (store.find(key).isEmpty()) {
            return new RuleAnswer.Unknown();
        }
        List<RuleProblem> problems = problems(draft, Optional.of(key));
        if (!problems.isEmpty()) {
            return new RuleAnswer.Refused(problems);
        }
        return store.change(key, draft, by)
                ? new RuleAnswer.Kept(store.find(key).orElseThrow())
                : new RuleAnswer.Unknown();
    }

    /** Members go with the next run, and their tags with the push after it. */
    public synchronized RuleAnswer remove(String key) {
        if (store.find(key).isEmpty()) {
            return new RuleAnswer.Unknown();
        }
        List<String> others = new RuleBook(segments(all()))
                .referringTo(key).stream().map(other -> name(other.key())).toList();
        if (!others.isEmpty()) {
            return new RuleAnswer.Refused(List.of(new RuleProblem(
                    "", "Other segments refer to it: " + String.join(", ", others) + ". Change these first.")));
        }
        store.remove(key);
        removed.fire(new RuleSegmentRemoved(key));
        return new RuleAnswer.Removed();
    }

    /** All that is wrong with a rule as things stand; a rule that is new, or that takes the place of the one with this key. */
    public List<RuleProblem> problems(SegmentRule rule, Optional<String> key) {
        Optional<FeatureSchema> schema = warehouse.features().schema();
        if (schema.isEmpty()) {
            return List.of(new RuleProblem("rule", "There are no measures yet: they come with the first run."));
        }
        List<RuleProblem> problems = new ArrayList<>(check(schema.get()).problems(rule));
        key.ifPresent(own -> RuleBook.cycle(with(own, rule))
                .ifPresent(cycle -> problems.add(new RuleProblem(
                        "rule",
                        "It comes back to itself: "
                                + cycle.stream().map(this::name).collect(Collectors.joining(", which asks for "))
                                + "."))));
        return problems;
    }

    /** Rule segments as they are evaluated: one with a problem has no members. */
    public RuleBook book() {
        List<RuleSegment> all = segments(all());
        Optional<RuleCheck> check = warehouse.features().schema().map(this::check);
        return new RuleBook(all.stream()
                .map(each ->
                        check.isPresent() && check.get().problems(each.rule()).isEmpty()
                                ? each
                                : new RuleSegment(each.key(), new AnyOf(List.of())))
                .toList());
    }

    private static List<RuleSegment> segments(List<RuleDefinition> definitions) {
        return definitions.stream()
                .map(each -> new RuleSegment(each.key(), each.rule()))
                .toList();
    }

    /** Who fits now; the rule must be without problems. Empty before the first run. */
    public Optional<RuleMatch> match(SegmentRule rule) {
        return warehouse.rules().match(book(), rule);
    }

    /** How many fit each; the rules must be without problems. Empty before the first run. */
    public Optional<List<Long>> counts(List<SegmentRule> rules) {
        return warehouse.rules().counts(book(), rules);
    }

    /** Names of some who fit, by id; the rule must be without problems. */
    public Map<String, String> examples(SegmentRule rule, int skipped, int most) {
        List<String> ids = warehouse.rules().examples(book(), rule, skipped, most);
        return warehouse.mirror().names(Set.copyOf(ids));
    }

    /** Words that a measure has, the most frequent first. */
    public List<String> commonWords(String feature) {
        return warehouse.rules().commonWords(feature, COMMON);
    }

    /** Categories that were bought from, the most frequent first. */
    public List<String> commonCategories() {
        return warehouse.rules().commonCategories(COMMON);
    }

    /** What can be asked for; empty before the first run. */
    public List<Feature> measures() {
        return warehouse.features().schema().map(FeatureSchema::features).orElse(List.of());
    }

    /** A segment's name, of whatever kind; the key itself where there is none. */
    public String name(String key) {
        return RfmSegment.ofKey(key)
                .map(RfmSegment::label)
                .or(() -> find(key).map(RuleDefinition::name))
                .or(() -> clusters.segments().stream()
                        .filter(cluster -> cluster.key().equals(key))
                        .map(ClusterSegment::name)
                        .findFirst())
                .orElse(key);
    }

    public String words(SegmentRule rule) {
        return new RuleWords(this::name).sentence(rule);
    }

    private List<RuleProblem> problems(RuleDraft draft, Optional<String> key) {
        List<RuleProblem> problems = new ArrayList<>();
        if (draft.name().isEmpty() || draft.name().length() > LONGEST_NAME) {
            problems.add(new RuleProblem("name", "A name has 1 to " + LONGEST_NAME + " characters."));
        } else if (namesOfOthers(key).anyMatch(draft.name()::equalsIgnoreCase)) {
            problems.add(new RuleProblem("name", "There is a segment of this name already."));
        }
        if (draft.colour() < 1 || draft.colour() > 10) {
            problems.add(new RuleProblem("colour", "A colour is a number from 1 to 10."));
        }
        problems.addAll(problems(draft.rule(), key));
        return problems;
    }

    private Stream<String> namesOfOthers(Optional<String> key) {
        return Stream.concat(
                Arrays.stream(RfmSegment.values()).map(RfmSegment::label),
                all().stream()
                        .filter(other -> !key.equals(Optional.of(other.key())))
                        .map(RuleDefinition::name));
    }

    private RuleCheck check(FeatureSchema schema) {
        return new RuleCheck(new RuleVocabulary(schema, keys()));
    }

    private Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        Arrays.stream(RfmSegment.values()).map(RfmSegment::key).forEach(keys::add);
        all().stream().map(RuleDefinition::key).forEach(keys::add);
        clusters.segments().stream().map(ClusterSegment::key).forEach(keys::add);
        return keys;
    }

    private List<RuleSegment> with(String key, SegmentRule rule) {
        return Stream.concat(
                        Stream.of(new RuleSegment(key, rule)),
                        segments(all()).stream().filter(other -> !other.key().equals(key)))
                .toList();
    }

    private String freeKey(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String first = plain.isEmpty() ? "segment" : plain.substring(0, Math.min(LONGEST_KEY, plain.length()));
        String plainKey = first.replaceAll("-$", "");
        String wanted = ClusterBook.reserves(plainKey) ? "rule-" + plainKey : plainKey;
        Set<String> taken = keys();
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? wanted : wanted + "-" + number)
                .filter(key -> !taken.contains(key))
                .findFirst()
                .orElseThrow();
    }
}
