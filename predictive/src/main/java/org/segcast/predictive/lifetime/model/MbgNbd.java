/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime.model;

import static org.hipparchus.special.Beta.logBeta;

import java.util.List;

/**
 * MBG/NBD: as BG/NBD, but a customer may leave right after the first order too (Batislam, Denizel and Filiztekin, Empirical validation
 * and comparison of models for customer base analysis, International Journal of Research in Marketing 24 (3), 2007).
 *
 * @param r shape of the order rates
 * @param alpha their scale, in weeks
 * @param a first parameter of the chance to leave
 * @param b its second
 */
public record MbgNbd(double r, double alpha, double a, double b) implements RepeatModel {

    public MbgNbd {
        Parameters.check("MBG/NBD", r, alpha, a, b);
    }

    @Override
    public List<Double> parameters() {
        return List.of(r, alpha, a, b);
    }

    @Override
    public double ofFrequency(int frequency) {
        return shared().ofRate(frequency) + logBeta(a, b + frequency + 1) - logBeta(a, b);
    }

    @Override
    public double ofTimes(int frequency, double recency, double age) {
        double silent = -(r + frequency) * Math.log(alpha + age);
        return silent + Math.log1p(shared().leftOverAlive(frequency, recency, age));
    }

    @Override
    public double alive(RepeatOrders orders) {
        return 1 / (1 + shared().leftOverAlive(orders.frequency(), orders.recency(), orders.age()));
    }

    @Override
    public double expected(double weeks) {
        return b / (a + b) * shared().expectedAlive(0, 0, weeks);
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
        return new BetaGeometric(r, alpha, a, b + 1);
    }
}
