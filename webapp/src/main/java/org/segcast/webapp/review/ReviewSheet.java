/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.segcast.predictive.review.SegmentState;
import org.segcast.predictive.review.Warning;

/**
 * The segments as they stand for a review.
 *
 * @param asOf empty before the first run
 * @param contacts profiled ones in all
 */
public record ReviewSheet(
        Optional<LocalDate> asOf, long contacts, List<SegmentState> segments, List<Warning> warnings) {
    static final ReviewSheet NONE = new ReviewSheet(Optional.empty(), 0, List.of(), List.of());

    public ReviewSheet {
        segments = List.copyOf(segments);
        warnings = List.copyOf(warnings);
    }

    /** Warnings that nobody has marked as reviewed. */
    public List<Warning> waiting() {
        return warnings.stream().filter(warning -> !warning.reviewed()).toList();
    }
}
