/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.cluster.partition;

import java.util.SplittableRandom;
import org.segcast.predictive.SegcastException;

/**
 * k-means from the best of several beginnings: k-means++ (Arthur and Vassilvitskii 2007) in its greedy form draws the centres, Lloyd's
 * steps improve them. Among many points the beginnings are tried on a seeded sample, and only the best one goes on over all.
 */
public final class KMeans implements Partitioner {

    private static final int SAMPLE = 20_000;
    private static final int MOST_POINTS = 10_000;

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
        boolean many = points.size() > SAMPLE;
        Lloyd best = best(many ? points.rows(drawn(points.size(), random)) : points, count, random);
        return many ? improved(points, best.centres()).partition() : best.partition();
    }

    private Lloyd best(Points points, int count, SplittableRandom random) {
        Lloyd best = improved(points, FirstCentres.draw(points, count, random));
        for (int i = 1; i < beginnings; i++) {
            Lloyd next = improved(points, FirstCentres.draw(points, count, random));
            best = next.withinSum() < best.withinSum() ? next : best;
        }
        return best;
    }

    private Lloyd improved(Points points, double[] first) {
        Lloyd lloyd = new Lloyd(points, first);
        lloyd.improve(mostSteps);
        return lloyd;
    }

    private static int[] drawn(int size, SplittableRandom random) {
        return random.ints(0, size).distinct().limit(SAMPLE).sorted().toArray();
    }
}
