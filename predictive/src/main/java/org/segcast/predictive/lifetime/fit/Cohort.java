/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime.fit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.segcast.predictive.lifetime.model.RepeatModel;
import org.segcast.predictive.lifetime.model.RepeatOrders;

/** Customers whose repeat orders a model is fitted to; who ordered alike is kept once, with a count. */
public final class Cohort {
    private final int[] frequencies;
    private final double[] recencies;
    private final double[] ages;
    private final int[] counts;
    private final int customers;

    private Cohort(List<Map.Entry<RepeatOrders, Integer>> kinds) {
        frequencies = kinds.stream().mapToInt(kind -> kind.getKey().frequency()).toArray();
        recencies = kinds.stream().mapToDouble(kind -> kind.getKey().recency()).toArray();
        ages = kinds.stream().mapToDouble(kind -> kind.getKey().age()).toArray();
        counts = kinds.stream().mapToInt(Map.Entry::getValue).toArray();
        customers = Arrays.stream(counts).sum();
    }

    public static Cohort of(Iterable<RepeatOrders> customers) {
        Map<RepeatOrders, Integer> kinds = new HashMap<>();
        customers.forEach(customer -> kinds.merge(customer, 1, Integer::sum));
        return new Cohort(kinds.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparingInt(RepeatOrders::frequency)
                        .thenComparingDouble(RepeatOrders::recency)
                        .thenComparingDouble(RepeatOrders::age)))
                .toList());
    }

    public int customers() {
        return customers;
    }

    /** How many of them ordered on more than one day. */
    public int repeaters() {
        int repeaters = 0;
        for (int kind = 0; kind < counts.length; kind++) {
            repeaters += frequencies[kind] > 0 ? counts[kind] : 0;
        }
        return repeaters;
    }

    /** The sum over all customers, the natural logarithm. */
    public double logLikelihood(RepeatModel model) {
        double sum = 0;
        double ofFrequency = 0;
        int last = -1;
        for (int kind = 0; kind < counts.length; kind++) {
            if (frequencies[kind] != last) {
                last = frequencies[kind];
                ofFrequency = model.ofFrequency(last);
            }
            sum += counts[kind] * (ofFrequency + model.ofTimes(last, recencies[kind], ages[kind]));
        }
        return sum;
    }
}
