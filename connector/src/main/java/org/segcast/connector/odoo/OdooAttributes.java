/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.segcast.connector.spi.SegcastException;

/**
 * Reads chosen fields of partners as attributes: text plain, a selection by its label, a reference by the name of what it points to. The usual fields have plain names
 * ({@code country_id} is {@code country}), all others keep Odoo's. A field that this Odoo has not is left out.
 */
final class OdooAttributes {
    /** The usual fields, and the attributes they become. */
    private static final Map<String, String> USUAL = Map.of(
            "is_company", "kind",
            "city", "city",
            "zip", "zip",
            "state_id", "state",
            "country_id", "country",
            "lang", "language",
            "function", "function",
            "industry_id", "industry",
            "comment", "note",
            "create_date", "created");

    private static final int MOST_NAMES = 10;

    private record Reader(
            String field, String attribute, Optional<OdooLookup> lookup, Function<OdooRow, Optional<String>> text) {}

    private final OdooClient client;
    private final OdooReading reading;
    private final OdooPartnerFields fields;
    private List<Reader> readers = List.of();

    OdooAttributes(OdooClient client, OdooReading reading, OdooPartnerFields fields) {
        this.client = client;
        this.reading = reading;
        this.fields = fields;
    }

    static List<String> chosen(OdooReading reading) {
        return reading.fields().orElseGet(() -> USUAL.keySet().stream().sorted().toList());
    }

    static boolean isUsual(String field) {
        return USUAL.containsKey(field);
    }

    /** Starts anew: names may have changed. */
    void forget() {
        readers = List.of();
    }

    /** What to ask for; fewer than chosen where this Odoo has not all of them. */
    List<String> fields() {
        if (readers.isEmpty()) {
            readers = chosen(reading).stream()
                    .flatMap(name -> fields.field(name).stream())
                    .filter(field -> OdooOffer.mayBeRead(field.name(), field.type()))
                    .map(this::reader)
                    .toList();
        }
        return readers.stream().map(Reader::field).toList();
    }

    /** Looks up the names behind references. Those that the key's user may not see stay empty. */
    void learn(List<OdooRow> rows) {
        for (Reader reader : readers) {
            reader.lookup()
                    .ifPresent(lookup -> learn(
                            lookup,
                            rows.stream()
                                    .flatMap(row -> references(row, reader.field()).stream())
                                    .toList()));
        }
    }

    private static void learn(OdooLookup lookup, List<OptionalInt> references) {
        try {
            lookup.learn(references.stream());
        } catch (SegcastException e) {
            if (!e.code().isClosed()) {
                throw e;
            }
        }
    }

    Map<String, String> of(OdooRow row) {
        Map<String, String> found = new TreeMap<>();
        for (Reader reader : readers) {
            reader.text()
                    .apply(row)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> found.put(reader.attribute(), text));
        }
        return found;
    }

    private Reader reader(OdooPartnerFields.Field field) {
        String name = field.name();
        return switch (name) {
            case "is_company" -> plain(name, row -> Optional.of(row.flag(name) ? "company" : "person"));
            case "lang" -> plain(name, row -> row.text(name));
            case "country_id" -> reference(field, "code");
            case "state_id", "industry_id" -> reference(field, "name");
            default -> byType(field);
        };
    }

    private Reader byType(OdooPartnerFields.Field field) {
        String name = field.name();
        return switch (field.type()) {
            case "html" ->
                plain(name, row -> row.text(name).map(html -> Jsoup.parse(html).text()));
            case "selection" ->
                plain(name, row -> row.text(name).map(value -> field.labels().getOrDefault(value, value)));
            case "boolean" -> plain(name, row -> Optional.of(Boolean.toString(row.flag(name))));
            case "integer", "float", "monetary" ->
                plain(name, row -> row.number(name).map(BigDecimal::toPlainString));
            case "date", "datetime" ->
                plain(name, row -> row.text(name).map(time -> time.substring(0, Math.min(10, time.length()))));
            case "many2one", "many2many" -> reference(field, "display_name");
            default -> plain(name, row -> row.text(name));
        };
    }

    private static Reader plain(String field, Function<OdooRow, Optional<String>> text) {
        return new Reader(field, USUAL.getOrDefault(field, field), Optional.empty(), text);
    }

    private Reader reference(OdooPartnerFields.Field field, String named) {
        OdooLookup lookup = new OdooLookup(client, field.relation(), named);
        String name = field.name();
        return new Reader(
                name,
                USUAL.getOrDefault(name, name),
                Optional.of(lookup),
                row -> Optional.of(references(row, name).stream()
                        .flatMap(reference -> lookup.text(reference, named).stream())
                        .sorted()
                        .limit(MOST_NAMES)
                        .collect(Collectors.joining(", "))));
    }

    private static List<OptionalInt> references(OdooRow row, String field) {
        List<OptionalInt> references = new ArrayList<>();
        if (row.isList(field)) {
            row.ids(field).forEach(id -> references.add(OptionalInt.of(id)));
        } else {
            references.add(row.reference(field));
        }
        return references;
    }
}
