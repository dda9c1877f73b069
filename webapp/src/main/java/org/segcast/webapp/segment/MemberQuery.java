/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.segment;

import java.util.Objects;
import java.util.Optional;

/**
 * Which contacts of a list are wanted.
 *
 * @param segment only members of it; empty for all contacts
 * @param search part of a name, e-mail or company; empty text for all
 * @param offset rows to leave out, from 0
 * @param limit 1 to 1,000 rows
 */
public record MemberQuery(
        Optional<String> segment, String search, Sort sort, boolean ascending, int offset, int limit) {

    public static final int MOST_ROWS = 1_000;

    /** What a list can be sorted by; ties go by contact id. */
    public enum Sort {
        NAME,
        ORDERS,
        SPENT,
        LAST_ORDER,
        CHANCE
    }

    public MemberQuery {
        Objects.requireNonNull(segment, "segment");
        Objects.requireNonNull(search, "search");
        Objects.requireNonNull(sort, "sort");
        if (offset < 0 || limit < 1 || limit > MOST_ROWS) {
            throw new IllegalArgumentException(
                    "offset " + offset + " and limit " + limit + ": expected 0 or more, and 1 to 1000");
        }
    }
}
