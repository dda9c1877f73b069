/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.cluster.partition;

import org.segcast.predictive.SegcastException;

/**
 * Points of finite numbers in one flat array, row after row. Made for a million of them: it keeps the array it is given, and whoever
 * hands it over must not touch it again.
 */
public final class Points {

    private final double[] values;
    private final int size;
    private final int width;

    public Points(double[] values, int width) {
        SegcastException.require(
                width > 0 && values.length % width == 0,
                "points must have a width that divides their values, found " + width + " and " + values.length);
        for (double value : values) {
            SegcastException.require(Double.isFinite(value), "a point's numbers must be finite, found " + value);
        }
        this.values = values;
        this.size = values.length / width;
        this.width = width;
    }

    public int size() {
        return size;
    }

    public int width() {
        return width;
    }

    public double value(int row, int column) {
        return values[row * width + column];
    }

    /** These rows in this order. */
    public Points rows(int[] chosen) {
        double[] some = new double[chosen.length * width];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(values, chosen[i] * width, some, i * width, width);
        }
        return new Points(some, width);
    }

    /** Squared Euclidean distance to the centre that begins at {@code from}; in four sums, which a processor adds up at once. */
    double squaredDistance(int row, double[] centres, int from) {
        int at = row * width;
        int fours = width & ~3;
        double one = 0;
        double two = 0;
        double three = 0;
        double four = 0;
        for (int j = 0; j < fours; j += 4) {
            double a = values[at + j] - centres[from + j];
            double b = values[at + j + 1] - centres[from + j + 1];
            double c = values[at + j + 2] - centres[from + j + 2];
            double d = values[at + j + 3] - centres[from + j + 3];
            one += a * a;
            two += b * b;
            three += c * c;
            four += d * d;
        }
        for (int j = fours; j < width; j++) {
            double gap = values[at + j] - centres[from + j];
            one += gap * gap;
        }
        return (one + two) + (three + four);
    }

    double squaredDistance(int row, int other) {
        return squaredDistance(row, values, other * width);
    }

    void copy(int row, double[] centres, int from) {
        System.arraycopy(values, row * width, centres, from, width);
    }

    void add(int row, int sign, double[] sums, int from) {
        int at = row * width;
        for (int j = 0; j < width; j++) {
            sums[from + j] += sign * values[at + j];
        }
    }
}
