/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.segcast.predictive.cluster.ClusterFinding;
import org.segcast.predictive.cluster.ClusterModel;
import org.segcast.predictive.cluster.Placement;
import org.segcast.predictive.feature.FeatureVectors;
import org.segcast.predictive.registry.MembershipStore;
import org.segcast.webapp.warehouse.Warehouse;

/** The clusters in use: kept from a finding, named, tagged by choice, and everybody placed in the closest one with every run. */
@ApplicationScoped
public class ClusterBook {
    /** The kind of memberships that these segments are kept as. */
    public static final String KIND = ClusterModel.KIND;

    /** Who is farther from every cluster than 99 of 100 of its members. */
    public static final ClusterSegment NO_GOOD_FIT = new ClusterSegment("no-good-fit", "No good fit", 10, false);

    private static final int COLOURS = 10;
    private static final int NAMED_BY = 2;

    @Inject
    private ClusterStore store;

    @Inject
    private Warehouse warehouse;

    /** Whether a key is, or may come to be, a cluster's: no other segment may have it. */
    public static boolean reserves(String key) {
        return key.startsWith(KIND + "-") || key.equals(NO_GOOD_FIT.key());
    }

    public Optional<Clustering> current() {
        return store.current();
    }

    /** Those in use, and at the end the one for customers who fit none; nothing where there are no clusters. */
    public List<ClusterSegment> segments() {
        List<ClusterSegment> all =
                new ArrayList<>(current().map(Clustering::segments).orElse(List.of()));
        if (!all.isEmpty()) {
            all.add(NO_GOOD_FIT);
        }
        return all;
    }

    /** As {@link #segments}, each with what sets it apart, in words. */
    public Map<ClusterSegment, String> described() {
        Map<ClusterSegment, String> described = new LinkedHashMap<>();
        current().ifPresent(clustering -> {
            for (int place = 0; place < clustering.segments().size(); place++) {
                described.put(
                        clustering.segments().get(place),
                        "Alike in this: " + suggested(clustering.model(), place) + ".");
            }
            described.put(NO_GOOD_FIT, "Farther from every cluster than 99 of 100 of its members.");
        });
        return described;
    }

    public List<ClusterTrait> traits(ClusterModel model, int place) {
        return ClusterTrait.of(model, place);
    }

    /** A name from what sets a cluster apart most: {@code more order count, less days since last order}. */
    public static String suggested(ClusterModel model, int place) {
        return ClusterTrait.of(model, place).stream()
                .limit(NAMED_BY)
                .map(trait -> (trait.more() ? "more " : "less ") + trait.name())
                .collect(Collectors.joining(", "));
    }

    /** Puts a finding in use, in place of what was; the next run places everybody. */
    public void keep(ClusterFinding.Found found, String by) {
        store.keep(version -> new Clustering(found.model(), found.chosen(), named(found.model(), version)), by);
    }

    private static List<ClusterSegment> named(ClusterModel model, int version) {
        return IntStream.range(0, model.clusters().size())
                .mapToObj(place -> new ClusterSegment(
                        KIND + "-" + version + "-" + (place + 1), name(model, place), place % COLOURS + 1, false))
                .toList();
    }

    private static String name(ClusterModel model, int place) {
        String words = (char) ('A' + place) + ": " + suggested(model, place);
        return words.substring(0, Math.min(words.length(), ClusterSegment.LONGEST_NAME))
                .strip();
    }

    /** Renames, colours and tags them; what is wrong, or nothing. */
    public Optional<String> change(List<ClusterSegment> segments, String by) {
        Optional<Clustering> current = current();
        if (current.isEmpty() || !keys(current.get().segments()).equals(keys(segments))) {
            return Optional.of("These clusters are not in use any more: look at those that are.");
        }
        Optional<String> problem = segments.stream()
                .filter(segment -> segment.name().isBlank()
                        || segment.name().length() > ClusterSegment.LONGEST_NAME
                        || segment.colour() < 1
                        || segment.colour() > COLOURS)
                .map(segment -> "A cluster has a name of 1 to 60 characters and a colour of 1 to 10.")
                .findFirst();
        if (problem.isEmpty()) {
            store.change(new Clustering(current.get().model(), current.get().chosen(), segments), by);
        }
        return problem;
    }

    private static List<String> keys(List<ClusterSegment> segments) {
        return segments.stream().map(ClusterSegment::key).toList();
    }

    /** Members go with the next run, and their tags with the push after it. */
    public void remove(String by) {
        store.remove(by);
    }

    /** Where a contact of the latest run belongs, and how clearly; empty where there are no clusters, or the contact is in none. */
    public Optional<Placement> placement(String contactId) {
        return current()
                .flatMap(clustering -> warehouse
                        .features()
                        .vector(contactId)
                        .filter(vector -> clustering
                                .model()
                                .scaling()
                                .missingIn(vector.schema())
                                .isEmpty())
                        .flatMap(
                                vector -> clustering.model().on(vector.schema()).place(vector)));
    }

    /**
     * Places everybody anew.
     *
     * @return how many have a good fit; empty where there are no clusters, or the CRM lacks a feature that they go by
     */
    public Optional<Long> place(FeatureVectors vectors, LocalDate asOf) {
        MembershipStore memberships = warehouse.memberships();
        Optional<Clustering> usable = current()
                .filter(clustering ->
                        clustering.model().scaling().missingIn(vectors.schema()).isEmpty());
        if (usable.isEmpty()) {
            if (!memberships.sizes(KIND).isEmpty()) {
                memberships.replace(KIND, asOf, sink -> {});
            }
            return Optional.empty();
        }
        Clustering clustering = usable.get();
        ClusterModel.Placing placing = clustering.model().on(vectors.schema());
        long[] fitting = new long[1];
        memberships.replace(
                KIND,
                asOf,
                sink -> vectors.forEach(vector -> placing.place(vector).ifPresent(placement -> {
                    fitting[0] += placement.goodFit() ? 1 : 0;
                    sink.accept(
                            vector.contactId(),
                            placement.goodFit()
                                    ? clustering
                                            .segments()
                                            .get(placement.cluster())
                                            .key()
                                    : NO_GOOD_FIT.key());
                })));
        return Optional.of(fitting[0]);
    }
}
