/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime.model;

import java.util.Arrays;

/**
 * How many orders there may be.
 *
 * @param probabilities of 0, 1, 2... orders; what they lack of 1 is beyond
 */
public record OrderCounts(double[] probabilities) {

    public OrderCounts {
        probabilities = probabilities.clone();
    }

    @Override
    public double[] probabilities() {
        return probabilities.clone();
    }

    /** The fewest orders that are not exceeded with the probability. */
    public int quantile(double probability) {
        double sum = 0;
        for (int count = 0; count < probabilities.length; count++) {
            sum += probabilities[count];
            if (sum >= probability) {
                return count;
            }
        }
        return probabilities.length;
    }

    /** Of exactly so many. */
    public double probability(int count) {
        return count < probabilities.length ? probabilities[count] : 0;
    }

    /** Collects probabilities until hardly anything is left. */
    static final class Growing {
        private static final double LEFT = 1e-9;
        private static final int MOST = 10_000;

        private double[] probabilities = new double[16];
        private int size;
        private double sum;

        /** @param none the probability that nothing can come, part of that of 0 orders */
        Growing(double none) {
            probabilities[0] = none;
            sum = none;
        }

        boolean wants() {
            return sum < 1 - LEFT && size < MOST || size == 0;
        }

        void add(double probability) {
            if (size == probabilities.length) {
                probabilities = Arrays.copyOf(probabilities, 2 * size);
            }
            probabilities[size++] += probability;
            sum += probability;
        }

        OrderCounts grown() {
            return new OrderCounts(Arrays.copyOf(probabilities, size));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OrderCounts counts && Arrays.equals(probabilities, counts.probabilities);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(probabilities);
    }

    @Override
    public String toString() {
        return "OrderCounts" + Arrays.toString(probabilities);
    }
}
