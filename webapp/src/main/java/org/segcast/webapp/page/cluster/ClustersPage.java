/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.cluster;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.segcast.predictive.cluster.ClusterFinding;
import org.segcast.predictive.cluster.ClusterModel;
import org.segcast.predictive.cluster.ClusterTrial;
import org.segcast.predictive.cluster.scaling.LeftOut;
import org.segcast.predictive.feature.Feature;
import org.segcast.webapp.cluster.ClusterBook;
import org.segcast.webapp.cluster.ClusterSearches;
import org.segcast.webapp.cluster.ClusterSegment;
import org.segcast.webapp.cluster.ClusterWay;
import org.segcast.webapp.cluster.Clustering;
import org.segcast.webapp.page.shell.Notices;
import org.segcast.webapp.page.shell.Visitor;
import org.segcast.webapp.rule.RuleSegments;
import org.segcast.webapp.security.Role;
import org.segcast.webapp.warehouse.Warehouse;

/** Finds clusters by chosen features, shows what came of it, and keeps, names and tags those in use. */
@Named("clustersPage")
@RequestScoped
public class ClustersPage {
    private static final String HERE = "/clusters?faces-redirect=true";

    @Inject
    private ClusterBook book;

    @Inject
    private ClusterSearches searches;

    @Inject
    private RuleSegments measures;

    @Inject
    private Warehouse warehouse;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    private List<ClusterCard> cards = List.of();
    private ClusterSearches.State search;
    private String way;

    /** Features that are about one thing; open where one of them is chosen. */
    public record Group(String label, List<Feature> features, boolean open) {}

    @PostConstruct
    void look() {
        Map<String, Long> sizes = warehouse.memberships().sizes(ClusterBook.KIND);
        search = searches.state();
        way = search.way().key();
        cards = book.current().map(clustering -> cards(clustering, sizes)).orElse(List.of());
    }

    private List<ClusterCard> cards(Clustering clustering, Map<String, Long> sizes) {
        return IntStream.range(0, clustering.segments().size())
                .mapToObj(place -> card(clustering, place, sizes))
                .toList();
    }

    private ClusterCard card(Clustering clustering, int place, Map<String, Long> sizes) {
        ClusterSegment segment = clustering.segments().get(place);
        return new ClusterCard(
                segment.key(),
                segment.name(),
                segment.colour(),
                segment.tagged(),
                sizes.getOrDefault(segment.key(), 0L),
                TraitBar.of(book.traits(clustering.model(), place)));
    }

    public String find() {
        String[] names = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .getOrDefault("feature", new String[0]);
        if (visitor.may(Role.MARKETER)) {
            searches.start(List.of(names), ClusterWay.ofKey(way).orElse(ClusterWay.K_MEANS))
                    .ifPresent(notices::refused);
        }
        return HERE;
    }

    public String keep() {
        if (visitor.may(Role.MARKETER)) {
            found().ifPresent(finding -> {
                book.keep(finding, visitor.getName());
                notices.done("Kept. The next run places every customer in the closest cluster.");
            });
        }
        return HERE;
    }

    public String save() {
        if (visitor.may(Role.MARKETER)) {
            book.change(
                            cards.stream()
                                    .map(card -> new ClusterSegment(
                                            card.getKey(), card.getName(), card.getColour(), card.isTagged()))
                                    .toList(),
                            visitor.getName())
                    .ifPresentOrElse(notices::refused, () -> notices.done("Saved."));
        }
        return HERE;
    }

    public String remove() {
        if (visitor.may(Role.MARKETER)) {
            book.remove(visitor.getName());
            notices.done("Removed. Members and tags go with the next run and push.");
        }
        return HERE;
    }

    public List<ClusterCard> getCards() {
        return cards;
    }

    public List<ClusterWay> getWays() {
        return List.of(ClusterWay.values());
    }

    public String getWay() {
        return way;
    }

    public void setWay(String way) {
        this.way = way;
    }

    public boolean isMeasured() {
        return !measures.measures().isEmpty();
    }

    public ClusterSearches.State getSearch() {
        return search;
    }

    /** Why no clusters were found; empty text where they were, or nobody looked. */
    public String getRefusal() {
        return search.finding().filter(ClusterFinding.Refused.class::isInstance).stream()
                .map(refused -> ((ClusterFinding.Refused) refused).message())
                .findFirst()
                .orElse(search.trouble());
    }

    public boolean isFound() {
        return found().isPresent();
    }

    public ClusterTrial getChosen() {
        return found().orElseThrow().chosen();
    }

    public List<ClusterTrial> getTrials() {
        return search.finding().map(ClusterFinding::trials).orElse(List.of());
    }

    public List<LeftOut> getLeftOut() {
        return search.finding().map(ClusterFinding::leftOut).orElse(List.of());
    }

    /** What the finding's clusters would be: a name and what sets each apart. */
    public List<ClusterCard> getFoundCards() {
        return found().map(finding -> foundCards(finding.model())).orElse(List.of());
    }

    private List<ClusterCard> foundCards(ClusterModel model) {
        return IntStream.range(0, model.clusters().size())
                .mapToObj(place -> new ClusterCard(
                        "",
                        ClusterBook.suggested(model, place),
                        place % 10 + 1,
                        false,
                        model.clusters().get(place).members(),
                        TraitBar.of(book.traits(model, place))))
                .toList();
    }

    public List<Group> getGroups() {
        Map<String, List<Feature>> groups = measures.measures().stream()
                .collect(Collectors.groupingBy(
                        feature -> feature.group().label(), LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> new Group(
                        group.getKey(),
                        group.getValue(),
                        group.getValue().stream().anyMatch(this::isChosen)))
                .toList();
    }

    public boolean isChosen(Feature feature) {
        List<String> before = search.features();
        return (before.isEmpty() ? ClusterSearches.USUAL : before).contains(feature.name());
    }

    private Optional<ClusterFinding.Found> found() {
        return search.finding().filter(ClusterFinding.Found.class::isInstance).map(ClusterFinding.Found.class::cast);
    }
}
