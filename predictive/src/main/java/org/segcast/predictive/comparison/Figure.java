/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison;

import java.util.Objects;
import org.segcast.predictive.response.evaluation.Interval;

/**
 * @param interval middle 90% over resampled customers; of log-loss, what holds for all segmentations at once in 90% of the resamples
 */
public record Figure(double value, Interval interval) {

    public Figure {
        Objects.requireNonNull(interval);
    }
}
