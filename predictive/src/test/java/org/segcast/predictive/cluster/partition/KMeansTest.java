/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.cluster.partition;

import static org.junit.jupiter.api.Assertions.*;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.SegcastException;

class KMeansTest {
    /** Its licence is not clear enough to copy the file: where it does not lie beside the checkout, the golden test is skipped. */
    private static final Path MALL = Path.of("..", "..", "shared", "data", "clustering", "Mall_Customers.csv");

    private static final long SEED = 7;

    @Test
    void the_published_within_cluster_sums_of_the_mall_customers_are_reached() throws IOException {
        assumeTrue(Files.exists(MALL));
        double[] values = Files.readAllLines(MALL).stream()
                .skip(1)
                .map(line -> line.split(","))
                .flatMapToDouble(cells -> Arrays.stream(cells, 3, 5).mapToDouble(Double::parseDouble))
                .toArray();
        Points customers = new Points(values, 2);
        assertEquals(200, customers.size());
        // annual income and spending score, k-means of scikit-learn, k = 1 to 6
        double[] published = {269981.28, 181363.60, 106348.37, 73679.79, 44448.46, 37233.81};
        for (int k = 1; k <= published.length; k++) {
            double found = new KMeans().partition(customers, k, SEED).withinSum();
            assertTrue(found <= published[k - 1] + 0.01, "k = " + k + ": " + found + " above " + published[k - 1]);
            assertEquals(published[k - 1], found, 0.001 * published[k - 1], "k = " + k);
        }
    }

    @Test
    void three_heaps_are_three_parts() {
        Points heaps = heaps(3, 100, 2);
        Partition found = new KMeans().partition(heaps, 3, SEED);
        assertEquals(List.of(100, 100, 100), sizes(found));
        int[] truth = IntStream.range(0, 300).map(i -> i / 100).toArray();
        assertEquals(1, AdjustedRand.of(truth, found.parts()));
        assertTrue(Silhouette.of(heaps, found) > 0.9);
    }

    @Test
    void every_point_is_in_the_part_with_the_nearest_centre() {
        Points cloud = cloud(2_000, 5);
        Partition found = new KMeans(3, 1_000).partition(cloud, 8, SEED);
        assertEquals(8, found.count());
        int[] nearest = found.nearest(cloud);
        assertArrayEquals(nearest, found.parts());
    }

    @Test
    void the_bounds_pass_over_no_point_that_a_step_without_them_would_move() {
        Points cloud = cloud(3_000, 4);
        double[] first = FirstCentres.draw(cloud, 6, new SplittableRandom(SEED));
        double[] plain = first.clone();
        Lloyd bounded = new Lloyd(cloud, first);
        bounded.improve(12, 0);
        for (int step = 0; step < 12; step++) {
            plain = plainStep(cloud, plain);
        }
        // both told of means of the same parts, summed in another order
        assertArrayEquals(plain, bounded.centres(), 1e-9);
    }

    @Test
    void many_points_are_parted_as_well_as_a_few_thousand_of_them_to_a_hundredth() {
        Points many = cloud(40_000, 3);
        Points few = many.rows(IntStream.range(0, 10_000).map(i -> 4 * i).toArray());
        double best = new KMeans().partition(few, 8, SEED).withinSum() / few.size();
        assertEquals(best, new KMeans().partition(many, 8, SEED).withinSum() / many.size(), 0.01 * best);
    }

    @Test
    void the_same_seed_gives_the_same_parts_on_any_number_of_threads() throws Exception {
        Points many = cloud(40_000, 3);
        int[] alone = on(1, many);
        assertArrayEquals(alone, on(4, many));
        assertArrayEquals(alone, on(4, many));
    }

    @Test
    void fewer_different_points_than_parts_give_fewer_parts() {
        Points same = new Points(new double[] {1, 1, 2, 2, 1, 1}, 2);
        assertEquals(List.of(2, 1), sizes(new KMeans().partition(same, 5, SEED)));
        assertEquals(List.of(1), sizes(new KMeans().partition(new Points(new double[] {4, 2}, 2), 3, SEED)));
    }

    @Test
    void what_is_no_point_is_refused() {
        assertThrows(SegcastException.class, () -> new Points(new double[] {1, Double.NaN}, 2));
        assertThrows(SegcastException.class, () -> new Points(new double[] {1, 2, 3}, 2));
        assertThrows(SegcastException.class, () -> new KMeans().partition(new Points(new double[0], 2), 2, SEED));
    }

    private static int[] on(int threads, Points points) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(
                            () -> new KMeans(2, 30).partition(points, 8, SEED).parts())
                    .get();
        } finally {
            pool.shutdown();
        }
    }

    private static double[] plainStep(Points points, double[] centres) {
        int width = points.width();
        double[] sums = new double[centres.length];
        int[] sizes = new int[centres.length / width];
        for (int i = 0; i < points.size(); i++) {
            int best = 0;
            for (int part = 1; part < sizes.length; part++) {
                best = points.squaredDistance(i, centres, part * width)
                                < points.squaredDistance(i, centres, best * width)
                        ? part
                        : best;
            }
            sizes[best]++;
            points.add(i, 1, sums, best * width);
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = sizes[i / width] == 0 ? centres[i] : sums[i] / sizes[i / width];
        }
        return sums;
    }

    private static List<Integer> sizes(Partition found) {
        return IntStream.range(0, found.count()).map(found::size).boxed().toList();
    }

    static Points heaps(int heaps, int each, int width) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] values = new double[heaps * each * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = 20.0 * (i / width / each) + random.nextDouble();
        }
        return new Points(values, width);
    }

    static Points cloud(int size, int width) {
        SplittableRandom random = new SplittableRandom(SEED);
        return new Points(random.doubles((long) size * width).toArray(), width);
    }
}
