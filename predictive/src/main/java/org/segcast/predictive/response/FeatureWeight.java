/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response;

import java.util.Objects;

/**
 * How much a feature matters to a model.
 *
 * @param weight its share of all weights, 0 to 1
 */
public record FeatureWeight(String feature, double weight, Direction direction) {

    public FeatureWeight {
        Objects.requireNonNull(feature);
        Objects.requireNonNull(direction);
    }
}
