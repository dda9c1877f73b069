/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Remembers the few records that many others point to (countries, products), reading each once. */
final class OdooLookup {
    private final OdooClient client;
    private final String model;
    private final List<String> fields;
    private final Map<Integer, OdooRow> known = new HashMap<>();

    OdooLookup(OdooClient client, String model, String... fields) {
        this.client = client;
        this.model = model;
        this.fields = List.of(fields);
    }

    void forget() {
        known.clear();
    }

    /** Reads those not known yet, archived ones too, in one call or none. */
    void learn(Stream<OptionalInt> references) {
        Set<Integer> unknown = new TreeSet<>();
        references
                .flatMapToInt(OptionalInt::stream)
                .filter(id -> !known.containsKey(id))
                .forEach(unknown::add);
        if (unknown.isEmpty()) {
            return;
        }
        Map<String, Object> arguments = Map.of(
                "domain",
                OdooDomain.all().and("id", "in", unknown).terms(),
                "fields",
                fields,
                "load",
                "",
                "context",
                Map.of("active_test", false));
        client.rows(model, "search_read", arguments).forEach(row -> known.put(row.id(), row));
    }

    /** Reads and remembers by a condition. @return the ids found, ascending */
    List<Integer> read(OdooDomain domain) {
        List<OdooRow> rows =
                client.rows(model, "search_read", new OdooQuery(domain, fields, OdooQuery.NO_LIMIT).arguments());
        rows.forEach(row -> known.put(row.id(), row));
        return rows.stream().map(OdooRow::id).toList();
    }

    Optional<OdooRow> row(OptionalInt reference) {
        return reference.isPresent() ? Optional.ofNullable(known.get(reference.getAsInt())) : Optional.empty();
    }

    Optional<String> text(OptionalInt reference, String field) {
        return row(reference).flatMap(row -> row.text(field));
    }
}
