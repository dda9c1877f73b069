/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.evaluation;

import java.util.Arrays;
import org.segcast.predictive.SegcastException;

/** From low to high. */
public record Interval(double low, double high) {

    private static final double Z_95 = 1.959963984540054;

    public Interval {
        SegcastException.require(low <= high, "an interval must not end before it begins, found " + low + ", " + high);
    }

    /** The middle 90% of resampled figures; 0 to infinity would be honest without any, so none gives the full range of a share. */
    public static Interval middle90(double[] figures) {
        double[] sorted = Arrays.stream(figures)
                .filter(figure -> !Double.isNaN(figure))
                .sorted()
                .toArray();
        return sorted.length == 0 ? new Interval(0, 1) : new Interval(quantile(sorted, 0.05), quantile(sorted, 0.95));
    }

    /** Wilson's score interval (1927) of a share, 95%. */
    static Interval wilson95(int hits, int of) {
        double share = (double) hits / of;
        double square = Z_95 * Z_95;
        double middle = (share + square / (2 * of)) / (1 + square / of);
        double half = Z_95 / (1 + square / of) * Math.sqrt(share * (1 - share) / of + square / (4.0 * of * of));
        return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
    }

    private static double quantile(double[] sorted, double probability) {
        double position = (sorted.length - 1) * probability;
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
