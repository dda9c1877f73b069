/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.cluster.partition;

import static org.junit.jupiter.api.Assertions.*;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Silhouette, adjusted Rand index and points without structure. */
class JudgementTest {

    @Test
    void the_silhouette_of_two_pairs_is_what_rousseeuws_formula_gives() {
        Points pairs = new Points(new double[] {0, 1, 10, 11}, 1);
        double outer = (10.5 - 1) / 10.5;
        double inner = (9.5 - 1) / 9.5;
        assertEquals((outer + inner) / 2, Silhouette.of(pairs, new Partition(pairs, new int[] {0, 0, 1, 1})), 1e-12);
        assertEquals(0, Silhouette.of(pairs, new Partition(pairs, new int[] {0, 0, 0, 0})));
    }

    @Test
    void the_silhouette_of_a_wrong_parting_is_below_zero() {
        Points pairs = new Points(new double[] {0, 1, 10, 11}, 1);
        assertTrue(Silhouette.of(pairs, new Partition(pairs, new int[] {0, 1, 0, 1})) < 0);
    }

    /** The examples of scikit-learn's adjusted_rand_score. */
    @Test
    void the_adjusted_rand_index_equals_scikit_learns() {
        assertEquals(1, AdjustedRand.of(new int[] {0, 0, 1, 1}, new int[] {1, 1, 0, 0}));
        assertEquals(0.5714285714, AdjustedRand.of(new int[] {0, 0, 1, 2}, new int[] {0, 0, 1, 1}), 1e-9);
        assertEquals(0, AdjustedRand.of(new int[] {0, 0, 0, 0}, new int[] {0, 1, 2, 3}));
        assertEquals(-0.5, AdjustedRand.of(new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}), 1e-9);
    }

    @Test
    void points_without_structure_take_the_room_along_the_principal_axes() {
        double[] diagonal = IntStream.range(0, 202).mapToDouble(i -> i / 2).toArray();
        Points line = new Points(diagonal, 2);
        Points even = StructurelessPoints.like(line, 1);
        assertEquals(101, even.size());
        double[] ranges = {range(even, 0), range(even, 1)};
        // the line is 100 times the root of 2 long and has no breadth
        assertEquals(100 * Math.sqrt(2), Math.max(ranges[0], ranges[1]), 5);
        assertEquals(0, Math.min(ranges[0], ranges[1]), 1e-6);
    }

    @Test
    void heaps_stand_out_against_points_without_structure_and_a_cloud_does_not() {
        Points heaps = KMeansTest.heaps(3, 100, 3);
        Points cloud = KMeansTest.cloud(300, 3);
        assertTrue(silhouette(heaps) > silhouette(StructurelessPoints.like(heaps, 3)) + 0.3);
        assertEquals(silhouette(cloud), silhouette(StructurelessPoints.like(cloud, 3)), 0.05);
    }

    private static double silhouette(Points points) {
        return Silhouette.of(points, new KMeans().partition(points, 3, 5));
    }

    private static double range(Points points, int column) {
        double[] values = IntStream.range(0, points.size())
                .mapToDouble(row -> points.value(row, column))
                .sorted()
                .toArray();
        return values[values.length - 1] - values[0];
    }
}
