/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.response.Dataset;
import org.segcast.predictive.response.ResponseModel;

/** Measures a model and a baseline on the same test customers; a pure function of them and the seed. */
public final class Evaluator {

    private static final int GAINS_STEPS = 20;
    private static final int BINS = 10;

    private final long seed;

    /**
     * @param seed of the resampling
     */
    public Evaluator(long seed) {
        this.seed = seed;
    }

    /** The test must hold both outcomes. */
    public Evaluation evaluate(ResponseModel model, Baseline baseline, Dataset test) {
        int customers = test.size();
        int responders = test.responders();
        SegcastException.require(
                responders > 0 && responders < customers,
                "a test needs both outcomes, found " + responders + " responders of " + customers);
        Ranking byModel = Ranking.of(test, model::probability);
        Ranking byRule = Ranking.of(test, baseline.rule().ranking(test.schema()));
        Bootstrap bootstrap = new Bootstrap(byModel, byRule, customers, seed);
        double[] forecasts = byModel.scores();
        double[] baseRates = new double[customers];
        Arrays.fill(baseRates, baseline.baseRate());
        boolean[] outcomes = test.outcomes();
        return new Evaluation(
                customers,
                responders,
                test.baseRate(),
                byModel.auc(),
                bootstrap.auc(),
                byRule.auc(),
                bootstrap.aucGain(),
                LogLoss.of(forecasts, outcomes),
                LogLoss.of(baseRates, outcomes),
                brier(forecasts, outcomes),
                top(byModel, byRule, test, bootstrap.ratio()),
                baseline.rule().label(),
                gains(byModel, byRule, customers, responders),
                calibration(byModel, outcomes));
    }

    private static TopCustomers top(Ranking byModel, Ranking byRule, Dataset test, Interval ratioInterval) {
        int size = TopCustomers.sizeFor(test.size());
        int found = byModel.respondersAmongFirst(size);
        int foundByRule = byRule.respondersAmongFirst(size);
        double expected = size * test.baseRate();
        return new TopCustomers(
                size,
                found,
                foundByRule,
                found / expected,
                foundByRule / expected,
                TopCustomers.ratio(found, foundByRule),
                ratioInterval);
    }

    private static double brier(double[] forecasts, boolean[] outcomes) {
        double sum = 0;
        for (int i = 0; i < forecasts.length; i++) {
            double error = forecasts[i] - (outcomes[i] ? 1 : 0);
            sum += error * error;
        }
        return sum / forecasts.length;
    }

    private static List<GainsPoint> gains(Ranking byModel, Ranking byRule, int customers, int responders) {
        return IntStream.rangeClosed(0, GAINS_STEPS)
                .mapToObj(step -> {
                    int count = (int) Math.round((double) customers * step / GAINS_STEPS);
                    return new GainsPoint(
                            (double) step / GAINS_STEPS,
                            (double) byModel.respondersAmongFirst(count) / responders,
                            (double) byRule.respondersAmongFirst(count) / responders);
                })
                .toList();
    }

    private static List<CalibrationBin> calibration(Ranking ranking, boolean[] outcomes) {
        int customers = outcomes.length;
        int bins = Math.min(BINS, customers);
        List<CalibrationBin> calibration = new ArrayList<>();
        for (int bin = bins - 1; bin >= 0; bin--) {
            int from = (int) ((long) customers * bin / bins);
            int to = (int) ((long) customers * (bin + 1) / bins);
            calibration.add(bin(ranking, outcomes, from, to));
        }
        return calibration;
    }

    private static CalibrationBin bin(Ranking ranking, boolean[] outcomes, int from, int to) {
        double forecasts = 0;
        int responders = 0;
        for (int rank = from; rank < to; rank++) {
            forecasts += ranking.scores()[ranking.at(rank)];
            responders += outcomes[ranking.at(rank)] ? 1 : 0;
        }
        int size = to - from;
        return new CalibrationBin(
                size, responders, forecasts / size, (double) responders / size, Interval.wilson95(responders, size));
    }
}
