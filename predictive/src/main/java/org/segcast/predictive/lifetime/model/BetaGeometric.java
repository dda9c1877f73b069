/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime.model;

import static org.hipparchus.special.Gamma.logGamma;

/**
 * What BG/NBD and MBG/NBD share: a gamma mixture of order rates, and after each order the chance to leave, beta distributed. They
 * differ in whether a customer may leave right after the first order.
 *
 * @param r shape of the order rates
 * @param alpha their scale, in weeks
 * @param a the beta distribution's first parameter
 * @param b its second, plus 1 where a customer may leave right after the first order
 */
record BetaGeometric(double r, double alpha, double a, double b) {
    private static final double NEAR = 1e-6;
    private static final double FEW = 10;

    /** ln (Γ(r+x) α^r / Γ(r)). */
    double ofRate(int x) {
        return logGamma(r + x) - logGamma(r) + r * Math.log(alpha);
    }

    /** How much likelier it is to have left after the last order than to be silent since and alive. */
    double leftOverAlive(int x, double recency, double age) {
        return a / (b + x - 1) * Math.exp((r + x) * Math.log((alpha + age) / (alpha + recency)));
    }

    /** Orders within the weeks of one who is alive (Fader, Hardie and Lee 2005, equation 10's numerator). */
    double expectedAlive(int x, double age, double weeks) {
        double over = Math.abs(a - 1) < NEAR ? NEAR : a - 1;
        double z = weeks / (alpha + age + weeks);
        return (over + b + x) / over * (1 - left(over, x, z));
    }

    /**
     * That equation's power times its hypergeometric function, which lies from 0 to 1 where a is above 1. Euler's transform keeps the
     * digits of frequent customers; where a is large its factors leave the range of numbers, and the terms as they stand are good.
     */
    private double left(double over, int x, double z) {
        double c = over + b + x;
        return over <= FEW
                ? Math.exp(over * Math.log1p(-z)) * Hypergeometric.of(over + b - r, over, c, z)
                : Math.exp((r + x) * Math.log1p(-z) + Hypergeometric.logOfPositive(r + x, b + x, c, z));
    }

    /**
     * The probabilities of 0, 1, 2... orders within the weeks of one who is alive (the same paper's equation 8, with the gamma and
     * beta distributions that the customer's orders turn the population's into).
     */
    OrderCounts countsAlive(int x, double age, double weeks, double alive) {
        double z = weeks / (alpha + age + weeks);
        double poisson = Math.exp((r + x) * Math.log1p(-z));
        double stays = 1;
        double leaves = a / (a + b + x);
        double sofar = 0;
        OrderCounts.Growing counts = new OrderCounts.Growing(1 - alive);
        for (int y = 0; counts.wants(); y++) {
            double probability = stays * poisson;
            if (y > 0) {
                probability += leaves * (1 - sofar);
                leaves *= (b + x + y - 1) / (a + b + x + y);
            }
            counts.add(alive * probability);
            sofar += poisson;
            poisson *= (r + x + y) / (y + 1) * z;
            stays *= (b + x + y) / (a + b + x + y);
        }
        return counts.grown();
    }
}
