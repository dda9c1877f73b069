/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * One resource object. Money and decimals may be texts, times are ISO 8601 with a zone, whatever is empty is null or missing.
 *
 * <p>Fields that must be there throw IllegalArgumentException naming the field, so that one bad record can be left out.
 */
record OroResource(JsonObject json) {
    /** A resource identifier object. */
    record Key(String type, String id) {}

    Key key() {
        return key(json);
    }

    String id() {
        return json.getString("id", "");
    }

    JsonObject attributes() {
        return part("attributes");
    }

    JsonObject relationships() {
        return part("relationships");
    }

    Optional<String> text(String attribute) {
        return attributes().get(attribute) instanceof JsonString text
                ? Optional.of(text.getString().strip()).filter(found -> !found.isEmpty())
                : Optional.empty();
    }

    /** The texts of one property in a list of objects. */
    List<String> texts(String attribute, String property) {
        return objects(attribute).stream()
                .map(one -> one.getString(property, ""))
                .toList();
    }

    /** A list of objects. */
    List<JsonObject> objects(String attribute) {
        return attributes().get(attribute) instanceof JsonArray all ? all.getValuesAs(JsonObject.class) : List.of();
    }

    boolean flag(String attribute) {
        return JsonValue.TRUE.equals(attributes().get(attribute));
    }

    Optional<BigDecimal> number(String attribute) {
        JsonValue value = attributes().getOrDefault(attribute, JsonValue.NULL);
        if (value instanceof JsonNumber number) {
            return Optional.of(number.bigDecimalValue());
        }
        return text(attribute).map(found -> number(attribute, found));
    }

    private static BigDecimal number(String attribute, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("field " + attribute + " holds no number", e);
        }
    }

    BigDecimal needNumber(String attribute) {
        return number(attribute).orElseThrow(() -> missing(attribute));
    }

    String needText(String attribute) {
        return text(attribute).orElseThrow(() -> missing(attribute));
    }

    Optional<Instant> time(String attribute) {
        return text(attribute).map(found -> time(attribute, found));
    }

    private static Instant time(String attribute, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("field " + attribute + " holds no time", e);
        }
    }

    Instant needTime(String attribute) {
        return time(attribute).orElseThrow(() -> missing(attribute));
    }

    /** A to-one relationship. */
    Optional<Key> one(String relationship) {
        return relation(relationship) instanceof JsonObject target ? Optional.of(key(target)) : Optional.empty();
    }

    Key needOne(String relationship) {
        return one(relationship).orElseThrow(() -> missing(relationship));
    }

    /** A to-many relationship; Oro cuts it at 1,000 unless its own settings say otherwise. */
    List<Key> many(String relationship) {
        return relation(relationship) instanceof JsonArray targets
                ? targets.getValuesAs((JsonObject target) -> key(target))
                : List.of();
    }

    private JsonValue relation(String name) {
        return relationships().get(name) instanceof JsonObject relationship
                ? relationship.getOrDefault("data", JsonValue.NULL)
                : JsonValue.NULL;
    }

    private JsonObject part(String name) {
        return json.get(name) instanceof JsonObject found ? found : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static Key key(JsonObject identifier) {
        return new Key(identifier.getString("type", ""), identifier.getString("id", ""));
    }

    private static IllegalArgumentException missing(String field) {
        return new IllegalArgumentException("field " + field + " is empty");
    }
}
