/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.segcast.predictive.cluster.ClusterModel;
import org.segcast.predictive.cluster.ClusterSearch;
import org.segcast.predictive.cluster.partition.KMeans;
import org.segcast.predictive.cluster.scaling.ScaledFeature;
import org.segcast.predictive.comparison.candidate.Candidate;
import org.segcast.predictive.comparison.candidate.Candidates;
import org.segcast.predictive.comparison.candidate.ClusterCandidate;
import org.segcast.predictive.comparison.candidate.RuleCandidates;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.rfm.RfmSettings;
import org.segcast.predictive.rule.RuleSegment;
import org.segcast.webapp.cluster.ClusterBook;
import org.segcast.webapp.cluster.ClusterSegment;
import org.segcast.webapp.cluster.Clustering;
import org.segcast.webapp.rfm.RfmBook;
import org.segcast.webapp.rule.RuleSegments;

/** Gathers the segmentations that people have set up and those that the measures could make. */
@ApplicationScoped
public class Contestants {
    private static final String CLUSTERS = "Clusters";

    @Inject
    private RfmBook rfm;

    @Inject
    private RuleSegments rules;

    @Inject
    private ClusterBook clusters;

    /** @param seed of the clusters, which are found anew */
    Contest gather(FeatureSchema schema, long seed) {
        RfmSettings settings = rfm.inForce();
        List<RuleSegment> segments = segments();
        Optional<ClusterModel> model = clusters.current().map(Clustering::model);
        RuleCandidates told = new RuleCandidates(
                schema,
                segments,
                settings,
                clusters.segments().stream().map(ClusterSegment::key).collect(Collectors.toSet()));
        List<Candidate> candidates = new ArrayList<>(Candidates.of(schema, settings));
        candidates.addAll(told.told(rules::name));
        List<LeftOut> leftOut = new ArrayList<>();
        segments.forEach(segment ->
                told.reason(segment).ifPresent(reason -> leftOut.add(new LeftOut(rules.name(segment.key()), reason))));
        model.ifPresent(kept -> unknownThen(kept, schema)
                .ifPresentOrElse(
                        reason -> leftOut.add(new LeftOut(CLUSTERS, reason)),
                        () -> candidates.add(candidate(kept, seed))));
        return new Contest(candidates, told.totals(), leftOut, digest(settings, segments, model));
    }

    /** A digest of what a comparison would go by now. */
    String settings() {
        return digest(rfm.inForce(), segments(), clusters.current().map(Clustering::model));
    }

    private List<RuleSegment> segments() {
        return rules.all().stream()
                .map(each -> new RuleSegment(each.key(), each.rule()))
                .toList();
    }

    private static Candidate candidate(ClusterModel kept, long seed) {
        return new ClusterCandidate(
                new ClusterSearch(new KMeans(), seed),
                kept.scaling().features().stream().map(ScaledFeature::feature).toList(),
                kept.clusters().size());
    }

    private static Optional<String> unknownThen(ClusterModel kept, FeatureSchema schema) {
        List<String> missing = kept.scaling().missingIn(schema);
        if (!missing.isEmpty()) {
            return Optional.of(
                    Feature.isNote(missing.get(0))
                            ? "They go by '" + missing.get(0)
                                    + "', a word of notes as they stand today: what they said earlier is not kept."
                            : "There is no measure '" + missing.get(0) + "' any more.");
        }
        List<String> features =
                kept.scaling().features().stream().map(ScaledFeature::feature).toList();
        return schema.features().stream()
                .filter(feature -> features.contains(feature.name()) && feature.isDatedToday())
                .map(Feature::name)
                .map(name -> "They go by '" + name
                        + "', a date as it stands in the CRM today: what it was earlier is not kept.")
                .findFirst();
    }

    private static String digest(RfmSettings settings, List<RuleSegment> segments, Optional<ClusterModel> model) {
        String all = settings + "\n" + segments + "\n" + model;
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
