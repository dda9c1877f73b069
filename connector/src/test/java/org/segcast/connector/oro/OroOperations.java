/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Batch updates. A request is taken at once and worked on later: the operation is new, then running, then finished, each time somebody asks. A record that fails
 * leaves the others alone and is told among the operation's errors.
 */
final class OroOperations {
    /** Who works on the queue. */
    enum Consumer {
        WORKS,
        SLEEPS,
        FAILS
    }

    private static final int LONGEST_TEXT = 255;

    private final OroRecords records;
    private final Supplier<Instant> clock;
    private final Map<String, JsonArray> waiting = new TreeMap<>();
    private final Map<String, List<Object>> errors = new TreeMap<>();
    private final Map<String, Integer> asked = new TreeMap<>();
    private final List<Integer> sizes = new ArrayList<>();
    private Consumer consumer = Consumer.WORKS;
    private int last;

    OroOperations(OroRecords records, Supplier<Instant> clock) {
        this.records = records;
        this.clock = clock;
    }

    void consumer(Consumer now) {
        consumer = now;
    }

    /** How many records each request so far had. */
    List<Integer> sizes() {
        return sizes;
    }

    Map<String, Object> take(JsonArray data) {
        String id = Integer.toString(++last);
        waiting.put(id, data);
        errors.put(id, new ArrayList<>());
        sizes.add(data.size());
        return body(id, "new");
    }

    Map<String, Object> state(String id) {
        if (!errors.containsKey(id)) {
            throw OroRefusal.missing();
        }
        int times = asked.merge(id, 1, Integer::sum);
        if (consumer == Consumer.SLEEPS || times == 1) {
            return body(id, "new");
        }
        if (consumer == Consumer.FAILS) {
            return body(id, "failed");
        }
        if (times == 2) {
            return body(id, "running");
        }
        if (waiting.containsKey(id)) {
            work(id, waiting.remove(id));
        }
        return body(id, "success");
    }

    Map<String, Object> errors(String id, int size, int number) {
        List<Object> all = errors.getOrDefault(id, List.of());
        int most = size < 0 ? all.size() : size;
        return Map.of(
                "data",
                all.stream().skip((long) (number - 1) * most).limit(most).toList());
    }

    private void work(String id, JsonArray data) {
        for (int i = 0; i < data.size(); i++) {
            try {
                update(data.getJsonObject(i));
            } catch (OroRefusal e) {
                List<Object> told = errors.get(id);
                told.add(Map.of(
                        "type",
                        "asyncoperationerrors",
                        "id",
                        id + "-1-" + (told.size() + 1),
                        "attributes",
                        e.ofRecord(i)));
            }
        }
    }

    private void update(JsonObject data) {
        OroKey key = OroKey.of(data, "/data");
        JsonObject meta = data.containsKey("meta") ? data.getJsonObject("meta") : JsonValue.EMPTY_JSON_OBJECT;
        if (!meta.getBoolean("update", false)) {
            throw OroRefusal.of(405, "action not allowed exception", "The \"create\" action is not allowed.");
        }
        OroEntry entry = records.need(key);
        JsonObject attributes = data.getJsonObject("attributes");
        attributes.forEach((name, value) -> check(entry, name, value));
        attributes.forEach((name, value) -> entry.change(name, plain(value), clock.get()));
    }

    private static void check(OroEntry entry, String name, JsonValue value) {
        if (!entry.has(name)) {
            throw OroRefusal.invalid(
                    "extra fields constraint", "This form should not contain extra fields: \"" + name + "\".", "/data");
        }
        if (value instanceof JsonString text && text.getString().length() > LONGEST_TEXT) {
            throw OroRefusal.invalid(
                    "length constraint",
                    "This value is too long. It should have 255 characters or less.",
                    "/data/attributes/" + name);
        }
    }

    /** Decimal columns come back as text, as Oro's money and decimal types do. */
    private static Object plain(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        if (value instanceof JsonNumber number) {
            return number.bigDecimalValue().setScale(4).toPlainString();
        }
        return JsonValue.NULL.equals(value) ? null : JsonValue.TRUE.equals(value);
    }

    private Map<String, Object> body(String id, String status) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("status", status);
        attributes.put("progress", status.equals("success") ? 1 : null);
        attributes.put("entityType", "contacts");
        attributes.put("elapsedTime", 0);
        attributes.put(
                "summary",
                status.equals("success") ? Map.of("errorCount", errors.get(id).size()) : null);
        return Map.of("data", Map.of("type", "asyncoperations", "id", id, "attributes", attributes));
    }
}
