/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.persona;

import org.segcast.predictive.SegcastException;

/**
 * A number over a group.
 *
 * @param count those who have a value
 * @param mean 0 where nobody has one
 * @param variance with n - 1; 0 below two values
 */
public record Moments(long count, double mean, double variance) {

    public static final Moments NONE = new Moments(0, 0, 0);

    public Moments {
        SegcastException.require(
                count >= 0 && Double.isFinite(mean) && variance >= 0 && Double.isFinite(variance),
                "moments must be finite with a count and variance of 0 or more, found " + count + ", " + mean + ", "
                        + variance);
    }

    /** Both groups as one (Chan, Golub and LeVeque, 1983). */
    public Moments with(Moments other) {
        long both = count + other.count;
        if (both == 0) {
            return NONE;
        }
        double apart = other.mean - mean;
        double squares = squares() + other.squares() + apart * apart * ((double) count * other.count / both);
        return new Moments(both, mean + apart * other.count / both, both < 2 ? 0 : squares / (both - 1));
    }

    public double deviation() {
        return Math.sqrt(variance);
    }

    private double squares() {
        return variance * Math.max(0, count - 1);
    }
}
