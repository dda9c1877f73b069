/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.RecordKind;
import org.segcast.connector.spi.RejectedRecord;

/** Turns resources into a page; one that cannot be read sinks only itself. */
final class OroPages {
    private OroPages() {}

    static <R> Page<R> page(
            List<OroResource> resources, Function<OroResource, R> reader, RecordKind kind, Optional<String> next) {
        return page(resources, OroResource::id, reader, kind, next);
    }

    /** @param id as records of this kind are known by */
    static <R> Page<R> page(
            List<OroResource> resources,
            Function<OroResource, String> id,
            Function<OroResource, R> reader,
            RecordKind kind,
            Optional<String> next) {
        List<R> records = new ArrayList<>(resources.size());
        List<RejectedRecord> rejected = new ArrayList<>();
        for (OroResource resource : resources) {
            try {
                records.add(reader.apply(resource));
            } catch (IllegalArgumentException e) {
                rejected.add(new RejectedRecord(kind, id.apply(resource), OptionalInt.empty(), reason(e)));
            }
        }
        return new Page<>(records, rejected, next);
    }

    private static String reason(IllegalArgumentException e) {
        return Optional.ofNullable(e.getMessage()).orElse("the record cannot be read");
    }
}
