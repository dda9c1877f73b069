/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.response.Objective;

/** What a comparison came to. */
public sealed interface ComparisonResult {

    /**
     * Segmentations from the best to the worst.
     *
     * @param judged the cut-offs judged on, each learnt from all before it
     * @param customers seen at the judged cut-offs, each time counted; {@code responders} of them responded
     */
    record Report(
            LocalDate asOf,
            Objective objective,
            long seed,
            List<LocalDate> judged,
            int customers,
            int responders,
            List<Standing> standings)
            implements ComparisonResult {

        public Report {
            Objects.requireNonNull(asOf);
            Objects.requireNonNull(objective);
            judged = List.copyOf(judged);
            standings = List.copyOf(standings);
        }
    }

    /** @param message the reason, the two numbers, what to do */
    record Refused(String message) implements ComparisonResult {

        public Refused {
            SegcastException.require(!message.isBlank(), "a refusal must say why");
        }
    }

    /** On request; nothing was found. */
    record Stopped() implements ComparisonResult {}
}
