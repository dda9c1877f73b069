/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.cluster.partition;

/**
 * How much nearer points are to their own part than to the nearest other one (Rousseeuw 1987), from -1 to 1, as the mean over the points
 * that stand at every n-th place, at most {@link #MOST_POINTS} of them and among these.
 */
public final class Silhouette {

    private static final int MOST_POINTS = 1_500;

    private Silhouette() {}

    /** 0 for a single part. */
    public static double of(Points points, Partition partition) {
        if (partition.count() < 2) {
            return 0;
        }
        int stride = (points.size() + MOST_POINTS - 1) / MOST_POINTS;
        int looked = (points.size() + stride - 1) / stride;
        int[] sizes = new int[partition.count()];
        for (int i = 0; i < looked; i++) {
            sizes[partition.partOf(i * stride)]++;
        }
        double sum = 0;
        for (int i = 0; i < looked; i++) {
            sum += of(i * stride, stride, points, partition, sizes);
        }
        return sum / looked;
    }

    private static double of(int point, int stride, Points points, Partition partition, int[] sizes) {
        int own = partition.partOf(point);
        if (sizes[own] < 2) {
            return 0;
        }
        double[] sums = new double[sizes.length];
        for (int other = 0; other < points.size(); other += stride) {
            sums[partition.partOf(other)] += Math.sqrt(points.squaredDistance(point, other));
        }
        double inside = sums[own] / (sizes[own] - 1);
        double outside = Double.POSITIVE_INFINITY;
        for (int part = 0; part < sums.length; part++) {
            if (part != own && sizes[part] > 0) {
                outside = Math.min(outside, sums[part] / sizes[part]);
            }
        }
        double larger = Math.max(inside, outside);
        return larger == 0 || Double.isInfinite(outside) ? 0 : (outside - inside) / larger;
    }
}
