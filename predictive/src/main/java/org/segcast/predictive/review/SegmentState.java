/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.review;

import java.time.LocalDate;
import java.util.Optional;
import org.segcast.predictive.SegcastException;

/**
 * A segment as it stands before a review.
 *
 * @param moves empty where nobody ever was in it
 * @param lookedAt the last day on which somebody opened it
 * @param reviewed the last day on which somebody marked it as reviewed
 */
public record SegmentState(
        String key,
        String name,
        SegmentOrigin origin,
        long size,
        Optional<MoveDays> moves,
        Optional<LocalDate> lookedAt,
        Optional<LocalDate> reviewed) {

    public SegmentState {
        SegcastException.require(!key.isBlank() && size >= 0, "a segment has a key and 0 or more members: " + key);
    }

    /** As texts name it. */
    String quoted() {
        return "“" + name + "”";
    }
}
