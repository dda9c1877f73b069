/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.segcast.connector.spi.IdRange;
import org.segcast.connector.spi.PageRequest;

/**
 * A search condition, built term by term; all must hold.
 *
 * <p>Odoo hides archived records unless the domain names {@code active}.
 */
final class OdooDomain {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /** Before a term: records for which it does not hold. */
    static final String NOT = "!";

    private final List<Object> terms = new ArrayList<>();
    private int conditions;

    static OdooDomain all() {
        return new OdooDomain();
    }

    static OdooDomain alsoArchived() {
        return all().and("active", "in", List.of(true, false));
    }

    OdooDomain and(String field, String operator, Object value) {
        terms.add(term(field, operator, value));
        conditions++;
        return this;
    }

    OdooDomain andNot(String field, String operator, Object value) {
        terms.add(NOT);
        return and(field, operator, value);
    }

    /** At least one of these. */
    OdooDomain andAny(List<List<Object>> any) {
        terms.addAll(any.stream().skip(1).map(term -> "|").toList());
        terms.addAll(any);
        conditions++;
        return this;
    }

    /** At least one of these holds, with all of its own conditions. */
    OdooDomain andAnyOf(List<OdooDomain> alternatives) {
        terms.addAll(Collections.nCopies(alternatives.size() - 1, "|"));
        for (OdooDomain alternative : alternatives) {
            terms.addAll(Collections.nCopies(alternative.conditions - 1, "&"));
            terms.addAll(alternative.terms);
        }
        conditions++;
        return this;
    }

    OdooDomain and(List<Object> term) {
        terms.add(term);
        conditions++;
        return this;
    }

    OdooDomain and(OdooDomain other) {
        terms.addAll(other.terms);
        conditions += other.conditions;
        return this;
    }

    OdooDomain behind(PageRequest request) {
        return request.afterId().map(id -> and("id", ">", Integer.parseInt(id))).orElse(this);
    }

    /** Odoo's ids are 32 bits wide. */
    OdooDomain within(IdRange range) {
        return and("id", ">=", Math.min(range.first(), Integer.MAX_VALUE))
                .and("id", "<=", Math.min(range.last(), Integer.MAX_VALUE));
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
