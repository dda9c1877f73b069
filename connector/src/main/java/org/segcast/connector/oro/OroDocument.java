/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.segcast.connector.oro.OroResource.Key;

/**
 * An answer.
 *
 * @param data one resource or many, or none where Oro answers without a body
 * @param total how many there are in all; only where it was asked
 */
record OroDocument(List<OroResource> data, Map<Key, OroResource> included, OptionalLong total) {
    static final OroDocument EMPTY = new OroDocument(List.of(), Map.of(), OptionalLong.empty());

    static OroDocument of(JsonObject body, OptionalLong total) {
        JsonValue data = body.getOrDefault("data", JsonValue.NULL);
        List<OroResource> found = data instanceof JsonArray many
                ? resources(many)
                : data instanceof JsonObject one ? List.of(new OroResource(one)) : List.of();
        Map<Key, OroResource> included = new HashMap<>();
        if (body.get("included") instanceof JsonArray beside) {
            resources(beside).forEach(resource -> included.put(resource.key(), resource));
        }
        return new OroDocument(found, included, total);
    }

    private static List<OroResource> resources(JsonArray array) {
        return array.getValuesAs((JsonObject resource) -> new OroResource(resource));
    }

    Optional<OroResource> included(Key key) {
        return Optional.ofNullable(included.get(key));
    }
}
