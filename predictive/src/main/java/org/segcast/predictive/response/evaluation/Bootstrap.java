/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.evaluation;

import java.util.SplittableRandom;

/** Resamples the test customers (Efron 1979): what the figures could have been with as many others. */
final class Bootstrap {

    private static final int RESAMPLES = 200;

    private final Interval ratio;
    private final Interval auc;
    private final Interval aucGain;

    Bootstrap(Ranking model, Ranking rule, int customers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int top = TopCustomers.sizeFor(customers);
        double[] ratios = new double[RESAMPLES];
        double[] aucs = new double[RESAMPLES];
        double[] gains = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            int[] drawn = draw(random, customers);
            ratios[i] =
                    TopCustomers.ratio(model.respondersAmongFirst(top, drawn), rule.respondersAmongFirst(top, drawn));
            aucs[i] = model.auc(drawn);
            gains[i] = aucs[i] - rule.auc(drawn);
        }
        this.ratio = Interval.middle90(ratios);
        this.auc = Interval.middle90(aucs);
        this.aucGain = Interval.middle90(gains);
    }

    Interval ratio() {
        return ratio;
    }

    Interval auc() {
        return auc;
    }

    Interval aucGain() {
        return aucGain;
    }

    private static int[] draw(SplittableRandom random, int customers) {
        int[] times = new int[customers];
        for (int i = 0; i < customers; i++) {
            times[random.nextInt(customers)]++;
        }
        return times;
    }
}
