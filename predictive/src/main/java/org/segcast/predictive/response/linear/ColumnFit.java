/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureType;
import org.segcast.predictive.response.Dataset;
import org.segcast.predictive.response.Example;

/** Finds the columns of each feature from training examples. */
final class ColumnFit {

    static final int MOST_LEVELS = 8;
    private static final double LEAST_SUPPORT = 0.005;
    private static final int LEAST_EXAMPLES = 10;
    private static final double SKEWED = 1;
    private static final double TAIL = 0.005;
    private static final double CONSTANT = 1e-9;

    private final Dataset dataset;
    private final int leastSupport;

    ColumnFit(Dataset dataset) {
        this.dataset = dataset;
        this.leastSupport = (int) Math.max(LEAST_EXAMPLES, Math.ceil(LEAST_SUPPORT * dataset.size()));
    }

    List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        int numeric = 0;
        int nominal = 0;
        for (Feature feature : dataset.schema().features()) {
            int index = feature.type() == FeatureType.NUMERIC ? numeric++ : nominal++;
            if (!feature.canBeLearnt()) {
                continue;
            }
            if (feature.type() == FeatureType.NUMERIC) {
                addNumber(columns, feature.name(), index);
            } else {
                addLevels(columns, feature.name(), index);
            }
        }
        return columns;
    }

    private void addNumber(List<Column> columns, String feature, int index) {
        double[] present = present(index);
        if (present.length == 0) {
            return;
        }
        numericColumn(feature, index, present).ifPresent(columns::add);
        addMissing(columns, feature, index, dataset.size() - present.length);
    }

    private static Optional<Column> numericColumn(String feature, int index, double[] present) {
        boolean log = present[0] >= 0 && skewness(present) > SKEWED;
        double[] scaled = map(present, raw -> NumericColumn.scaled(log, raw));
        double low = quantile(scaled, TAIL);
        double high = quantile(scaled, 1 - TAIL);
        double[] clamped = map(scaled, value -> Math.min(high, Math.max(low, value)));
        double mean = mean(clamped);
        double deviation = deviation(clamped, mean);
        return deviation > CONSTANT * Math.max(1, Math.abs(mean))
                ? Optional.of(new NumericColumn(feature, index, log, low, high, mean, deviation))
                : Optional.empty();
    }

    private static double[] map(double[] values, DoubleUnaryOperator mapping) {
        return Arrays.stream(values).map(mapping).toArray();
    }

    private void addMissing(List<Column> columns, String feature, int index, int missing) {
        if (hasSupport(missing)) {
            double share = (double) missing / dataset.size();
            columns.add(new MissingColumn(feature, index, share, Math.sqrt(share * (1 - share))));
        }
    }

    private void addLevels(List<Column> columns, String feature, int index) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Example example : dataset.examples()) {
            counts.merge(example.features().nominal(index), 1, Integer::sum);
        }
        List<String> levels = counts.entrySet().stream()
                .filter(level -> hasSupport(level.getValue()))
                .sorted(Comparator.comparing(level -> -level.getValue()))
                .limit(MOST_LEVELS)
                .map(Map.Entry::getKey)
                .toList();
        boolean nothingElse = levels.size() == counts.size();
        for (String level : nothingElse ? levels.subList(0, Math.max(0, levels.size() - 1)) : levels) {
            double share = (double) counts.get(level) / dataset.size();
            columns.add(new LevelColumn(feature, index, level, share, Math.sqrt(share * (1 - share))));
        }
    }

    private boolean hasSupport(int count) {
        return count >= leastSupport && dataset.size() - count >= leastSupport;
    }

    /** Ascending. */
    private double[] present(int index) {
        double[] values = new double[dataset.size()];
        int count = 0;
        for (Example example : dataset.examples()) {
            double value = example.features().numeric(index);
            if (!Double.isNaN(value)) {
                values[count++] = value;
            }
        }
        double[] present = Arrays.copyOf(values, count);
        Arrays.sort(present);
        return present;
    }

    private static double quantile(double[] sorted, double probability) {
        double position = (sorted.length - 1) * probability;
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }

    private static double skewness(double[] values) {
        double mean = mean(values);
        double deviation = deviation(values, mean);
        double sum = 0;
        for (double value : values) {
            double distance = value - mean;
            sum += distance * distance * distance;
        }
        return deviation == 0 ? 0 : sum / values.length / (deviation * deviation * deviation);
    }
}
