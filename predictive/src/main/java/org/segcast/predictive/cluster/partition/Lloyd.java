/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.cluster.partition;

import java.util.stream.IntStream;

/**
 * Lloyd's steps with Hamerly's bounds (2010): a point whose distance to its own centre is certainly below that to any other is not looked
 * at. Points go in blocks of a fixed size whose sums are added in their order, so that the result is the same on any number of threads.
 */
final class Lloyd {

    private static final int BLOCK = 2_048;

    private final Points points;
    private final double[] centres;
    private final int count;
    private final int[] parts;
    private final double[] upper;
    private final double[] lower;
    private final double[] sums;
    private final int[] sizes;
    private final double squares;

    /** @param first centres, flat; changed by the steps */
    Lloyd(Points points, double[] first) {
        this.points = points;
        this.centres = first;
        this.count = first.length / points.width();
        this.parts = new int[points.size()];
        this.upper = new double[points.size()];
        this.lower = new double[points.size()];
        this.sums = new double[first.length];
        this.sizes = new int[count];
        start();
        this.squares = squares();
    }

    private double squares() {
        double sum = 0;
        for (double bound : upper) {
            sum += bound * bound;
        }
        return sum;
    }

    /** What a block changes: sums and sizes of parts. */
    private record Change(double[] sums, int[] sizes) {}

    private void start() {
        add(blocks().mapToObj(block -> changed(block, true)).toArray(Change[]::new));
    }

    private IntStream blocks() {
        int blocks = (points.size() + BLOCK - 1) / BLOCK;
        IntStream all = IntStream.range(0, blocks);
        return blocks > 1 ? all.parallel() : all;
    }

    private void add(Change[] changes) {
        for (Change change : changes) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += change.sums[i];
            }
            for (int part = 0; part < count; part++) {
                sizes[part] += change.sizes[part];
            }
        }
    }

    /** Until a move of the centres lessens the sum of squared distances by no more than this share of the first one, or as many steps. */
    void improve(int mostSteps, double settled) {
        for (int step = 0; step < mostSteps; step++) {
            double[] moved = move();
            double gain = 0;
            for (int part = 0; part < count; part++) {
                gain += sizes[part] * moved[part] * moved[part];
            }
            if (gain <= settled * squares) {
                return;
            }
            loosen(moved);
            add(blocks().mapToObj(block -> changed(block, false)).toArray(Change[]::new));
        }
    }

    /** An emptied part keeps its centre. */
    private double[] move() {
        double[] moved = new double[count];
        int width = points.width();
        for (int part = 0; part < count; part++) {
            double squared = 0;
            for (int i = part * width; i < (part + 1) * width && sizes[part] > 0; i++) {
                double next = sums[i] / sizes[part];
                squared += (next - centres[i]) * (next - centres[i]);
                centres[i] = next;
            }
            moved[part] = Math.sqrt(squared);
        }
        return moved;
    }

    private void loosen(double[] moved) {
        int farthest = 0;
        for (int part = 1; part < count; part++) {
            farthest = moved[part] > moved[farthest] ? part : farthest;
        }
        double second = 0;
        for (int part = 0; part < count; part++) {
            second = part == farthest ? second : Math.max(second, moved[part]);
        }
        for (int i = 0; i < parts.length; i++) {
            upper[i] += moved[parts[i]];
            lower[i] -= parts[i] == farthest ? second : moved[farthest];
        }
    }

    private Change changed(int block, boolean first) {
        Change change = new Change(new double[sums.length], new int[count]);
        double[] halves = halfGaps();
        int end = Math.min(points.size(), (block + 1) * BLOCK);
        for (int i = block * BLOCK; i < end; i++) {
            if (first) {
                look(i);
                count(i, 1, change);
            } else if (upper[i] > Math.max(lower[i], halves[parts[i]])) {
                lookAgain(i, halves, change);
            }
        }
        return change;
    }

    private void lookAgain(int i, double[] halves, Change change) {
        int width = points.width();
        upper[i] = Math.sqrt(points.squaredDistance(i, centres, parts[i] * width));
        if (upper[i] <= Math.max(lower[i], halves[parts[i]])) {
            return;
        }
        int before = parts[i];
        look(i);
        if (parts[i] != before) {
            int after = parts[i];
            parts[i] = before;
            count(i, -1, change);
            parts[i] = after;
            count(i, 1, change);
        }
    }

    private void count(int i, int sign, Change change) {
        change.sizes[parts[i]] += sign;
        points.add(i, sign, change.sums, parts[i] * points.width());
    }

    private void look(int i) {
        double nearest = Double.POSITIVE_INFINITY;
        double second = Double.POSITIVE_INFINITY;
        int width = points.width();
        for (int part = 0; part < count; part++) {
            double distance = points.squaredDistance(i, centres, part * width);
            if (distance < nearest) {
                second = nearest;
                nearest = distance;
                parts[i] = part;
            } else if (distance < second) {
                second = distance;
            }
        }
        upper[i] = Math.sqrt(nearest);
        lower[i] = Math.sqrt(second);
    }

    /** Half the distance of each centre to the nearest other one. */
    private double[] halfGaps() {
        double[] halves = new double[count];
        int width = points.width();
        for (int part = 0; part < count; part++) {
            double least = Double.POSITIVE_INFINITY;
            for (int other = 0; other < count; other++) {
                double sum = 0;
                for (int j = 0; j < width; j++) {
                    double gap = centres[part * width + j] - centres[other * width + j];
                    sum += gap * gap;
                }
                least = other == part ? least : Math.min(least, sum);
            }
            halves[part] = Math.sqrt(least) / 2;
        }
        return halves;
    }

    double[] centres() {
        return centres;
    }

    double withinSum() {
        double sum = 0;
        for (int i = 0; i < parts.length; i++) {
            sum += points.squaredDistance(i, centres, parts[i] * points.width());
        }
        return sum;
    }

    Partition partition() {
        return new Partition(points, parts);
    }
}
