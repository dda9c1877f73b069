/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Records read in one call.
 *
 * @param nextAfterId where the next page starts, in the source's own words (the last id read, or a place in a file); empty on the last page
 * @param lines where each record stands in its file, from 1 counting the header; empty for APIs
 */
public record Page<R>(
        List<R> records, List<RejectedRecord> rejected, Optional<String> nextAfterId, List<Integer> lines) {
    public Page {
        records = List.copyOf(records);
        rejected = List.copyOf(rejected);
        Objects.requireNonNull(nextAfterId, "nextAfterId");
        lines = List.copyOf(lines);
        if (!lines.isEmpty() && lines.size() != records.size()) {
            throw new IllegalArgumentException(
                    lines.size() + " line numbers for " + records.size() + " records, expected one each or none");
        }
    }

    /** A page of an API, whose records stand on no line. */
    public Page(List<R> records, List<RejectedRecord> rejected, Optional<String> nextAfterId) {
        this(records, rejected, nextAfterId, List.of());
    }

    /** The only page of a source that has nothing. */
    public static <R> Page<R> none() {
        return new Page<>(List.of(), List.of(), Optional.empty());
    }

    /** This page and the one that follows it, as one. */
    public Page<R> and(Page<R> following) {
        return new Page<>(
                joined(records, following.records),
                joined(rejected, following.rejected),
                following.nextAfterId,
                joined(lines, following.lines));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first.size() + second.size());
        all.addAll(first);
        all.addAll(second);
        return all;
    }

    public OptionalInt line(int index) {
        return lines.isEmpty() ? OptionalInt.empty() : OptionalInt.of(lines.get(index));
    }
}
