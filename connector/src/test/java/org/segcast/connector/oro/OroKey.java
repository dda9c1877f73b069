/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Map;

/** A resource identifier object. */
record OroKey(String type, String id) implements Comparable<OroKey> {
    static OroKey of(JsonObject data, String pointer) {
        if (data.get("type") instanceof JsonString type && data.get("id") instanceof JsonString id) {
            return new OroKey(type.getString(), id.getString());
        }
        throw OroRefusal.invalid("request data constraint", "The 'type' and 'id' properties are required", pointer);
    }

    Map<String, Object> body() {
        return Map.of("type", type, "id", id);
    }

    @Override
    public int compareTo(OroKey other) {
        int types = type.compareTo(other.type);
        return types == 0 ? Long.compare(Long.parseLong(id), Long.parseLong(other.id)) : types;
    }
}
