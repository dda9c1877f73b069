/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison.candidate;

import java.util.Objects;
import org.segcast.predictive.feature.FeatureVector;

/**
 * A customer as known at a cut-off. Made for many of them: it keeps the array it is given, and whoever hands it over must not touch it again.
 *
 * @param totals of purchases up to the cut-off, in the order that {@link PastTotals} tells
 */
public record Customer(FeatureVector features, double[] totals) {

    public Customer {
        Objects.requireNonNull(features);
        Objects.requireNonNull(totals);
    }
}
