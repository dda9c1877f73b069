/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.cluster.partition;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * k-means++: each next centre is a point drawn with a chance that grows with its squared distance to those there are; of some such draws
 * the one that leaves the least sum is taken.
 */
final class FirstCentres {

    private FirstCentres() {}

    /** At most {@code count} different ones, flat. */
    static double[] draw(Points points, int count, SplittableRandom random) {
        double[] centres = new double[count * points.width()];
        points.copy(random.nextInt(points.size()), centres, 0);
        double[] distances = new double[points.size()];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        distances = closer(points, distances, centres, 0);
        int draws = 2 + (int) Math.log(count);
        for (int next = 1; next < count; next++) {
            double all = sum(distances);
            if (all <= 0) {
                return Arrays.copyOf(centres, next * points.width());
            }
            distances = bestOf(draws, points, distances, all, centres, next * points.width(), random);
        }
        return centres;
    }

    private static double[] bestOf(
            int draws,
            Points points,
            double[] distances,
            double all,
            double[] centres,
            int from,
            SplittableRandom random) {
        double[] best = distances;
        double least = Double.POSITIVE_INFINITY;
        double[] candidate = new double[points.width()];
        for (int i = 0; i < draws; i++) {
            int drawn = drawn(distances, random.nextDouble() * all);
            points.copy(drawn, candidate, 0);
            double[] left = closer(points, distances, candidate, 0);
            double sum = sum(left);
            if (sum < least) {
                least = sum;
                best = left;
                System.arraycopy(candidate, 0, centres, from, candidate.length);
            }
        }
        return best;
    }

    private static int drawn(double[] weights, double place) {
        double left = place;
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                left -= weights[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        return last;
    }

    private static double[] closer(Points points, double[] distances, double[] centres, int from) {
        double[] closer = new double[distances.length];
        for (int i = 0; i < closer.length; i++) {
            closer[i] = Math.min(distances[i], points.squaredDistance(i, centres, from));
        }
        return closer;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
