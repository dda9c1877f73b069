/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison;

import java.util.Arrays;
import java.util.List;
import org.segcast.predictive.response.evaluation.Interval;

/**
 * Intervals of gained log-loss that hold for all segmentations at once in nine of ten resamples, and so for whichever of them came first: as wide as the largest deviation
 * of any, in its own standard deviations (max-t, Romano and Wolf 2005). Differences are held for all pairs at once, so it does not matter which is the first.
 */
final class BestOfMany {
    private static final double HOLDS = 0.9;
    private static final double NO_SPREAD = 1e-12;

    private final List<Trial> ranked;
    private final double[] nothing = new double[Resamples.COUNT];
    private final double ofGains;
    private final double ofDifferences;

    /** @param ranked the best first */
    BestOfMany(List<Trial> ranked) {
        this.ranked = ranked;
        double[] gains = new double[Resamples.COUNT];
        double[] differences = new double[Resamples.COUNT];
        for (int i = 0; i < ranked.size(); i++) {
            raise(gains, ranked.get(i).gains(), nothing);
            for (int j = 0; j < i; j++) {
                raise(differences, ranked.get(i).gains(), ranked.get(j).gains());
            }
        }
        this.ofGains = reached(gains);
        this.ofDifferences = reached(differences);
    }

    List<Standing> standings() {
        Trial first = ranked.get(0);
        return ranked.stream()
                .map(trial -> trial.standing(
                        figure(trial.logLossGain().value(), ofGains * spread(trial.gains(), nothing)),
                        figure(
                                first.logLossGain().value()
                                        - trial.logLossGain().value(),
                                ofDifferences * spread(first.gains(), trial.gains()))))
                .toList();
    }

    private static Figure figure(double value, double reach) {
        return new Figure(value, new Interval(value - reach, value + reach));
    }

    private static void raise(double[] most, double[] one, double[] other) {
        double mean = mean(one, other);
        double spread = spread(one, other);
        for (int i = 0; i < most.length && spread > NO_SPREAD; i++) {
            most[i] = Math.max(most[i], Math.abs(one[i] - other[i] - mean) / spread);
        }
    }

    private static double mean(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] - other[i];
        }
        return sum / one.length;
    }

    private static double spread(double[] one, double[] other) {
        double mean = mean(one, other);
        double squares = 0;
        for (int i = 0; i < one.length; i++) {
            squares += Math.pow(one[i] - other[i] - mean, 2);
        }
        return Math.sqrt(squares / (one.length - 1));
    }

    private static double reached(double[] most) {
        double[] sorted = most.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(HOLDS * sorted.length) - 1];
    }
}
