/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.weka;

import org.segcast.predictive.ErrorCode;
import org.segcast.predictive.SegcastException;

/**
 * One fit as Weka's {@code Logistic} makes it, to the last bit: the same columns standardised the same way, the same likelihood, Weka's own
 * search for its minimum. Only the way of the rows is shorter: they are copied once, where {@code Logistic} filters and copies them five times,
 * and each point of the search is worked out once, where it works it out three times.
 */
final class LogisticFit {

    private final double[] coefficients;

    /**
     * @param rows none of their columns constant
     * @param outcomes one per row, both among them
     */
    LogisticFit(double[][] rows, boolean[] outcomes, double ridge) {
        StandardisedRows standardised = StandardisedRows.of(rows);
        LogisticLoss loss = new LogisticLoss(standardised.rows(), outcomes, ridge);
        this.coefficients = standardised.unscaled(minimum(loss, start(outcomes, rows[0].length)));
    }

    /** Of the log-odds of the response: the intercept, then one per column. */
    double[] coefficients() {
        return coefficients.clone();
    }

    private static double[] minimum(LogisticLoss loss, double[] start) {
        try {
            return loss.smallestFrom(start);
        } catch (Exception e) {
            throw new SegcastException(ErrorCode.TRAINING_FAILED, "Weka's Logistic failed: " + e.getMessage(), e);
        }
    }

    /** The log-odds of the base rate, smoothed by one of each outcome, and no influence of any column. */
    private static double[] start(boolean[] outcomes, int columns) {
        int responders = 0;
        for (boolean responded : outcomes) {
            responders += responded ? 1 : 0;
        }
        double[] start = new double[columns + 1];
        start[0] = Math.log(responders + 1.0) - Math.log(outcomes.length - responders + 1.0);
        return start;
    }
}
