/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison;

import java.util.List;

/** What a segmentation forecast at the judged cut-offs and what came, a row per customer and cut-off; figures weigh each customer by how often it was drawn. */
final class Forecasts {

    private static final double EDGE = 1e-6;

    private final int[] customers;
    private final double[] above;
    private final boolean[] responded;
    private final double[] gains;
    private final double[] errors;
    private final double[] plainErrors;
    private int rows;
    private Ties ties;

    Forecasts(int mostRows) {
        this.customers = new int[mostRows];
        this.above = new double[mostRows];
        this.responded = new boolean[mostRows];
        this.gains = new double[mostRows];
        this.errors = new double[mostRows];
        this.plainErrors = new double[mostRows];
    }

    void add(CutOff cutOff, List<String> segments, int[] ids, Halves halves) {
        for (int i = 0; i < ids.length; i++) {
            CutOff.Outcome outcome = cutOff.outcomes().get(i);
            Credibility response = halves.response(ids[i]);
            Credibility revenue = halves.revenue(ids[i]);
            customers[rows] = ids[i];
            double chance = response.of(segments.get(i));
            above[rows] = chance - response.ofAll();
            responded[rows] = outcome.responded();
            gains[rows] = loss(response.ofAll(), outcome.responded()) - loss(chance, outcome.responded());
            errors[rows] = Math.pow(outcome.revenue() - revenue.of(segments.get(i)), 2);
            plainErrors[rows] = Math.pow(outcome.revenue() - revenue.ofAll(), 2);
            rows++;
        }
        ties = Ties.of(above, rows);
    }

    double logLossGain(short[] times) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < rows; i++) {
            sum += times[customers[i]] * gains[i];
            weight += times[customers[i]];
        }
        return sum / weight;
    }

    double revenueExplained(short[] times) {
        double left = 0;
        double all = 0;
        for (int i = 0; i < rows; i++) {
            left += times[customers[i]] * errors[i];
            all += times[customers[i]] * plainErrors[i];
        }
        return all == 0 ? 0 : 1 - left / all;
    }

    /** Area under the ROC curve less one half, equals counting half. Customers are ranked by how far above the rate of all they are expected: rates of all differ by cut-off and half. */
    double aucGain(short[] times) {
        double[] responders = new double[ties.count()];
        double[] others = new double[ties.count()];
        for (int i = 0; i < rows; i++) {
            (responded[i] ? responders : others)[ties.of()[i]] += times[customers[i]];
        }
        double wins = 0;
        double othersBelow = 0;
        double allResponders = 0;
        for (int tie = 0; tie < ties.count(); tie++) {
            wins += responders[tie] * (othersBelow + others[tie] / 2);
            othersBelow += others[tie];
            allResponders += responders[tie];
        }
        return wins / (allResponders * othersBelow) - 0.5;
    }

    private static double loss(double chance, boolean responded) {
        double kept = Math.min(1 - EDGE, Math.max(EDGE, chance));
        return -Math.log(responded ? kept : 1 - kept);
    }
}
