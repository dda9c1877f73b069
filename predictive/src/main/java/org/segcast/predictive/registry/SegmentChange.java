/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A contact left one segment for another.
 *
 * @param from empty for somebody who was in none
 * @param to empty for somebody who is in none any more
 */
public record SegmentChange(String contactId, LocalDate asOf, String from, String to, Cause cause) {

    /** Why it changed. */
    public enum Cause {
        /** Not known before: a new contact, or the first run. */
        JOINED,
        /** Known, and somewhere else now: by own orders or because others moved the ranks. */
        MOVED,
        /** Fits no segment of this kind any more. */
        LEFT,
        /** Came or went because its own data changed. */
        DATA,
        /** Came or went because a day passed: a window moved on. */
        TIME,
        /** Came or went because the segment's rule was made or changed. */
        RULE
    }

    public SegmentChange {
        Objects.requireNonNull(contactId);
        Objects.requireNonNull(asOf);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(cause);
    }
}
