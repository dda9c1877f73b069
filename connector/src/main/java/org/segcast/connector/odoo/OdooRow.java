/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One record as Odoo sends it: an empty field of any type is {@code false}, times are UTC without a zone.
 *
 * <p>Fields that must be there throw IllegalArgumentException naming the field, so that one bad record can be left out.
 */
record OdooRow(JsonObject json) {

    int id() {
        return json.getInt("id");
    }

    Optional<String> text(String field) {
        return json.get(field) instanceof JsonString text
                ? Optional.of(text.getString().strip()).filter(found -> !found.isEmpty())
                : Optional.empty();
    }

    /** Whether a text stands there, be it of blanks alone. */
    boolean isText(String field) {
        return json.get(field) instanceof JsonString;
    }

    boolean flag(String field) {
        return JsonValue.TRUE.equals(json.get(field));
    }

    /** A many2one read with {@code load=""}: the id alone. */
    OptionalInt reference(String field) {
        return json.get(field) instanceof JsonNumber id ? OptionalInt.of(id.intValue()) : OptionalInt.empty();
    }

    int needReference(String field) {
        return reference(field).orElseThrow(() -> missing(field));
    }

    Optional<BigDecimal> number(String field) {
        return json.get(field) instanceof JsonNumber number ? Optional.of(number.bigDecimalValue()) : Optional.empty();
    }

    BigDecimal needNumber(String field) {
        return number(field).orElseThrow(() -> missing(field));
    }

    String needText(String field) {
        return text(field).orElseThrow(() -> missing(field));
    }

    LocalDateTime needTime(String field) {
        try {
            return LocalDateTime.parse(needText(field).replace(' ', 'T'));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("field " + field + " holds no time", e);
        }
    }

    LocalDate needDate(String field) {
        try {
            return LocalDate.parse(needText(field));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("field " + field + " holds no date", e);
        }
    }

    Optional<Instant> instant(String field) {
        return text(field).map(found -> needTime(field).toInstant(ZoneOffset.UTC));
    }

    /** Whether a field of several references was read. */
    boolean isList(String field) {
        return json.get(field) instanceof JsonArray;
    }

    List<Integer> ids(String field) {
        return json.getJsonArray(field).getValuesAs(JsonNumber::intValue);
    }

    private static IllegalArgumentException missing(String field) {
        return new IllegalArgumentException("field " + field + " is empty");
    }
}
