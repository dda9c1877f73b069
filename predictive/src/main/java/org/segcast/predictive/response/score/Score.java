/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.score;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.segcast.predictive.SegcastException;

/**
 * How likely a customer is to respond within the objective's window after as-of.
 *
 * @param probability 0 to 1
 * @param percentile higher than this many of 100 scored customers
 * @param reasons strongest first, at most four
 */
public record Score(
        String contactId,
        String objective,
        String segment,
        double probability,
        Band band,
        int percentile,
        String modelId,
        LocalDate asOf,
        List<Reason> reasons) {

    public Score {
        Objects.requireNonNull(contactId);
        Objects.requireNonNull(objective);
        Objects.requireNonNull(segment);
        Objects.requireNonNull(band);
        Objects.requireNonNull(modelId);
        Objects.requireNonNull(asOf);
        if (!(probability >= 0 && probability <= 1) || percentile < 0 || percentile > 100) {
            throw SegcastException.brokenContract("the score of contact " + contactId
                    + " must lie in 0..1 and its percentile in 0..100, found " + probability + " and " + percentile);
        }
        reasons = List.copyOf(reasons);
    }

    /** The reasons in one line of at most 200 characters, never empty. */
    public String reasonLine() {
        return ReasonLine.of(reasons);
    }

    /** What the strongest reason is about and which way it moves the chance, the same however it is worded; empty text without a reason. */
    public String topic() {
        return reasons.stream()
                .findFirst()
                .map(reason -> ReasonFamily.nameOf(reason.feature()) + ' ' + reason.direction())
                .orElse("");
    }
}
