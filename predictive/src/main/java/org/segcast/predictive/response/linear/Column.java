/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.linear;

import java.io.Serializable;
import org.segcast.predictive.feature.FeatureVector;

/** A model's input made of one feature, standardised over the training examples: mean 0, standard deviation 1. */
public sealed interface Column extends Serializable permits NumericColumn, MissingColumn, LevelColumn {

    String feature();

    double value(FeatureVector vector);
}
