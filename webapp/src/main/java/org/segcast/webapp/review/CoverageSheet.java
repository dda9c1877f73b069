/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which fields of the CRM's contacts are filled, for whom.
 *
 * @param asOf empty before the first run
 * @param segments those with members
 * @param fields the least filled first
 */
public record CoverageSheet(Optional<LocalDate> asOf, long contacts, List<Column> segments, List<FieldRow> fields) {
    static final CoverageSheet NONE = new CoverageSheet(Optional.empty(), 0, List.of(), List.of());

    public CoverageSheet {
        segments = List.copyOf(segments);
        fields = List.copyOf(fields);
    }

    public record Column(String key, String name, long members) {}

    /**
     * @param all share of all contacts that have a value, 0 to 1
     * @param shares the same of each segment's members, in their order
     */
    public record FieldRow(String field, String description, double all, List<Double> shares) {
        public FieldRow {
            shares = List.copyOf(shares);
        }
    }
}
