/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.feature;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.registry.FeatureDistribution;
import org.segcast.webapp.pipeline.RunJournal;
import org.segcast.webapp.warehouse.Warehouse;

/** Describes the features of the latest run, once for each run. */
@ApplicationScoped
public class FeatureDictionary {
    @Inject
    private Warehouse warehouse;

    @Inject
    private RunJournal journal;

    private record Kept(long runId, DescribedFeatures features) {}

    private volatile Optional<Kept> kept = Optional.empty();

    /** Without features before the first run, and where the warehouse was deleted after it. */
    public DescribedFeatures features() {
        return journal.latestWith("features").map(run -> features(run.getId())).orElse(DescribedFeatures.NONE);
    }

    private DescribedFeatures features(long runId) {
        Optional<Kept> known = kept.filter(found -> found.runId() == runId);
        if (known.isPresent()) {
            return known.get().features();
        }
        Optional<DescribedFeatures> described = warehouse.features().schema().map(this::describe);
        kept = described.map(features -> new Kept(runId, features));
        return described.orElse(DescribedFeatures.NONE);
    }

    private DescribedFeatures describe(FeatureSchema schema) {
        long contacts = warehouse.features().count();
        List<DescribedFeature> features = warehouse.distributions().all().stream()
                .sorted(Comparator.comparing(
                        (FeatureDistribution found) -> found.feature().group()))
                .map(found -> DescribedFeature.of(found, contacts))
                .toList();
        return new DescribedFeatures(warehouse.features().asOf(), schema.version(), contacts, features);
    }
}
