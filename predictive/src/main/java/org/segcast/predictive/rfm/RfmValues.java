/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rfm;

import java.util.Arrays;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVector;

/** Gathers the three values of all customers, without boxes: the quantiles need them all. */
final class RfmValues {

    private final int ranks;
    private final RfmMeasures measures;
    private double[] recency = new double[1024];
    private double[] frequency = new double[1024];
    private double[] monetary = new double[1024];
    private int count;

    RfmValues(FeatureSchema schema, RfmSettings settings) {
        this.ranks = settings.ranks();
        this.measures = new RfmMeasures(schema, settings);
    }

    void add(FeatureVector vector) {
        if (!measures.ranks(vector)) {
            return;
        }
        if (count == recency.length) {
            recency = Arrays.copyOf(recency, count * 2);
            frequency = Arrays.copyOf(frequency, count * 2);
            monetary = Arrays.copyOf(monetary, count * 2);
        }
        recency[count] = measures.recency(vector);
        frequency[count] = measures.frequency(vector);
        monetary[count++] = measures.monetary(vector);
    }

    RfmCutPoints cutPoints() {
        return RfmCutPoints.of(
                ranks, Arrays.copyOf(recency, count), Arrays.copyOf(frequency, count), Arrays.copyOf(monetary, count));
    }
}
