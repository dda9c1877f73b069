/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.customers;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.registry.FeatureDistribution.NumberSpread;
import org.segcast.predictive.registry.FeatureDistribution.WordCount;
import org.segcast.webapp.feature.DescribedFeature;
import org.segcast.webapp.feature.DescribedFeatures;
import org.segcast.webapp.feature.FeatureDictionary;
import org.segcast.webapp.page.format.Formats;

/** The dictionary of features, or those that a search finds. */
@Named("featuresPage")
@RequestScoped
public class FeaturesPage {
    private static final double LEAST_BAR = 4;

    @Inject
    private FeatureDictionary dictionary;

    @Inject
    private Formats formats;

    private String search = "";
    private DescribedFeatures all;
    private List<Group> groups = List.of();

    /** Features that are about one thing. */
    public record Group(String label, List<DescribedFeature> features) {}

    /** Called once the address was read. */
    public void open() {
        all = dictionary.features();
        groups = all.mentioning(search).stream()
                .collect(Collectors.groupingBy(DescribedFeature::group, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search == null ? "" : search;
    }

    public boolean isUnmeasured() {
        return all.features().isEmpty();
    }

    public List<Group> getGroups() {
        return groups;
    }

    /** The answer before the evidence. */
    public String getSummary() {
        if (isUnmeasured()) {
            return "What is measured of every contact, for segments, models and portraits.";
        }
        return formats.of(all.features().size(), "measure", "measures") + " of "
                + formats.of(all.contacts(), "contact", "contacts")
                + all.asOf().map(day -> ", as of " + formats.day(day)).orElse("") + ". Version " + all.version() + ".";
    }

    public String getFound() {
        long count = groups.stream().mapToLong(group -> group.features().size()).sum();
        return search.isBlank()
                ? formats.of(count, "measure", "measures")
                : formats.of(count, "measure mentions", "measures mention") + " “" + search.strip() + "”";
    }

    public String kind(DescribedFeature feature) {
        return feature.unit().isEmpty() || feature.unit().equals(feature.type())
                ? feature.type()
                : feature.type() + ", " + feature.unit();
    }

    /** What the values come to, in words: it also stands for the bars beside it. */
    public String values(DescribedFeature feature) {
        return feature.numbers()
                .map(spread -> feature.unit().equals(Feature.YES_OR_NO)
                        ? formats.percent(spread.mean()) + " yes"
                        : spread.least() == spread.most()
                                ? "always " + number(feature, spread.least())
                                : "half between " + number(feature, spread.firstQuarter()) + " and "
                                        + number(feature, spread.thirdQuarter()) + ", middle "
                                        + number(feature, spread.median())
                                        + ", from " + number(feature, spread.least()) + " to "
                                        + number(feature, spread.most()))
                .orElseGet(() -> words(feature));
    }

    private String words(DescribedFeature feature) {
        if (feature.topWords().isEmpty()) {
            return "nobody has a value";
        }
        String top = feature.topWords().stream()
                .map(word -> word.word() + " " + formats.count(word.contacts()))
                .collect(Collectors.joining(", "));
        long further = feature.differentWords() - feature.topWords().size();
        return top + (further > 0 ? ", and " + formats.of(further, "other", "others") : "");
    }

    private String number(DescribedFeature feature, double value) {
        return feature.unit().equals("share")
                ? formats.percent(value)
                : formats.decimal(value, value == Math.rint(value) ? 0 : Math.abs(value) < 100 ? 2 : 0);
    }

    /** Heights of the bars in percent of the highest; none where nothing varies. */
    public List<Double> bars(DescribedFeature feature) {
        List<Long> counts = feature.numbers()
                .filter(spread -> spread.least() < spread.most())
                .map(NumberSpread::bins)
                .orElseGet(() ->
                        feature.topWords().stream().map(WordCount::contacts).toList());
        long most = counts.stream().mapToLong(Long::longValue).max().orElse(1);
        return counts.stream()
                .map(count -> count == 0 ? 0 : Math.max(LEAST_BAR, 100.0 * count / most))
                .toList();
    }
}
