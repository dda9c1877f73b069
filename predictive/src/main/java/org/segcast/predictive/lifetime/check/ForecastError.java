/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime.check;

/**
 * How far forecasts of orders were off.
 *
 * @param expected orders of all customers together
 * @param correlation Pearson's, between what was expected of each customer and what came; 0 where either never varies
 * @param meanAbsolute orders a customer
 * @param rootMeanSquare orders a customer
 */
public record ForecastError(double expected, double correlation, double meanAbsolute, double rootMeanSquare) {

    /** @param came orders of each customer, in the order of {@code expected} */
    static ForecastError of(double[] expected, int[] came) {
        int customers = came.length;
        double sum = 0;
        double absolute = 0;
        double square = 0;
        Correlation correlation = new Correlation();
        for (int customer = 0; customer < customers; customer++) {
            double off = expected[customer] - came[customer];
            sum += expected[customer];
            absolute += Math.abs(off);
            square += off * off;
            correlation.add(expected[customer], came[customer]);
        }
        return new ForecastError(sum, correlation.value(), absolute / customers, Math.sqrt(square / customers));
    }
}
