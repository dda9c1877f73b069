/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.weka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.cluster.partition.AdjustedRand;
import org.segcast.predictive.cluster.partition.Partition;
import org.segcast.predictive.cluster.partition.Points;
import org.segcast.predictive.weka.WekaPartitioner.Way;

class WekaPartitionerTest {
    private static final int EACH = 80;

    @TempDir
    Path home;

    /** Three clouds far from each other; EM finds them though one is ten times as wide as another. */
    @ParameterizedTest
    @EnumSource
    void three_clouds_are_three_parts(Way way) {
        Points points = clouds(way == Way.EM ? 3 : 0.5);
        Partition partition = new WekaPartitioner(way, home).partition(points, 3, 1);
        int[] actual = IntStream.range(0, points.size()).map(i -> i / EACH).toArray();
        int[] found = IntStream.range(0, points.size()).map(partition::partOf).toArray();
        assertEquals(3, partition.count());
        assertTrue(AdjustedRand.of(actual, found) > 0.97, () -> way + ": " + AdjustedRand.of(actual, found));
    }

    @ParameterizedTest
    @EnumSource
    void the_same_seed_finds_the_same_parts(Way way) {
        Points points = clouds(3);
        Partition first = new WekaPartitioner(way, home).partition(points, 4, 9);
        Partition again = new WekaPartitioner(way, home).partition(points, 4, 9);
        for (int i = 0; i < points.size(); i++) {
            assertEquals(first.partOf(i), again.partOf(i));
        }
    }

    @ParameterizedTest
    @EnumSource
    void points_all_alike_are_one_part_and_no_parts_at_all_are_refused(Way way) {
        WekaPartitioner partitioner = new WekaPartitioner(way, home);
        Points alike = new Points(new double[40], 2);
        assertEquals(1, partitioner.partition(alike, 3, 1).count());
        assertThrows(SegcastException.class, () -> partitioner.partition(alike, 0, 1));
    }

    private static Points clouds(double widest) {
        Random random = new Random(4);
        double[] values = new double[3 * EACH * 2];
        for (int i = 0; i < values.length / 2; i++) {
            int cloud = i / EACH;
            double spread = cloud == 2 ? widest : 0.3;
            values[2 * i] = 12 * cloud + spread * random.nextGaussian();
            values[2 * i + 1] = (cloud == 1 ? 12 : 0) + spread * random.nextGaussian();
        }
        return new Points(values, 2);
    }
}
