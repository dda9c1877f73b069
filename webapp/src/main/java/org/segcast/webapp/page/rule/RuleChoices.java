/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.rule;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureType;
import org.segcast.predictive.rfm.RfmSegment;
import org.segcast.predictive.rule.Comparison;
import org.segcast.predictive.rule.PurchaseMeasure;
import org.segcast.webapp.cluster.ClusterBook;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.rule.RuleSegments;
import org.segcast.webapp.rule.RuleWords;

/** What a condition can ask for, as lists to choose from. */
@Named("ruleChoices")
@RequestScoped
public class RuleChoices {
    @Inject
    private RuleSegments rules;

    @Inject
    private ClusterBook clusters;

    @Inject
    private Formats formats;

    private final Map<String, List<String>> words = new HashMap<>();
    private List<Feature> measures = List.of();
    private List<String> categories = List.of();

    /** Once a request: the page asks for them at every line. */
    @PostConstruct
    void look() {
        measures = rules.measures();
        categories = rules.commonCategories();
    }

    /** Whether its measure has words, not numbers. */
    public boolean isWord(RuleNode node) {
        return asksFor(node, measure -> measure.type() == FeatureType.NOMINAL);
    }

    /** Whether its measure is 1 or 0. */
    public boolean isYesOrNo(RuleNode node) {
        return asksFor(node, measure -> measure.unit().equals(Feature.YES_OR_NO));
    }

    private boolean asksFor(RuleNode node, Predicate<Feature> kind) {
        return measures.stream()
                .filter(measure -> node.getSubject().equals(RuleNode.FEATURE + measure.name()))
                .anyMatch(kind);
    }

    /** Words that this measure has, the most frequent ones; empty for a number. */
    public String hint(RuleNode node) {
        if (isYesOrNo(node)) {
            return "1 is yes, 0 is no";
        }
        if (!isWord(node)) {
            return "";
        }
        String feature = node.getSubject().substring(RuleNode.FEATURE.length());
        return "Most frequent: " + String.join(", ", words.computeIfAbsent(feature, rules::commonWords));
    }

    /** Those that were bought from most. */
    public List<String> getCategories() {
        return categories;
    }

    public List<SelectItem> getSubjects() {
        return List.of(
                group(
                        "Purchases",
                        Arrays.stream(PurchaseMeasure.values())
                                .map(each -> new SelectItem(
                                        RuleNode.PURCHASES + each.words(), formats.capital(each.words())))
                                .toList()),
                group("Fields of the CRM", items(Feature::isAttribute)),
                group("Measures", items(measure -> !measure.isAttribute() && !measure.isNote())),
                group("Notes and answers", items(Feature::isNote)),
                group("Segments", List.of(new SelectItem(RuleNode.SEGMENT, "Member of a segment"))));
    }

    private List<SelectItem> items(Predicate<Feature> kind) {
        return measures.stream()
                .filter(kind)
                .map(measure -> new SelectItem(
                        RuleNode.FEATURE + measure.name(),
                        formats.capital(RuleWords.measure(measure.name()))
                                + (measure.unit().isEmpty() ? "" : " (" + measure.unit() + ")")))
                .toList();
    }

    private static SelectItem group(String label, List<SelectItem> items) {
        return new SelectItemGroup(label, "", false, items.toArray(SelectItem[]::new));
    }

    public List<SelectItem> comparisons(RuleNode node) {
        List<SelectItem> items = new ArrayList<>();
        if (node.isOfSegment()) {
            items.add(new SelectItem(Comparison.AT_LEAST.sign(), "is"));
            return items;
        }
        if (isWord(node)) {
            items.add(new SelectItem("in", "is one of"));
        } else {
            Arrays.stream(Comparison.values())
                    .forEach(each -> items.add(new SelectItem(each.sign(), "is " + each.words())));
        }
        if (!node.isOfPurchases()) {
            items.add(new SelectItem(RuleNode.FILLED, "is known"));
        }
        return items;
    }

    /** Those that a rule can ask for; a segment can't ask for itself. */
    public List<SelectItem> segments(String own) {
        List<SelectItem> items = new ArrayList<>();
        Arrays.stream(RfmSegment.values()).forEach(each -> items.add(new SelectItem(each.key(), each.label())));
        rules.all().stream()
                .filter(each -> !each.key().equals(own))
                .forEach(each -> items.add(new SelectItem(each.key(), each.name())));
        clusters.segments().forEach(each -> items.add(new SelectItem(each.key(), each.name())));
        return items;
    }

    /** The slots of the stylesheet. */
    public List<Integer> getColours() {
        return IntStream.rangeClosed(1, RulePage.COLOURS).boxed().toList();
    }
}
