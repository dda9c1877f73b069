/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime.model;

import org.segcast.predictive.SegcastException;

/** What holds for the parameters of every model here. */
final class Parameters {
    private Parameters() {}

    static void check(String model, double... parameters) {
        for (double parameter : parameters) {
            SegcastException.require(
                    parameter > 0 && Double.isFinite(parameter),
                    "the parameters of " + model + " must be above 0 and finite, found " + parameter);
        }
    }
}
