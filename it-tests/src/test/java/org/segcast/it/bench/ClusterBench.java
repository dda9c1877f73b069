/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.segcast.it.Checkout;
import org.segcast.predictive.cluster.partition.KMeans;
import org.segcast.predictive.cluster.partition.Partition;
import org.segcast.predictive.cluster.partition.Points;

/**
 * k-means with eight parts over a million points of thirty numbers, against scikit-learn's MiniBatchKMeans on the same points: seconds, and
 * inertia, which is the sum of the squared distances to the means of the parts. The means over some seeds, once on points in heaps that overlap and once on
 * points without heaps, as the features of customers mostly are.
 */
class ClusterBench {
    private static final int POINTS = 1_000_000;
    private static final int WIDTH = 30;
    private static final int PARTS = 8;
    private static final int SEEDS = 5;
    private static final String PYTHON = "/usr/bin/python3";
    private static final int MINUTES = 20;
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /**
     * What one seed gave.
     *
     * @param processor seconds of all cores, which other work on the machine lengthens less
     */
    private record Fit(double seconds, double processor, double inertia) {}

    @Test
    void eight_parts_of_a_million_points() throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        figures.addAll(compared("in heaps", heaps(12)));
        figures.addAll(compared("without heaps", cloud(6)));
        figures.add(Figure.atMost("most memory of this process", peakMegabytes(), "MB", 4_096));
        Figures.keep("clusters", figures.toArray(Figure[]::new));
    }

    private static List<Figure> compared(String what, double[] values) throws IOException, InterruptedException {
        Path file = Checkout.target().resolve("bench-clusters.f64");
        try {
            write(values, file);
            Points points = new Points(values, WIDTH);
            List<Fit> ours = new ArrayList<>();
            for (int seed = 0; seed <= SEEDS; seed++) {
                ours.add(fit(points, seed));
            }
            return figures("1,000,000 points of 30 numbers " + what, ours.subList(1, ours.size()), theirs(file));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Fit fit(Points points, long seed) {
        long busy = MACHINE.getProcessCpuTime();
        long began = System.nanoTime();
        Partition found = new KMeans().partition(points, PARTS, seed);
        double seconds = (System.nanoTime() - began) / 1e9;
        double processor = (MACHINE.getProcessCpuTime() - busy) / 1e9;
        assertEquals(PARTS, found.count());
        return new Fit(seconds, processor, found.withinSum());
    }

    private static List<Figure> figures(String what, List<Fit> ours, List<Fit> theirs) {
        Figure rate = Figure.rate("eight parts of " + what, 1 / mean(ours, Fit::seconds), "fits/s");
        Figure work = Figure.rate("by processor time", 1 / mean(ours, Fit::processor), "fits/s");
        Figure quality = Figure.rate("1e9 / inertia of " + what, 1e9 / mean(ours, Fit::inertia), "");
        return theirs.isEmpty()
                ? List.of(rate, work, quality)
                : List.of(
                        rate.against("MiniBatchKMeans", 1 / mean(theirs, Fit::seconds), 1),
                        work.against("MiniBatchKMeans", 1 / mean(theirs, Fit::processor), 1),
                        quality.against("MiniBatchKMeans", 1e9 / mean(theirs, Fit::inertia), 1));
    }

    private static double mean(List<Fit> fits, ToDoubleFunction<Fit> figure) {
        return fits.stream().mapToDouble(figure).average().orElseThrow();
    }

    /** Empty, and said so, where there is no scikit-learn. On a busy machine its threads would lose seconds by spinning while they wait: they are told to sleep. */
    private static List<Fit> theirs(Path points) throws IOException, InterruptedException {
        Path said = Checkout.target().resolve("bench-clusters.log");
        Path script = Checkout.root().resolve("it-tests/src/test/resources/clusters.py");
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                                Stream.of(PYTHON, script.toString(), points.toString()),
                                Stream.of(WIDTH, PARTS, SEEDS).map(Object::toString))
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("OMP_WAIT_POLICY", "passive");
        Process python = builder.start();
        if (!python.waitFor(MINUTES, TimeUnit.MINUTES)) {
            python.destroyForcibly();
            throw new AssertionError("scikit-learn did not end within " + MINUTES + " minutes");
        }
        String answer = Files.readString(said).strip();
        if (python.exitValue() == 3) {
            System.out.println("bench  no comparison with scikit-learn: " + answer);
            return List.of();
        }
        assertEquals(0, python.exitValue(), answer);
        return answer.lines()
                .map(line -> line.split(" "))
                .map(words -> new Fit(
                        Double.parseDouble(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2])))
                .toList();
    }

    /** Heaps of different size and width around centres that are near enough for them to overlap. */
    private static double[] heaps(int heaps) {
        SplittableRandom random = new SplittableRandom(1);
        double[] centres = random.doubles((long) heaps * WIDTH, -1.5, 1.5).toArray();
        double[] values = new double[POINTS * WIDTH];
        for (int i = 0; i < POINTS; i++) {
            int heap = Math.min(random.nextInt(heaps), random.nextInt(heaps));
            double width = 0.6 + 0.1 * heap;
            for (int j = 0; j < WIDTH; j++) {
                values[i * WIDTH + j] = centres[heap * WIDTH + j] + width * random.nextGaussian();
            }
        }
        return values;
    }

    /** One cloud in which fewer causes than there are numbers make these go together. */
    private static double[] cloud(int causes) {
        SplittableRandom random = new SplittableRandom(2);
        double[] weights = random.doubles((long) causes * WIDTH, -1, 1).toArray();
        double[] cause = new double[causes];
        double[] values = new double[POINTS * WIDTH];
        for (int i = 0; i < POINTS; i++) {
            for (int k = 0; k < causes; k++) {
                cause[k] = random.nextGaussian();
            }
            for (int j = 0; j < WIDTH; j++) {
                double sum = 0.5 * random.nextGaussian();
                for (int k = 0; k < causes; k++) {
                    sum += cause[k] * weights[k * WIDTH + j];
                }
                values[i * WIDTH + j] = sum;
            }
        }
        return values;
    }

    private static void write(double[] values, Path file) throws IOException {
        ByteBuffer row = ByteBuffer.allocate(WIDTH * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (int i = 0; i < values.length; i += WIDTH) {
                row.clear();
                row.asDoubleBuffer().put(values, i, WIDTH);
                out.write(row.array());
            }
        }
    }

    /** As Linux counts it. */
    private static double peakMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
