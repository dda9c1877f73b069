/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.persona;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Erf;

/** How likely values as far out as this one are, on either side. */
final class Tails {
    private Tails() {}

    /** Of Student's t. */
    static double student(double t, double degrees) {
        return Double.isInfinite(t) ? 0 : Beta.regularizedBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
    }

    /** Of the normal distribution. */
    static double normal(double z) {
        return Erf.erfc(Math.abs(z) / Math.sqrt(2));
    }
}
