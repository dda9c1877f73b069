/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Whether segments that were best are best again: Spearman's correlation of their ranks by response rate, weighted by customers. It has no interval: resampled rates are
 * noisier than those that came, so ranks would agree less in every resample than they did.
 */
final class RankKept {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Double> learnt = new ArrayList<>();
    private final double[] customers;
    private final double[] responders;

    RankKept(CutOff cutOff, List<String> segments, Credibility response) {
        for (String segment : segments) {
            numbers.computeIfAbsent(segment, key -> {
                learnt.add(response.of(key));
                return numbers.size();
            });
        }
        this.customers = new double[learnt.size()];
        this.responders = new double[learnt.size()];
        for (int i = 0; i < segments.size(); i++) {
            int number = numbers.get(segments.get(i));
            customers[number]++;
            responders[number] += cutOff.outcomes().get(i).responded() ? 1 : 0;
        }
    }

    /** Empty where fewer than two segments differ. */
    OptionalDouble value() {
        double[] came = new double[customers.length];
        for (int i = 0; i < came.length; i++) {
            came[i] = responders[i] / customers[i];
        }
        double found = correlation(
                ranks(learnt.stream().mapToDouble(Double::doubleValue).toArray()), ranks(came));
        return Double.isFinite(found) ? OptionalDouble.of(found) : OptionalDouble.empty();
    }

    private static int[] ranks(double[] values) {
        return Ties.of(values, values.length).of();
    }

    private double correlation(int[] one, int[] other) {
        double all = 0;
        double meanOne = 0;
        double meanOther = 0;
        for (int i = 0; i < customers.length; i++) {
            all += customers[i];
            meanOne += customers[i] * one[i];
            meanOther += customers[i] * other[i];
        }
        double both = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        for (int i = 0; i < customers.length; i++) {
            double left = one[i] - meanOne / all;
            double right = other[i] - meanOther / all;
            both += customers[i] * left * right;
            squaresOne += customers[i] * left * left;
            squaresOther += customers[i] * right * right;
        }
        return both / Math.sqrt(squaresOne * squaresOther);
    }
}
