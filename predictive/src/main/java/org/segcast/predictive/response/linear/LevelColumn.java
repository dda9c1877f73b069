/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.linear;

import org.segcast.predictive.SegcastException;
import org.segcast.predictive.feature.FeatureVector;

/** Whether a word is this one; the empty word, missing, is a level like any other. */
record LevelColumn(String feature, int index, String level, double mean, double deviation) implements Column {

    LevelColumn {
        SegcastException.require(deviation > 0, "column " + feature + " must vary, found deviation " + deviation);
    }

    @Override
    public double value(FeatureVector vector) {
        return ((vector.nominal(index).equals(level) ? 1 : 0) - mean) / deviation;
    }
}
