/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime.model;

import static org.hipparchus.special.Gamma.logGamma;

import java.util.List;
import org.segcast.predictive.SegcastException;

/**
 * What customers spend per order: gamma distributed about a mean of their own, which is gamma distributed between them, and has nothing
 * to do with how often they order (Fader, Hardie and Lee, RFM and CLV: Using Iso-Value Curves for Customer Base Analysis, Journal of
 * Marketing Research 42 (4), 2005).
 *
 * @param p shape of one customer's spend
 * @param q shape of the scale's distribution between customers; above 1, or there would be no mean over all of them
 * @param gamma its scale, in money
 */
public record GammaGamma(double p, double q, double gamma) {

    public GammaGamma {
        Parameters.check("Gamma-Gamma", p, q, gamma);
        SegcastException.require(q > 1, "q of Gamma-Gamma must be above 1, found " + q);
    }

    /** Of one customer with at least one repeated order, the natural logarithm. */
    public double logLikelihood(RepeatSpend spend) {
        int x = spend.frequency();
        double mean = spend.mean();
        return logGamma(p * x + q)
                - logGamma(p * x)
                - logGamma(q)
                + q * Math.log(gamma)
                + (p * x - 1) * Math.log(mean)
                + p * x * Math.log(x)
                - (p * x + q) * Math.log(gamma + x * mean);
    }

    /** The sum over all customers. */
    public double logLikelihood(List<RepeatSpend> customers) {
        return customers.stream().mapToDouble(this::logLikelihood).sum();
    }

    /**
     * Money per order that a customer is expected to spend from now on: between their own mean and everybody's, the nearer to theirs
     * the more orders they made.
     *
     * @param frequency their repeated orders; without one it is everybody's mean
     * @param mean of these, money; what is below 0 counts as 0
     */
    public double expected(int frequency, double mean) {
        return p * (gamma + frequency * Math.max(0, mean)) / (p * frequency + q - 1);
    }
}
