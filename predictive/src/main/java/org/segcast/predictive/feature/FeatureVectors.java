/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import java.util.function.Consumer;

/** A matrix that can be read as often as needed, the same rows in the same order: by ascending contact id. */
public interface FeatureVectors {

    FeatureSchema schema();

    void forEach(Consumer<FeatureVector> sink);
}
