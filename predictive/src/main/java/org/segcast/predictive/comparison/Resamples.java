/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.segcast.predictive.response.evaluation.Interval;

/** How often each customer is drawn (Efron 1979). The same draws serve every segmentation, so that differences between them can be told, and a customer brings all its cut-offs along. */
final class Resamples {

    static final int COUNT = 200;

    private final short[][] times;
    private final short[] once;

    Resamples(int customers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        this.times = new short[COUNT][customers];
        this.once = new short[customers];
        for (int i = 0; i < customers; i++) {
            once[i] = 1;
        }
        for (short[] drawn : times) {
            for (int i = 0; i < customers; i++) {
                drawn[random.nextInt(customers)]++;
            }
        }
    }

    /** The figure of each resample. */
    double[] each(ToDoubleFunction<short[]> figure) {
        double[] figures = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            figures[i] = figure.applyAsDouble(times[i]);
        }
        return figures;
    }

    double ofAll(ToDoubleFunction<short[]> figure) {
        return figure.applyAsDouble(once);
    }

    Figure figure(ToDoubleFunction<short[]> figure) {
        return new Figure(ofAll(figure), Interval.middle90(each(figure)));
    }
}
