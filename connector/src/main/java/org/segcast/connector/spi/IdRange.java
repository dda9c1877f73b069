/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.util.Objects;

/**
 * A stretch of the ids of one series: {@code prefix} followed by a number.
 *
 * @param prefix what the series' ids begin with, in small letters and hyphens; empty text where they are bare numbers
 * @param first the least number in it
 * @param last the greatest number in it
 */
public record IdRange(RecordKind kind, String prefix, long first, long last) {
    public IdRange {
        Objects.requireNonNull(kind, "kind");
        if (!prefix.matches("[a-z-]*")) {
            throw new IllegalArgumentException("id prefix '" + prefix + "', expected small letters and hyphens");
        }
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("ids from " + first + " to " + last + ", expected 0 or more, ascending");
        }
    }

    /** The whole series. */
    public static IdRange all(RecordKind kind, String prefix) {
        return new IdRange(kind, prefix, 0, Long.MAX_VALUE);
    }

    public boolean contains(String id) {
        String number = id.startsWith(prefix) ? id.substring(prefix.length()) : "";
        if (!number.matches("[0-9]{1,18}")) {
            return false;
        }
        long value = Long.parseLong(number);
        return value >= first && value <= last;
    }
}
