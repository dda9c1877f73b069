/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.cluster.scaling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureType;
import org.segcast.predictive.feature.FeatureVector;

/** Fits a scaling to a sample: what is constant, or known of too few, is left out and told. */
public final class ScalingFit {

    /** Known of fewer than this share, a feature would make those of whom it is not known a cluster of their own, at the average. */
    static final double LEAST_KNOWN = 0.98;

    private static final double LEAST_SHARE = 0.02;
    private static final int MOST_WORDS = 10;
    private static final double SKEWED = 1;
    private static final double TAIL = 0.005;
    private static final double FLAT = 1e-9;

    private final List<FeatureVector> sample;
    private final FeatureSchema schema;
    private final List<ScaledFeature> scaled = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    /** @param features by name, all in the schema */
    public ScalingFit(List<FeatureVector> sample, FeatureSchema schema, List<String> features) {
        this.sample = sample;
        this.schema = schema;
        for (Feature feature : schema.features()) {
            if (features.contains(feature.name())) {
                fit(feature);
            }
        }
    }

    public Scaling scaling() {
        return new Scaling(scaled);
    }

    public List<LeftOut> leftOut() {
        return List.copyOf(leftOut);
    }

    static FeatureType typeOf(ScaledFeature feature) {
        return feature instanceof ScaledNumber ? FeatureType.NUMERIC : FeatureType.NOMINAL;
    }

    private void fit(Feature feature) {
        if (feature.type() == FeatureType.NUMERIC) {
            number(feature.name());
        } else {
            word(feature.name());
        }
    }

    private void leave(String feature, String reason) {
        leftOut.add(new LeftOut(feature, reason));
    }

    private boolean isKnown(String feature, long known) {
        if (known < LEAST_KNOWN * sample.size() || known == 0) {
            leave(
                    feature,
                    "known of " + known + " of " + sample.size()
                            + " customers only: the others would look alike for that");
            return false;
        }
        return true;
    }

    private void number(String name) {
        int index = schema.numericIndex(name);
        double[] values = sample.stream()
                .mapToDouble(vector -> vector.numeric(index))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (!isKnown(name, values.length)) {
            return;
        }
        boolean log = values[0] >= 0 && skewness(values) > SKEWED;
        double[] levelled = Arrays.stream(values)
                .map(value -> ScaledNumber.levelled(log, value))
                .toArray();
        double low = levelled[(int) (TAIL * (levelled.length - 1))];
        double high = levelled[(int) Math.ceil((1 - TAIL) * (levelled.length - 1))];
        double[] kept = Arrays.stream(levelled)
                .map(value -> Math.min(high, Math.max(low, value)))
                .toArray();
        double mean = Arrays.stream(kept).average().orElseThrow();
        double deviation = deviation(kept, mean);
        if (deviation > FLAT * Math.max(1, Math.abs(mean))) {
            scaled.add(new ScaledNumber(name, log, low, high, mean, deviation));
        } else {
            leave(name, "the same for nearly everybody");
        }
    }

    private void word(String name) {
        int index = schema.nominalIndex(name);
        Map<String, Integer> counts = new TreeMap<>();
        sample.stream()
                .map(vector -> vector.nominal(index))
                .filter(word -> !word.isEmpty())
                .forEach(word -> counts.merge(word, 1, Integer::sum));
        long known = counts.values().stream().mapToLong(Integer::longValue).sum();
        if (!isKnown(name, known)) {
            return;
        }
        List<String> words = counts.entrySet().stream()
                .filter(each -> each.getValue() >= LEAST_SHARE * known)
                .sorted(Comparator.comparing(each -> -each.getValue()))
                .limit(MOST_WORDS)
                .map(Map.Entry::getKey)
                .toList();
        List<Double> shares =
                words.stream().map(word -> (double) counts.get(word) / known).toList();
        double variance =
                shares.stream().mapToDouble(share -> share * (1 - share)).sum();
        if (variance >= LEAST_SHARE * (1 - LEAST_SHARE)) {
            scaled.add(new ScaledWord(name, words, shares, 1 / Math.sqrt(variance)));
        } else {
            leave(name, words.isEmpty() ? "no word is shared by 2% of customers" : "the same for nearly everybody");
        }
    }

    private static double deviation(double[] values, double mean) {
        double sum = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(sum / values.length);
    }

    private static double skewness(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double deviation = deviation(values, mean);
        double sum = Arrays.stream(values)
                .map(value -> Math.pow((value - mean) / deviation, 3))
                .sum();
        return deviation > 0 ? sum / values.length : 0;
    }
}
