/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison;

import java.util.Objects;
import org.segcast.predictive.response.evaluation.Interval;

/**
 * @param interval middle 90% over resampled customers
 */
public record Figure(double value, Interval interval) {

    public Figure {
        Objects.requireNonNull(interval);
    }
}
