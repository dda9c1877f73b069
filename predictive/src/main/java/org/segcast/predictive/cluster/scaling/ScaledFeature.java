/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.cluster.scaling;

import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVector;

/**
 * A feature as one or more coordinates whose variances add up to 1 over the customers it was fitted to, so that every feature, number or
 * word, weighs the same. A missing value lies at 0, the average; features that many lack are left out ({@link ScalingFit}).
 */
public sealed interface ScaledFeature permits ScaledNumber, ScaledWord {

    /** The feature's name. */
    String feature();

    /** How many coordinates it has. */
    int width();

    /** Where its value stands in vectors of the schema; refused where the schema has no such feature. */
    int index(FeatureSchema schema);

    void write(FeatureVector vector, int index, double[] point, int from);
}
