/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.cluster.partition;

import java.util.SplittableRandom;
import org.segcast.predictive.SegcastException;

/**
 * k-means from the best of several beginnings: k-means++ (Arthur and Vassilvitskii 2007) in its greedy form draws the centres, Lloyd's
 * steps improve them. Among many points the beginnings are tried on few of them, the best one goes on over a sample, and from there over all;
 * steps end where one gains little, for the centres are near already and a step over a million points takes long.
 */
public final class KMeans implements Partitioner {

    private static final int MOST_POINTS = 10_000;
    private static final double SETTLED = 1e-9;
    private static final int FEW = 1_000;
    private static final double SETTLED_ON_SAMPLE = 3e-4;
    private static final double SETTLED_ON_ALL = 1e-3;

    private final int beginnings;
    private final int mostSteps;

    public KMeans() {
        this(8, 100);
    }

    /**
     * @param beginnings how many draws of first centres compete
     * @param mostSteps of Lloyd's for each of them
     */
    public KMeans(int beginnings, int mostSteps) {
        SegcastException.require(
                beginnings > 0 && mostSteps > 0,
                "beginnings and steps must be positive, found " + beginnings + " and " + mostSteps);
        this.beginnings = beginnings;
        this.mostSteps = mostSteps;
    }

    @Override
    public int mostPoints() {
        return MOST_POINTS;
    }

    @Override
    public Partition partition(Points points, int count, long seed) {
        SegcastException.require(
                count > 0 && points.size() > 0,
                "parts and points must be positive, found " + count + " and " + points.size());
        SplittableRandom random = new SplittableRandom(seed);
        if (points.size() <= MOST_POINTS) {
            return best(points, count, random, SETTLED).partition();
        }
        Points sample = points.rows(drawn(points.size(), MOST_POINTS, random));
        Points few = sample.rows(drawn(sample.size(), FEW, random));
        double[] begun = best(few, count, random, SETTLED_ON_SAMPLE).centres();
        double[] near = improved(sample, begun, SETTLED_ON_SAMPLE).centres();
        return improved(points, near, SETTLED_ON_ALL).partition();
    }

    private Lloyd best(Points points, int count, SplittableRandom random, double settled) {
        Lloyd best = improved(points, FirstCentres.draw(points, count, random), settled);
        for (int i = 1; i < beginnings; i++) {
            Lloyd next = improved(points, FirstCentres.draw(points, count, random), settled);
            best = next.withinSum() < best.withinSum() ? next : best;
        }
        return best;
    }

    private Lloyd improved(Points points, double[] first, double settled) {
        Lloyd lloyd = new Lloyd(points, first);
        lloyd.improve(mostSteps, settled);
        return lloyd;
    }

    private static int[] drawn(int size, int count, SplittableRandom random) {
        return random.ints(0, size).distinct().limit(count).sorted().toArray();
    }
}
