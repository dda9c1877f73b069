/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response.Status;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON object that callers may leave out. As a parameter of a resource method it would refuse no body, and fail on an array. */
record JsonBody(JsonObject object) {
    static JsonBody read(String text) {
        if (text == null || text.isBlank()) {
            return new JsonBody(JsonValue.EMPTY_JSON_OBJECT);
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return new JsonBody(reader.readObject());
        } catch (RuntimeException notAnObject) {
            // beside what it documents, the parser tells its own limit on depth by a bare exception
            throw Problem.exception(Status.BAD_REQUEST, "The body is not the JSON that was expected: an object.");
        }
    }

    boolean has(String name) {
        return object.containsKey(name);
    }

    /** The texts of an object within the object; none where it is left out. */
    Map<String, String> texts(String name) {
        JsonValue value = object.getOrDefault(name, JsonValue.EMPTY_JSON_OBJECT);
        if (!(value instanceof JsonObject inner)) {
            throw Problem.exception(
                    Status.BAD_REQUEST,
                    "'" + name + "' is no object: expected {\"" + name + "\": {\"...\": \"...\"}}.");
        }
        JsonBody texts = new JsonBody(inner);
        Map<String, String> found = new LinkedHashMap<>();
        inner.keySet().forEach(key -> texts.text(key).ifPresent(text -> found.put(key, text)));
        return found;
    }

    /** A list of texts; none where it is left out. */
    List<String> list(String name) {
        JsonValue value = object.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY);
        if (!(value instanceof JsonArray array) || array.stream().anyMatch(item -> !(item instanceof JsonString))) {
            throw Problem.exception(
                    Status.BAD_REQUEST, "'" + name + "' is no list of texts: expected {\"" + name + "\": [\"...\"]}.");
        }
        return array.getValuesAs(JsonString::getString);
    }

    /** Left out counts as false. */
    boolean flag(String name) {
        JsonValue value = object.getOrDefault(name, JsonValue.FALSE);
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
            throw Problem.exception(
                    Status.BAD_REQUEST, "'" + name + "' is neither true nor false: expected {\"" + name + "\": true}.");
        }
        return value == JsonValue.TRUE;
    }

    Optional<String> text(String name) {
        JsonValue value = object.getOrDefault(name, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return Optional.empty();
        }
        if (value instanceof JsonString text) {
            return Optional.of(text.getString());
        }
        throw Problem.exception(Status.BAD_REQUEST, "'" + name + "' is no text: expected {\"" + name + "\": \"...\"}.");
    }
}
