/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.rfm;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.segcast.predictive.rfm.RfmOrders;
import org.segcast.predictive.rfm.RfmWindow;

/** Settings as JSON: {@code {"ranks": 5, "orders": "all", "frequencyWindow": "365", "monetaryWindow": "lifetime", "thresholds": {"recency": [...], ...}, "grid": [[...], ...]}}. */
public final class RfmJson {
    /** What was expected and what was found. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    private RfmJson() {}

    public static JsonObject write(RfmDraft draft) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("ranks", draft.ranks())
                .add("orders", draft.orders())
                .add("frequencyWindow", draft.frequencyWindow())
                .add("monetaryWindow", draft.monetaryWindow());
        draft.thresholds()
                .ifPresent(told -> json.add(
                        "thresholds",
                        Json.createObjectBuilder()
                                .add("recency", Json.createArrayBuilder(told.recency()))
                                .add("frequency", Json.createArrayBuilder(told.frequency()))
                                .add("monetary", Json.createArrayBuilder(told.monetary()))));
        JsonArrayBuilder grid = Json.createArrayBuilder();
        draft.grid().forEach(row -> grid.add(Json.createArrayBuilder(row)));
        return json.add("grid", grid).build();
    }

    static RfmDraft read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return read(reader.readObject());
        }
    }

    /** @throws Unreadable where a value is of another type than expected; what is left out is as usual */
    public static RfmDraft read(JsonObject json) {
        return new RfmDraft(
                ranks(json),
                text(json, "orders", RfmOrders.ALL.key(), "all, sales, till or a currency"),
                window(json, "frequencyWindow"),
                window(json, "monetaryWindow"),
                thresholds(json),
                list(json, "grid", row -> list(row, "grid", RfmJson::key)));
    }

    private static int ranks(JsonObject json) {
        JsonValue told = json.getOrDefault("ranks", Json.createValue(5));
        if (told instanceof JsonNumber number
                && number.isIntegral()
                && number.bigIntegerValue().bitLength() < 31) {
            return number.intValue();
        }
        throw new Unreadable("'ranks' is no whole number from 2 to 10.");
    }

    private static String window(JsonObject json, String name) {
        return text(json, name, RfmWindow.LIFETIME.key(), "lifetime, 365 or 90");
    }

    private static String text(JsonObject json, String name, String usual, String expected) {
        JsonValue told = json.getOrDefault(name, Json.createValue(usual));
        if (told instanceof JsonString text) {
            return text.getString();
        }
        throw new Unreadable("'" + name + "' is no text: expected " + expected + ".");
    }

    private static Optional<RfmDraft.Thresholds> thresholds(JsonObject json) {
        JsonValue told = json.getOrDefault("thresholds", JsonValue.NULL);
        if (told == JsonValue.NULL) {
            return Optional.empty();
        }
        if (told instanceof JsonObject object) {
            return Optional.of(new RfmDraft.Thresholds(
                    numbers(object, "recency"), numbers(object, "frequency"), numbers(object, "monetary")));
        }
        throw new Unreadable("'thresholds' is no object with recency, frequency and monetary.");
    }

    private static List<Double> numbers(JsonObject json, String name) {
        return list(json, name, value -> {
            if (value instanceof JsonNumber number) {
                return number.doubleValue();
            }
            throw new Unreadable("'" + name + "' holds what is no number.");
        });
    }

    private static String key(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw new Unreadable("'grid' holds what is no key of a segment.");
    }

    private static <T> List<T> list(JsonObject json, String name, Function<JsonValue, T> item) {
        return list(json.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY), name, item);
    }

    private static <T> List<T> list(JsonValue told, String name, Function<JsonValue, T> item) {
        if (told instanceof JsonArray array) {
            return array.stream().map(item).toList();
        }
        throw new Unreadable("'" + name + "' is no list.");
    }
}
