/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.weka;

/** Rows with a leading 1 for the intercept and every column at mean 0 and standard deviation 1, as Weka's {@code Logistic} has them. */
record StandardisedRows(double[][] rows, double[] means, double[] deviations) {

    static StandardisedRows of(double[][] raw) {
        int columns = raw[0].length;
        double[][] rows = new double[raw.length][columns + 1];
        double[] means = new double[columns + 1];
        double[] deviations = new double[columns + 1];
        for (int i = 0; i < raw.length; i++) {
            rows[i][0] = 1;
            for (int j = 1; j <= columns; j++) {
                double value = raw[i][j - 1];
                rows[i][j] = value;
                means[j] += value;
                deviations[j] += value * value;
            }
        }
        for (int j = 1; j <= columns; j++) {
            means[j] /= raw.length;
            deviations[j] = Math.sqrt(Math.abs(deviations[j] - raw.length * means[j] * means[j]) / (raw.length - 1.0));
        }
        StandardisedRows standardised = new StandardisedRows(rows, means, deviations);
        standardised.scale();
        return standardised;
    }

    private void scale() {
        for (double[] row : rows) {
            for (int j = 1; j < row.length; j++) {
                row[j] = (row[j] - means[j]) / deviations[j];
            }
        }
    }

    /** Coefficients of the standardised columns as those of the raw ones. */
    double[] unscaled(double[] found) {
        double[] coefficients = found.clone();
        for (int j = 1; j < found.length; j++) {
            coefficients[j] = found[j] / deviations[j];
            coefficients[0] -= coefficients[j] * means[j];
        }
        return coefficients;
    }
}
