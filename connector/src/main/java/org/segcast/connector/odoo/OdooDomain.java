/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.segcast.connector.spi.PageRequest;

/**
 * A search condition, built term by term; all must hold.
 *
 * <p>Odoo hides archived records unless the domain names {@code active}.
 */
final class OdooDomain {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final List<Object> terms = new ArrayList<>();

    static OdooDomain all() {
        return new OdooDomain();
    }

    static OdooDomain alsoArchived() {
        return all().and("active", "in", List.of(true, false));
    }

    OdooDomain and(String field, String operator, Object value) {
        terms.add(term(field, operator, value));
        return this;
    }

    /** At least one of these. */
    OdooDomain andAny(List<List<Object>> any) {
        terms.addAll(any.stream().skip(1).map(term -> "|").toList());
        terms.addAll(any);
        return this;
    }

    OdooDomain behind(PageRequest request) {
        return request.afterId().map(id -> and("id", ">", Integer.parseInt(id))).orElse(this);
    }

    static List<Object> term(String field, String operator, Object value) {
        return List.of(field, operator, value instanceof Collection<?> values ? List.copyOf(values) : value);
    }

    /** Domains compare whole seconds. */
    static List<Object> since(String field, Instant time) {
        return term(field, ">=", SECONDS.format(time.atOffset(ZoneOffset.UTC)));
    }

    List<Object> terms() {
        return List.copyOf(terms);
    }
}
