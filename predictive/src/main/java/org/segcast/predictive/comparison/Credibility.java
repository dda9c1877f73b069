/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a segment's customers are expected to do: its own mean drawn towards the mean of all, the more the fewer customers it has and the less segments differ beyond
 * chance (Bühlmann and Straub 1970). A segment never seen, or one customer each, gets the mean of all.
 */
final class Credibility {

    private final Map<String, Double> means = new HashMap<>();
    private final double mean;

    Credibility(List<String> segments, double[] values) {
        Map<String, double[]> sums = new HashMap<>();
        double total = 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            double[] sum = sums.computeIfAbsent(segments.get(i), key -> new double[2]);
            sum[0]++;
            sum[1] += values[i];
            total += values[i];
            squares += values[i] * values[i];
        }
        double count = values.length;
        this.mean = count == 0 ? 0 : total / count;
        double between = 0;
        double sumOfSquaredSizes = 0;
        double explained = 0;
        for (double[] sum : sums.values()) {
            between += sum[0] * Math.pow(sum[1] / sum[0] - mean, 2);
            sumOfSquaredSizes += sum[0] * sum[0];
            explained += sum[1] * sum[1] / sum[0];
        }
        double groups = sums.size();
        double within = count > groups ? Math.max(0, squares - explained) / (count - groups) : Double.POSITIVE_INFINITY;
        double spread = (between - (groups - 1) * within) / (count - sumOfSquaredSizes / count);
        sums.forEach((segment, sum) -> means.put(segment, drawn(sum, within, spread)));
    }

    private double drawn(double[] sum, double within, double spread) {
        if (!(spread > 0)) {
            return mean;
        }
        double own = sum[0] / (sum[0] + within / spread);
        return own * sum[1] / sum[0] + (1 - own) * mean;
    }

    double of(String segment) {
        return means.getOrDefault(segment, mean);
    }

    double ofAll() {
        return mean;
    }

    int segments() {
        return means.size();
    }
}
