/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.weka;

import java.util.Arrays;
import weka.core.Optimization;
import weka.core.RevisionUtils;

/**
 * The negative log-likelihood of a logistic regression plus its ridge (le Cessie and van Houwelingen 1992), minimised by Weka's quasi-Newton
 * search. The search asks for the value and the slope of the same point one after the other, and for the slope twice: the rows' log-odds and the
 * slope of the latest point are kept. Sums run in the order of Weka's {@code Logistic}, so that both end at the same bits.
 */
final class LogisticLoss extends Optimization {

    private final double[][] rows;
    private final boolean[] outcomes;
    private final double ridge;
    private final double[] logOdds;
    private double[] point = {};
    private double[] slope = {};

    LogisticLoss(double[][] rows, boolean[] outcomes, double ridge) {
        this.rows = rows;
        this.outcomes = outcomes;
        this.ridge = ridge;
        this.logOdds = new double[rows.length];
    }

    /** Searches until it converges; Weka pauses after 200 steps and goes on from there. */
    double[] smallestFrom(double[] start) throws Exception {
        double[][] unbounded = new double[2][start.length];
        Arrays.fill(unbounded[0], Double.NaN);
        Arrays.fill(unbounded[1], Double.NaN);
        double[] found = findArgmin(start, unbounded);
        while (found == null) {
            found = findArgmin(getVarbValues(), unbounded);
        }
        return found;
    }

    @Override
    protected double objectiveFunction(double[] coefficients) {
        lookFrom(coefficients);
        double loss = 0;
        for (int i = 0; i < rows.length; i++) {
            loss -= (outcomes[i] ? logOdds[i] : 0) - logOfOnePlusExp(logOdds[i]);
        }
        for (int j = 1; j < coefficients.length; j++) {
            loss += ridge * coefficients[j] * coefficients[j];
        }
        return loss;
    }

    @Override
    protected double[] evaluateGradient(double[] coefficients) {
        lookFrom(coefficients);
        if (slope.length == 0) {
            slope = slope(coefficients);
        }
        return slope.clone();
    }

    private double[] slope(double[] coefficients) {
        double[] sums = new double[coefficients.length];
        for (int i = 0; i < rows.length; i++) {
            add(sums, rows[i], 1 / (Math.exp(-logOdds[i]) + 1), outcomes[i]);
        }
        for (int j = 1; j < sums.length; j++) {
            sums[j] += 2 * ridge * coefficients[j];
        }
        return sums;
    }

    private static void add(double[] sums, double[] row, double probability, boolean responded) {
        if (responded) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] = sums[j] + probability * row[j] - row[j];
            }
        } else {
            for (int j = 0; j < sums.length; j++) {
                sums[j] += probability * row[j];
            }
        }
    }

    private void lookFrom(double[] coefficients) {
        if (Arrays.equals(point, coefficients)) {
            return;
        }
        point = coefficients.clone();
        slope = new double[0];
        for (int i = 0; i < rows.length; i++) {
            double[] row = rows[i];
            double sum = 0;
            for (int j = 0; j < row.length; j++) {
                sum += row[j] * coefficients[j];
            }
            logOdds[i] = sum;
        }
    }

    /** Without overflow (Mann 2006). */
    private static double logOfOnePlusExp(double value) {
        return value < 0 ? Math.log(1 + Math.exp(value)) : value + Math.log(1 + Math.exp(-value));
    }

    @Override
    public String getRevision() {
        return RevisionUtils.extract("$Revision: 1 $");
    }
}
