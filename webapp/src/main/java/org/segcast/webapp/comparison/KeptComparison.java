/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.comparison;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.segcast.predictive.comparison.ComparisonResult;

/**
 * A comparison that ended.
 *
 * @param windowDays what had to happen within how many days
 * @param seed of resampling and clusters
 * @param settings a digest of the RFM settings, rules and clusters that it went by
 * @param result a report or a refusal
 */
public record KeptComparison(
        long id,
        LocalDate asOf,
        int windowDays,
        long seed,
        String settings,
        List<LeftOut> leftOut,
        ComparisonResult result,
        String by,
        Instant at) {
    public KeptComparison {
        leftOut = List.copyOf(leftOut);
    }
}
