/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison.candidate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.segcast.predictive.feature.Feature;

/**
 * Five bands of a numeric feature between its quantiles at 20, 40, 60 and 80% (type 7 of Hyndman and Fan 1996) at the cut-off that is learnt from, and one for those who
 * have no value. Bands hold their lower end; equal quantiles make fewer bands.
 */
public record BandCandidate(Feature feature) implements Candidate {

    private static final int BANDS = 5;

    public BandCandidate {
        Objects.requireNonNull(feature);
    }

    @Override
    public String key() {
        return "bands-" + feature.name();
    }

    @Override
    public String name() {
        String name = FeatureNames.of(feature);
        return "Bands of " + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    @Override
    public CandidateKind kind() {
        return CandidateKind.BANDS;
    }

    @Override
    public Split learn(Population earlier) {
        int index = earlier.schema().numericIndex(feature.name());
        double[] bounds = bounds(earlier, index);
        return population -> population.customers().stream()
                .map(customer -> band(bounds, customer.features().numeric(index)))
                .toList();
    }

    private static double[] bounds(Population earlier, int index) {
        double[] known = earlier.customers().stream()
                .mapToDouble(customer -> customer.features().numeric(index))
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (known.length == 0) {
            return new double[0];
        }
        double[] bounds = new double[BANDS - 1];
        for (int i = 1; i < BANDS; i++) {
            double position = (known.length - 1) * i / (double) BANDS;
            int below = (int) position;
            int above = Math.min(below + 1, known.length - 1);
            bounds[i - 1] = known[below] + (position - below) * (known[above] - known[below]);
        }
        return Arrays.stream(bounds).distinct().toArray();
    }

    private static String band(double[] bounds, double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        int band = 1;
        for (double bound : bounds) {
            band += value >= bound ? 1 : 0;
        }
        return Integer.toString(band);
    }
}
