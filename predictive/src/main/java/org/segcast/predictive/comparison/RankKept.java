/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether segments that were best are best again: Spearman's correlation of their ranks by response rate, weighted by customers. */
final class RankKept {

    private final int[] customers;
    private final int[] segment;
    private final boolean[] responded;
    private final double[] learnt;

    RankKept(CutOff cutOff, List<String> segments, int[] ids, Credibility response) {
        Map<String, Integer> numbers = new HashMap<>();
        List<Double> rates = new ArrayList<>();
        this.customers = ids;
        this.segment = new int[ids.length];
        this.responded = new boolean[ids.length];
        for (int i = 0; i < ids.length; i++) {
            String key = segments.get(i);
            segment[i] = numbers.computeIfAbsent(key, each -> {
                rates.add(response.of(each));
                return numbers.size();
            });
            responded[i] = cutOff.outcomes().get(i).responded();
        }
        this.learnt = ranks(rates.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** NaN with fewer than two segments that differ. */
    double of(short[] times) {
        double[] weights = new double[learnt.length];
        double[] rates = new double[learnt.length];
        for (int i = 0; i < segment.length; i++) {
            weights[segment[i]] += times[customers[i]];
            rates[segment[i]] += responded[i] ? times[customers[i]] : 0;
        }
        for (int i = 0; i < rates.length; i++) {
            rates[i] = weights[i] == 0 ? 0 : rates[i] / weights[i];
        }
        return correlation(learnt, ranks(rates), weights);
    }

    private static double[] ranks(double[] values) {
        Ties ties = Ties.of(values, values.length);
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            ranks[i] = ties.of()[i];
        }
        return ranks;
    }

    private static double correlation(double[] one, double[] other, double[] weights) {
        double all = 0;
        double meanOne = 0;
        double meanOther = 0;
        for (int i = 0; i < weights.length; i++) {
            all += weights[i];
            meanOne += weights[i] * one[i];
            meanOther += weights[i] * other[i];
        }
        double both = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        for (int i = 0; i < weights.length; i++) {
            double left = one[i] - meanOne / all;
            double right = other[i] - meanOther / all;
            both += weights[i] * left * right;
            squaresOne += weights[i] * left * left;
            squaresOther += weights[i] * right * right;
        }
        return both / Math.sqrt(squaresOne * squaresOther);
    }
}
