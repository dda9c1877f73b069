/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime.model;

/** Gauss' hypergeometric function 2F1 by its series (Abramowitz and Stegun 15.1.1). */
final class Hypergeometric {
    private static final double EXACT = 1e-16;
    private static final double LARGE = 1e200;
    private static final int MOST_TERMS = 200_000;

    private Hypergeometric() {}

    /**
     * @param c above 0
     * @param z from 0 to below 1; who comes near 1 picks the transform (15.3.3) whose terms fall fastest
     */
    static double of(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        for (int n = 0; n < MOST_TERMS; n++) {
            double factor = (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            term *= factor;
            sum += term;
            // terms fall at least as fast as a geometric series from here on
            if (Math.abs(term) <= EXACT * Math.abs(sum) * (1 - z) && Math.abs(factor) < 1) {
                return sum;
            }
        }
        return sum;
    }

    /** The logarithm for a, b and c above 0, whose terms are all above 0: values beyond what a number holds are no trouble. */
    static double logOfPositive(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        double scale = 0;
        for (int n = 0; n < MOST_TERMS; n++) {
            double factor = (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            term *= factor;
            sum += term;
            if (term <= EXACT * sum * (1 - z) && factor < 1) {
                break;
            }
            if (sum > LARGE) {
                term /= LARGE;
                sum /= LARGE;
                scale += Math.log(LARGE);
            }
        }
        return scale + Math.log(sum);
    }
}
