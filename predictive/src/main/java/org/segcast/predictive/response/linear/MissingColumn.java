/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.linear;

import org.segcast.predictive.SegcastException;
import org.segcast.predictive.feature.FeatureVector;

/** Whether a number is missing; only where training saw both. */
record MissingColumn(String feature, int index, double mean, double deviation) implements Column {

    MissingColumn {
        SegcastException.require(deviation > 0, "column " + feature + " must vary, found deviation " + deviation);
    }

    @Override
    public double value(FeatureVector vector) {
        return ((Double.isNaN(vector.numeric(index)) ? 1 : 0) - mean) / deviation;
    }
}
