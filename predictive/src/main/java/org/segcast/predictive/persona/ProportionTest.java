/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.persona;

import java.util.Optional;

/**
 * The test of whether two groups have the same share, with the pooled share in its error and no correction for continuity.
 *
 * @param p how likely a difference as large is by chance alone, to either side
 */
record ProportionTest(double z, double p) {

    /** Empty for an empty group, and where all or none have it. */
    static Optional<ProportionTest> of(Share one, Share other) {
        double pooled = one.with(other).value();
        if (one.of() == 0 || other.of() == 0 || pooled == 0 || pooled == 1) {
            return Optional.empty();
        }
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / one.of() + 1.0 / other.of()));
        double z = (one.value() - other.value()) / error;
        return Optional.of(new ProportionTest(z, Tails.normal(z)));
    }
}
