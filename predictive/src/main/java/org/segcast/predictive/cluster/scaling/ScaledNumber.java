/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.cluster.scaling;

import org.segcast.predictive.SegcastException;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVector;

/**
 * A number: log(1 + x) where it is skewed and never negative, as money and counts are; then kept within what the sample had between 0.5
 * and 99.5%, so that no single customer makes a cluster; then standardised.
 *
 * @param low and {@code high}, {@code mean}, {@code deviation} after the logarithm
 */
public record ScaledNumber(String feature, boolean log, double low, double high, double mean, double deviation)
        implements ScaledFeature {

    public ScaledNumber {
        SegcastException.require(
                deviation > 0 && low <= high && Double.isFinite(mean + deviation + low + high),
                "number " + feature + " must vary, found deviation " + deviation);
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public int index(FeatureSchema schema) {
        return schema.numericIndex(feature);
    }

    @Override
    public void write(FeatureVector vector, int index, double[] point, int from) {
        double raw = vector.numeric(index);
        point[from] = Double.isFinite(raw) ? (Math.min(high, Math.max(low, levelled(log, raw))) - mean) / deviation : 0;
    }

    /** The value, in the feature's own unit, that stands at a coordinate. */
    public double unscaled(double coordinate) {
        double levelled = mean + deviation * coordinate;
        return log ? Math.expm1(levelled) : levelled;
    }

    static double levelled(boolean log, double raw) {
        return log ? Math.log1p(Math.max(0, raw)) : raw;
    }
}
