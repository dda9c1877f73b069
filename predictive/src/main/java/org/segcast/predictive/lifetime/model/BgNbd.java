/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime.model;

import static org.hipparchus.special.Beta.logBeta;

import java.util.List;

/**
 * BG/NBD: after each repeated order a customer may leave (Fader, Hardie and Lee, "Counting Your Customers" the Easy Way: An Alternative
 * to the Pareto/NBD Model, Marketing Science 24 (2), 2005). Who has not repeated yet is alive for sure.
 *
 * @param r shape of the order rates
 * @param alpha their scale, in weeks
 * @param a first parameter of the chance to leave
 * @param b its second
 */
public record BgNbd(double r, double alpha, double a, double b) implements RepeatModel {

    public BgNbd {
        Parameters.check("BG/NBD", r, alpha, a, b);
    }

    @Override
    public List<Double> parameters() {
        return List.of(r, alpha, a, b);
    }

    @Override
    public double ofFrequency(int frequency) {
        return shared().ofRate(frequency) + logBeta(a, b + frequency) - logBeta(a, b);
    }

    /** Equation 6 of the paper, in the form that does not overflow. */
    @Override
    public double ofTimes(int frequency, double recency, double age) {
        double silent = -(r + frequency) * Math.log(alpha + age);
        return silent + Math.log1p(left(frequency, recency, age));
    }

    @Override
    public double alive(RepeatOrders orders) {
        return 1 / (1 + left(orders.frequency(), orders.recency(), orders.age()));
    }

    private double left(int frequency, double recency, double age) {
        return frequency == 0 ? 0 : shared().leftOverAlive(frequency, recency, age);
    }

    @Override
    public double expected(double weeks) {
        return shared().expectedAlive(0, 0, weeks);
    }

    @Override
    public double expected(RepeatOrders orders, double weeks) {
        return alive(orders) * shared().expectedAlive(orders.frequency(), orders.age(), weeks);
    }

    @Override
    public OrderCounts counts(RepeatOrders orders, double weeks) {
        return shared().countsAlive(orders.frequency(), orders.age(), weeks, alive(orders));
    }

    private BetaGeometric shared() {
        return new BetaGeometric(r, alpha, a, b);
    }
}
