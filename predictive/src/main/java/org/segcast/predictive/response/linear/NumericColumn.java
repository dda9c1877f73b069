/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.linear;

import org.segcast.predictive.SegcastException;
import org.segcast.predictive.feature.FeatureVector;

/**
 * A number: log(1 + x) if it is skewed and never negative, winsorised to what training saw between 0.5 and 99.5%, standardised;
 * missing counts as the mean.
 */
record NumericColumn(String feature, int index, boolean log, double low, double high, double mean, double deviation)
        implements Column {

    NumericColumn {
        SegcastException.require(
                deviation > 0 && low <= high, "column " + feature + " must vary, found deviation " + deviation);
    }

    @Override
    public double value(FeatureVector vector) {
        double raw = vector.numeric(index);
        return Double.isNaN(raw) ? 0 : (Math.min(high, Math.max(low, scaled(log, raw))) - mean) / deviation;
    }

    static double scaled(boolean log, double raw) {
        return log ? Math.log1p(Math.max(0, raw)) : raw;
    }
}
