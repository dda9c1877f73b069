/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.segcast.predictive.cluster.partition.AdjustedRand;
import org.segcast.predictive.cluster.partition.Partition;
import org.segcast.predictive.cluster.partition.Partitioner;
import org.segcast.predictive.cluster.partition.Points;
import org.segcast.predictive.cluster.partition.Silhouette;
import org.segcast.predictive.cluster.partition.StructurelessPoints;
import org.segcast.predictive.cluster.scaling.LeftOut;
import org.segcast.predictive.cluster.scaling.Scaling;
import org.segcast.predictive.cluster.scaling.ScalingFit;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.FeatureVectors;
import org.segcast.predictive.feature.PurchaseFeature;
import org.segcast.predictive.response.ContactSample;

/**
 * Finds clusters among a sample of the customers: tries 2 to 10, and takes the number with the best silhouette of those that hold
 * ({@link ClusterTrial#holds}). Noise is refused: it has no number that holds. The same customers, features and seed give the same finding.
 */
public final class ClusterSearch {
    public static final int FEWEST = 2;
    public static final int MOST = 10;
    static final int LEAST_CUSTOMERS = 100;

    private static final int RESAMPLES = 5;
    private static final double RESAMPLED = 0.8;

    private final Partitioner partitioner;
    private final long seed;

    public ClusterSearch(Partitioner partitioner, long seed) {
        this.partitioner = partitioner;
        this.seed = seed;
    }

    /**
     * @param features names of features of the schema to go by
     * @param progress told how many numbers of clusters were tried, of {@link #MOST} - {@link #FEWEST} + 1
     */
    public ClusterFinding search(FeatureVectors customers, List<String> features, IntConsumer progress) {
        List<FeatureVector> sample = sample(customers);
        if (sample.size() < LEAST_CUSTOMERS) {
            return refused(
                    "Too few customers to find clusters. %,d have ordered; we need at least %,d.", sample.size());
        }
        ScalingFit fit = new ScalingFit(sample, customers.schema(), features);
        Scaling scaling = fit.scaling();
        if (scaling.features().isEmpty()) {
            return new ClusterFinding.Refused(
                    "None of the " + features.size() + " chosen features tells these customers apart. Choose others.",
                    List.of(),
                    fit.leftOut());
        }
        return search(scaling, scaling.points(sample, customers.schema()), fit.leftOut(), progress);
    }

    /** So many clusters, whether they can be told from chance or not; empty where there are not as many different customers. */
    public Optional<ClusterModel> fit(FeatureVectors customers, List<String> features, int clusters) {
        List<FeatureVector> sample = sample(customers);
        Scaling scaling = new ScalingFit(sample, customers.schema(), features).scaling();
        if (scaling.features().isEmpty()) {
            return Optional.empty();
        }
        Points points = scaling.points(sample, customers.schema());
        return Optional.of(partitioner.partition(points, clusters, seed))
                .filter(partition -> partition.count() == clusters)
                .map(partition -> ClusterModel.of(scaling, points, partition));
    }

    private List<FeatureVector> sample(FeatureVectors customers) {
        int orders = customers.schema().numericIndex(PurchaseFeature.ORDER_COUNT.key());
        ContactSample<FeatureVector> sample = new ContactSample<>(partitioner.mostPoints(), seed);
        customers.forEach(vector -> {
            if (vector.numeric(orders) > 0 && sample.admits(vector.contactId())) {
                sample.add(vector.contactId(), vector);
            }
        });
        return sample.kept().stream()
                .sorted(Comparator.comparing(FeatureVector::contactId))
                .toList();
    }

    private ClusterFinding search(Scaling scaling, Points points, List<LeftOut> leftOut, IntConsumer progress) {
        Points noise = StructurelessPoints.like(points, seed);
        List<ClusterTrial> trials = new ArrayList<>();
        Optional<ClusterTrial> best = Optional.empty();
        Optional<Partition> bestPartition = Optional.empty();
        for (int count = FEWEST; count <= MOST; count++) {
            Partition partition = partitioner.partition(points, count, seed);
            ClusterTrial trial = trial(count, points, partition, noise);
            trials.add(trial);
            boolean better = best.filter(known -> known.silhouette() >= trial.silhouette())
                    .isEmpty();
            if (partition.count() == count && trial.holds() && better) {
                best = Optional.of(trial);
                bestPartition = Optional.of(partition);
            }
            progress.accept(trials.size());
        }
        return bestPartition.isEmpty()
                ? new ClusterFinding.Refused(noStructure(trials), trials, leftOut)
                : new ClusterFinding.Found(
                        ClusterModel.of(scaling, points, bestPartition.get()), best.orElseThrow(), trials, leftOut);
    }

    private ClusterTrial trial(int count, Points points, Partition partition, Points noise) {
        return new ClusterTrial(
                count,
                Silhouette.of(points, partition),
                Silhouette.of(noise, partitioner.partition(noise, count, seed)),
                stability(count, points, partition),
                partition.smallest() / (double) points.size());
    }

    /** Parts some of the customers, puts the others to the nearest centre, and compares that with the parting of all. */
    private double stability(int count, Points points, Partition partition) {
        SplittableRandom random = new SplittableRandom(seed + count);
        int[] all = IntStream.range(0, points.size()).map(partition::partOf).toArray();
        double sum = 0;
        for (int i = 0; i < RESAMPLES; i++) {
            int[] drawn = IntStream.range(0, points.size())
                    .filter(point -> random.nextDouble() < RESAMPLED)
                    .toArray();
            Partition again = partitioner.partition(points.rows(drawn), count, random.nextLong());
            sum += AdjustedRand.of(all, again.nearest(points));
        }
        return sum / RESAMPLES;
    }

    private static ClusterFinding refused(String format, int found) {
        return new ClusterFinding.Refused(
                String.format(Locale.ROOT, format, found, LEAST_CUSTOMERS), List.of(), List.of());
    }

    private static String noStructure(List<ClusterTrial> trials) {
        ClusterTrial nearest = trials.stream()
                .max(Comparator.comparingDouble(trial -> trial.silhouette() - trial.byChance()))
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "By these features customers form no clusters that could be told from chance. The nearest to one, %d"
                        + " clusters: silhouette %.2f (%.2f by chance), stability %.2f (we need %.1f), smallest %.1f%% of"
                        + " customers (we need %.0f%%). Choose fewer or other features.",
                nearest.clusters(),
                nearest.silhouette(),
                nearest.byChance(),
                nearest.stability(),
                ClusterTrial.LEAST_STABILITY,
                100 * nearest.smallest(),
                100 * ClusterTrial.LEAST_SHARE);
    }
}
