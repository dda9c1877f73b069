/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.RecordKind;
import org.segcast.connector.spi.RejectedRecord;

/** Turns the rows of one answer into a page; a row that cannot be read sinks only itself. */
final class OdooPages {
    private OdooPages() {}

    static <R> Page<R> page(PageRequest request, List<OdooRow> rows, Function<OdooRow, R> reader, RecordKind kind) {
        List<R> records = new ArrayList<>(rows.size());
        List<RejectedRecord> rejected = new ArrayList<>();
        for (OdooRow row : rows) {
            try {
                records.add(reader.apply(row));
            } catch (IllegalArgumentException e) {
                rejected.add(new RejectedRecord(kind, Integer.toString(row.id()), OptionalInt.empty(), reason(e)));
            }
        }
        return new Page<>(records, rejected, next(request, rows).flatMap(PageRequest::afterId));
    }

    /** A full page may have another one behind it. */
    static Optional<PageRequest> next(PageRequest request, List<OdooRow> rows) {
        return rows.size() < request.size()
                ? Optional.empty()
                : Optional.of(
                        request.after(Integer.toString(rows.get(rows.size() - 1).id())));
    }

    static String reason(IllegalArgumentException e) {
        return Optional.ofNullable(e.getMessage()).orElse("the record cannot be read");
    }
}
