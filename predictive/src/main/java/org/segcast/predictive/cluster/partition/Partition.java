/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.cluster.partition;

import java.util.Arrays;
import org.segcast.predictive.SegcastException;

/** Every point in one of some parts, each with the mean of its points as its centre. Parts are in the order of their first points. */
public final class Partition {

    private final Points points;
    private final int[] parts;
    private final int[] sizes;
    private final double[] centres;

    /** @param found a number for each point, equal within a part; whatever the numbers are */
    public Partition(Points points, int[] found) {
        SegcastException.require(
                found.length == points.size() && found.length > 0,
                "each of " + points.size() + " points must have a part, found " + found.length);
        this.points = points;
        this.parts = renumbered(found);
        int count = Arrays.stream(parts).max().orElseThrow() + 1;
        this.sizes = new int[count];
        this.centres = new double[count * points.width()];
        for (int i = 0; i < parts.length; i++) {
            sizes[parts[i]]++;
            points.add(i, 1, centres, parts[i] * points.width());
        }
        for (int i = 0; i < centres.length; i++) {
            centres[i] /= sizes[i / points.width()];
        }
    }

    private static int[] renumbered(int[] found) {
        int[] names = new int[Arrays.stream(found).max().orElseThrow() + 1];
        Arrays.fill(names, -1);
        int next = 0;
        int[] parts = new int[found.length];
        for (int i = 0; i < found.length; i++) {
            if (names[found[i]] < 0) {
                names[found[i]] = next++;
            }
            parts[i] = names[found[i]];
        }
        return parts;
    }

    public int count() {
        return sizes.length;
    }

    public int partOf(int point) {
        return parts[point];
    }

    public int size(int part) {
        return sizes[part];
    }

    public int smallest() {
        return Arrays.stream(sizes).min().orElseThrow();
    }

    public double[] centre(int part) {
        return Arrays.copyOfRange(centres, part * points.width(), (part + 1) * points.width());
    }

    /** From a point to the centre of its part. */
    public double distance(int point) {
        return Math.sqrt(points.squaredDistance(point, centres, parts[point] * points.width()));
    }

    /** The sum of the squared distances between points and the centres of their parts. */
    public double withinSum() {
        double sum = 0;
        for (int i = 0; i < parts.length; i++) {
            sum += points.squaredDistance(i, centres, parts[i] * points.width());
        }
        return sum;
    }

    /** For each of other points, the part with the nearest centre. */
    public int[] nearest(Points others) {
        int[] nearest = new int[others.size()];
        for (int i = 0; i < nearest.length; i++) {
            double best = Double.POSITIVE_INFINITY;
            for (int part = 0; part < count(); part++) {
                double distance = others.squaredDistance(i, centres, part * others.width());
                if (distance < best) {
                    best = distance;
                    nearest[i] = part;
                }
            }
        }
        return nearest;
    }

    int[] parts() {
        return parts;
    }
}
