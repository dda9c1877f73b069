/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.persona;

import java.util.Optional;

/**
 * Welch's test of whether two groups have the same mean, whose variances may differ (Welch, 1947).
 *
 * @param p how likely a difference as large is by chance alone, to either side
 */
record WelchTest(double t, double degrees, double p) {

    /** Empty below two values in a group, and where nothing varies. */
    static Optional<WelchTest> of(Moments one, Moments other) {
        if (one.count() < 2 || other.count() < 2) {
            return Optional.empty();
        }
        double first = one.variance() / one.count();
        double second = other.variance() / other.count();
        double error = first + second;
        if (error == 0) {
            return Optional.empty();
        }
        double t = (one.mean() - other.mean()) / Math.sqrt(error);
        double degrees = error * error / (first * first / (one.count() - 1) + second * second / (other.count() - 1));
        return Optional.of(new WelchTest(t, degrees, Tails.student(t, degrees)));
    }
}
