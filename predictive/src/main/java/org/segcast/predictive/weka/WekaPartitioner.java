/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.weka;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.segcast.predictive.ErrorCode;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.cluster.partition.Partition;
import org.segcast.predictive.cluster.partition.Partitioner;
import org.segcast.predictive.cluster.partition.Points;
import weka.clusterers.Canopy;
import weka.clusterers.Clusterer;
import weka.clusterers.EM;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/**
 * Weka's ways to find parts: a mixture of normal distributions by expectation-maximisation (Dempster, Laird and Rubin 1977), and canopies (McCallum, Nigam and Ungar 2000). Every
 * point goes to its most likely distribution, or to its nearest canopy.
 */
public final class WekaPartitioner implements Partitioner {
    private static final int EM_STEPS = 100;

    /** What finds the parts. */
    public enum Way {
        /** Tries out every point against every distribution, step by step: people wait for no more. */
        EM(2_000),
        CANOPY(10_000);

        private final int mostPoints;

        Way(int mostPoints) {
            this.mostPoints = mostPoints;
        }
    }

    private final Way way;

    /** @param home a folder that Weka may write into */
    public WekaPartitioner(Way way, Path home) {
        this.way = way;
        WekaSettings.apply(home);
    }

    @Override
    public int mostPoints() {
        return way.mostPoints;
    }

    @Override
    public Partition partition(Points points, int count, long seed) {
        SegcastException.require(
                count > 0 && points.size() > 0,
                "parts and points must be positive, found " + count + " and " + points.size());
        try {
            Instances instances = instances(points);
            Clusterer clusterer = clusterer(count, seed);
            clusterer.buildClusterer(instances);
            int[] parts = new int[points.size()];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = clusterer.clusterInstance(instances.instance(i));
            }
            return new Partition(points, parts);
        } catch (SegcastException refused) {
            throw refused;
        } catch (Exception failed) { // Weka declares no other
            throw new SegcastException(
                    ErrorCode.TRAINING_FAILED,
                    "Weka's " + way + " failed on " + points.size() + " points for " + count + " parts",
                    failed);
        }
    }

    private Clusterer clusterer(int count, long seed) throws Exception {
        if (way == Way.EM) {
            EM em = new EM();
            em.setNumClusters(count);
            em.setMaxIterations(EM_STEPS);
            em.setNumExecutionSlots(1);
            em.setSeed(Long.hashCode(seed));
            return em;
        }
        Canopy canopy = new Canopy();
        canopy.setNumClusters(count);
        canopy.setSeed(Long.hashCode(seed));
        return canopy;
    }

    private static Instances instances(Points points) {
        ArrayList<Attribute> attributes = new ArrayList<>();
        IntStream.range(0, points.width()).forEach(column -> attributes.add(new Attribute("c" + column)));
        Instances instances = new Instances("points", attributes, points.size());
        for (int i = 0; i < points.size(); i++) {
            double[] row = new double[points.width()];
            for (int j = 0; j < row.length; j++) {
                row[j] = points.value(i, j);
            }
            instances.add(new DenseInstance(1, row));
        }
        return instances;
    }
}
