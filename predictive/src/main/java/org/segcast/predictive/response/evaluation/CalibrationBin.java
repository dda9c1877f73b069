/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.evaluation;

import java.util.Objects;

/**
 * A tenth of the test customers by forecast, lowest first.
 *
 * @param forecast their average forecast
 * @param observed the share that responded
 * @param interval Wilson's 95% interval of the observed share
 */
public record CalibrationBin(int customers, int responders, double forecast, double observed, Interval interval) {

    public CalibrationBin {
        Objects.requireNonNull(interval);
    }
}
