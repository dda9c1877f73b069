/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime.model;

import java.util.List;

/**
 * Orders of a customer who buys at a rate of their own until they silently leave; rates and leaving vary between customers. One
 * record per published model, its components the parameters.
 *
 * <p>Weeks are the unit of all times.
 */
public sealed interface RepeatModel permits BgNbd, MbgNbd, ParetoNbd {

    /** In the order of the record's components. */
    List<Double> parameters();

    /** The part of {@link #logLikelihood} that depends on the frequency alone. */
    double ofFrequency(int frequency);

    /** The part that depends on the times too. */
    double ofTimes(int frequency, double recency, double age);

    /** Of one customer, the natural logarithm. */
    default double logLikelihood(RepeatOrders orders) {
        return ofFrequency(orders.frequency()) + ofTimes(orders.frequency(), orders.recency(), orders.age());
    }

    /** The probability that the customer has not left. */
    double alive(RepeatOrders orders);

    /** Orders that a new customer is expected to repeat within the weeks after the first. */
    double expected(double weeks);

    /** Orders expected within the weeks from the day as of which the orders are known. */
    double expected(RepeatOrders orders, double weeks);

    /** How many orders there may be within the weeks from that day, with the probability of each number. */
    OrderCounts counts(RepeatOrders orders, double weeks);
}
