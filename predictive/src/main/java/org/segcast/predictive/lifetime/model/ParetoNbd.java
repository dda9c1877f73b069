/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime.model;

import static org.hipparchus.special.Gamma.logGamma;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Pareto/NBD: a customer may leave at any time (Schmittlein, Morrison and Colombo, Counting Your Customers: Who Are They and What Will
 * They Do Next?, Management Science 33 (1), 1987; in the form of Fader and Hardie, A Note on Deriving the Pareto/NBD Model and Related
 * Expressions, 2005).
 *
 * @param r shape of the order rates
 * @param alpha their scale, in weeks
 * @param s shape of the rates of leaving
 * @param beta their scale, in weeks
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements RepeatModel {
    private static final double NEAR = 1e-6;
    private static final int NODES = 32;
    private static final GaussIntegrator QUADRATURE = new GaussIntegratorFactory().legendre(NODES);

    public ParetoNbd {
        Parameters.check("Pareto/NBD", r, alpha, s, beta);
    }

    @Override
    public List<Double> parameters() {
        return List.of(r, alpha, s, beta);
    }

    @Override
    public double ofFrequency(int frequency) {
        return logGamma(r + frequency) - logGamma(r) + r * Math.log(alpha) + s * Math.log(beta);
    }

    @Override
    public double ofTimes(int frequency, double recency, double age) {
        return aliveToday(frequency, age) + Math.log1p(leftOverAlive(frequency, recency, age));
    }

    /** ln (1 / ((α+T)^(r+x) (β+T)^s)). */
    private double aliveToday(int x, double age) {
        return -(r + x) * Math.log(alpha + age) - s * Math.log(beta + age);
    }

    /** How much likelier it is to have left since the last order than to be silent since and alive: s / (r+s+x) A0 over that. */
    private double leftOverAlive(int x, double recency, double age) {
        double sum = r + s + x;
        double atLast = integral(x, recency);
        double today = integral(x, age);
        if (recency == age || today >= atLast) {
            return 0;
        }
        double difference = atLast + Math.log1p(-Math.exp(today - atLast));
        return s / sum * Math.exp(difference - aliveToday(x, age));
    }

    /** The logarithm of one of the two terms of A0 at a time; the hypergeometric function by Euler's transform. */
    private double integral(int x, double time) {
        double sum = r + s + x;
        double most = Math.max(alpha, beta);
        double z = Math.abs(alpha - beta) / (most + time);
        double other = alpha >= beta ? s + 1 : r + x;
        double function = Hypergeometric.of(1, sum + 1 - other, sum + 1, z);
        return -sum * Math.log(most + time) + (1 - other) * Math.log1p(-z) + Math.log(function);
    }

    @Override
    public double alive(RepeatOrders orders) {
        return 1 / (1 + leftOverAlive(orders.frequency(), orders.recency(), orders.age()));
    }

    @Override
    public double expected(double weeks) {
        return expectedAlive(0, 0, weeks);
    }

    @Override
    public double expected(RepeatOrders orders, double weeks) {
        return alive(orders) * expectedAlive(orders.frequency(), orders.age(), weeks);
    }

    private double expectedAlive(int x, double age, double weeks) {
        double over = Math.abs(s - 1) < NEAR ? NEAR : s - 1;
        double left = Math.exp(over * Math.log((beta + age) / (beta + age + weeks)));
        return (r + x) * (beta + age) / ((alpha + age) * over) * (1 - left);
    }

    /**
     * While alive the counts are a negative binomial; they are averaged over the times at which the customer may leave, by
     * Gauss-Legendre quadrature over the share of customers who stay until then.
     */
    @Override
    public OrderCounts counts(RepeatOrders orders, double weeks) {
        double alive = alive(orders);
        double shape = r + orders.frequency();
        double age = beta + orders.age();
        double stay = Math.exp(s * Math.log(age / (age + weeks)));
        double[] until = new double[NODES + 1];
        double[] shares = new double[NODES + 1];
        for (int node = 0; node < NODES; node++) {
            double staying = stay + (1 - stay) * (1 + QUADRATURE.getPoint(node)) / 2;
            until[node] = Math.min(weeks, age * Math.expm1(-Math.log(staying) / s));
            shares[node] = (1 - stay) * QUADRATURE.getWeight(node) / 2;
        }
        until[NODES] = weeks;
        shares[NODES] = stay;
        double[] odds = new double[NODES + 1];
        for (int node = 0; node <= NODES; node++) {
            odds[node] = until[node] / (alpha + orders.age() + until[node]);
            shares[node] *= alive * Math.exp(shape * Math.log1p(-odds[node]));
        }
        OrderCounts.Growing counts = new OrderCounts.Growing(1 - alive);
        for (int y = 0; counts.wants(); y++) {
            counts.add(Arrays.stream(shares).sum());
            for (int node = 0; node <= NODES; node++) {
                shares[node] *= (shape + y) / (y + 1) * odds[node];
            }
        }
        return counts.grown();
    }
}
