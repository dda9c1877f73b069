/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.cluster;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.segcast.predictive.cluster.ClusterFinding;
import org.segcast.predictive.cluster.ClusterSearch;
import org.segcast.predictive.cluster.partition.Partitioner;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVectors;
import org.segcast.predictive.feature.PurchaseFeature;
import org.segcast.webapp.connection.ConnectionSwitched;
import org.segcast.webapp.settings.Settings;
import org.segcast.webapp.warehouse.Warehouse;

/** Searches for clusters beside everything else, one search at a time. What the latest found is held until the next or until the server stops. */
@ApplicationScoped
public class ClusterSearches {
    /** What clusters go by where nobody chose. */
    public static final List<String> USUAL = List.of(
            PurchaseFeature.DAYS_SINCE_LAST_ORDER.key(),
            PurchaseFeature.ORDER_COUNT.key(),
            PurchaseFeature.TOTAL_SPENT.key(),
            PurchaseFeature.TENURE_DAYS.key());

    private static final Logger LOG = Logger.getLogger(ClusterSearches.class.getName());
    private static final long SEED = 1;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Warehouse warehouse;

    @Inject
    private Settings settings;

    private volatile State state = State.NONE;

    /**
     * @param tried how many numbers of clusters, of 9
     * @param features and {@code way} that the search goes by, or went by
     * @param trouble why the latest search ended without an answer; empty text where it did not
     */
    public record State(
            boolean running,
            int tried,
            List<String> features,
            ClusterWay way,
            Optional<ClusterFinding> finding,
            String trouble) {
        static final State NONE = new State(false, 0, List.of(), ClusterWay.K_MEANS, Optional.empty(), "");

        private static State under(int tried, List<String> features, ClusterWay way) {
            return new State(true, tried, features, way, Optional.empty(), "");
        }

        private State ended(Optional<ClusterFinding> found, String why) {
            return new State(false, 0, features, way, found, why);
        }
    }

    /** What was found among the customers of another CRM is no finding here. */
    synchronized void forget(@Observes ConnectionSwitched now) {
        if (!state.running()) {
            state = State.NONE;
        }
    }

    public State state() {
        return state;
    }

    /** @return what is wrong, or nothing: then it began */
    public synchronized Optional<String> start(List<String> features, ClusterWay way) {
        if (state.running()) {
            return Optional.of("A search is under way. Wait for its end.");
        }
        Optional<FeatureSchema> schema = warehouse.features().schema();
        if (schema.isEmpty()) {
            return Optional.of("There is nothing measured yet: start a run first.");
        }
        Optional<String> unknown = features.stream()
                .filter(name -> schema.get().features().stream()
                        .noneMatch(feature -> feature.name().equals(name)))
                .findFirst();
        if (features.isEmpty() || unknown.isPresent()) {
            return Optional.of(
                    unknown.map(name -> "There is no feature '" + name + "'.").orElse("Choose at least one feature."));
        }
        List<String> chosen = features.stream().distinct().toList();
        state = State.under(0, chosen, way);
        executor.execute(() -> search(chosen, way));
        return Optional.empty();
    }

    private void search(List<String> features, ClusterWay way) {
        try {
            Partitioner partitioner = way.partitioner(settings.home().resolve("weka"));
            Optional<FeatureVectors> customers = warehouse.features().vectors();
            Optional<ClusterFinding> finding = customers.map(vectors -> new ClusterSearch(partitioner, SEED)
                    .search(vectors, features, tried -> state = State.under(tried, features, way)));
            state = state.ended(finding, "");
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "a search for clusters failed", failed);
            state = state.ended(Optional.empty(), "The search failed. Try it again; the server's log says why.");
        }
    }
}
