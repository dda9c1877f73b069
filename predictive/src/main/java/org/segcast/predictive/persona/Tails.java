/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.persona;

/** How likely values as far out as this one are, on either side. */
final class Tails {
    private static final double EXACT = 1e-15;
    private static final double TINY = 1e-300;
    private static final int MOST_STEPS = 100_000;
    private static final double[] LANCZOS = {
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };

    private Tails() {}

    /** Of Student's t. */
    static double student(double t, double degrees) {
        return Double.isInfinite(t) ? 0 : beta(degrees / (degrees + t * t), degrees / 2, 0.5);
    }

    /** Of the normal distribution. */
    static double normal(double z) {
        double x = Math.abs(z) / Math.sqrt(2);
        return x < 2 ? 1 - series(x) : fraction(x);
    }

    /** The error function by its series (Abramowitz and Stegun 7.1.6). */
    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; term > sum * EXACT; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }

    /** What the error function lacks of 1, by its continued fraction (7.1.14). */
    private static double fraction(double x) {
        double below = x;
        for (int n = 200; n > 0; n--) {
            below = x + n / 2.0 / below;
        }
        return Math.exp(-x * x) / Math.sqrt(Math.PI) / below;
    }

    /** The regularised incomplete beta function (26.5.8, the fraction by Lentz's method). */
    static double beta(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        if (x > (a + 1) / (a + b + 2)) {
            return 1 - beta(1 - x, b, a);
        }
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
        double c = 1;
        double d = inverse(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m < MOST_STEPS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = inverse(1 + even * d);
            c = away(1 + even / c);
            value *= c * d;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = inverse(1 + odd * d);
            c = away(1 + odd / c);
            value *= c * d;
            if (Math.abs(c * d - 1) < EXACT) {
                break;
            }
        }
        return front * value / a;
    }

    private static double inverse(double number) {
        return 1 / away(number);
    }

    private static double away(double number) {
        return Math.abs(number) < TINY ? TINY : number;
    }

    /** By Lanczos' approximation with g = 7 and nine terms (Godfrey, 2001). */
    private static double logGamma(double x) {
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x - 1 + i);
        }
        double t = x + 6.5;
        return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
    }
}
