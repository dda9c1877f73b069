/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.segcast.connector.spi.MarkChanges.Direction;
import org.segcast.connector.spi.MarkSink;
import org.segcast.connector.spi.TagDefinition;

/**
 * Our tags: partner categories below one parent, known by their external ids {@code segcast.tag_<key>} and never by name. So a renamed, moved or
 * translated tag stays ours, and an admin's tag of the same name is never touched.
 *
 * <p>Members are changed from the tag's side: one call for any number of partners, and the partners' change stamps stay.
 */
final class OdooTags {
    static final String MODEL = "res.partner.category";
    /** For people who object to profiling; read, never set or taken away by us. */
    static final String NO_PROFILING = OdooLoad.externalId("no_profiling");

    private static final String PARENT = OdooLoad.externalId("tags");
    private static final String PREFIX = OdooLoad.externalId("tag_");
    private static final int ADD = 4;
    private static final int REMOVE = 3;

    private final OdooClient client;

    OdooTags(OdooClient client) {
        this.client = client;
    }

    /**
     * Makes what is missing; two reads when all is there. Needs the right to create contact tags.
     *
     * @return category ids by tag key
     */
    Map<String, Integer> prepare(List<TagDefinition> tags) {
        Map<String, Integer> there = externalIds();
        boolean made = false;
        if (!there.containsKey(PARENT)) {
            OdooLoad.create(client, MODEL, List.of("id", "name", "color"), List.of(List.of(PARENT, "Segcast", "0")));
            made = true;
        }
        List<List<String>> missing = new ArrayList<>();
        if (!there.containsKey(NO_PROFILING)) {
            missing.add(List.of(NO_PROFILING, OdooReading.NO_PROFILING_TAG, "0", PARENT));
        }
        for (TagDefinition tag : tags) {
            if (!there.containsKey(PREFIX + tag.key())) {
                missing.add(List.of(PREFIX + tag.key(), tag.name(), Integer.toString(tag.colour()), PARENT));
            }
        }
        OdooLoad.create(client, MODEL, List.of("id", "name", "color", "parent_id/id"), missing);
        return byKey(made || !missing.isEmpty() ? externalIds() : there);
    }

    private static Map<String, Integer> byKey(Map<String, Integer> externalIds) {
        Map<String, Integer> owned = new HashMap<>();
        externalIds.forEach((name, id) -> {
            if (name.startsWith(PREFIX)) {
                owned.put(name.substring(PREFIX.length()), id);
            }
        });
        return owned;
    }

    /** Ids of all our categories, their parent too. */
    Set<Integer> owned() {
        Set<Integer> owned = new TreeSet<>();
        externalIds().forEach((name, id) -> {
            if (name.equals(PARENT) || name.startsWith(PREFIX)) {
                owned.add(id);
            }
        });
        return owned;
    }

    /** Archived members too. One tag at a time, so that no answer holds more than one tag's members. */
    void members(MarkSink sink) {
        byKey(externalIds()).forEach((key, id) -> {
            Map<String, Object> arguments = Map.of(
                    "ids", List.of(id), "fields", List.of("partner_ids"), "context", Map.of("active_test", false));
            for (OdooRow row : client.rows(MODEL, "read", arguments)) {
                row.ids("partner_ids").forEach(partner -> sink.tag(key, partner.toString()));
            }
        });
    }

    void change(int tag, Direction direction, List<Integer> partners) {
        int command = direction == Direction.ADDED ? ADD : REMOVE;
        List<List<Integer>> commands =
                partners.stream().map(partner -> List.of(command, partner)).toList();
        client.call(MODEL, "write", Map.of("ids", List.of(tag), "vals", Map.of("partner_ids", commands)));
    }

    /** Read from the existing categories, so that an external id left over from a deleted one does not count. */
    private Map<String, Integer> externalIds() {
        List<Integer> all = client.ids(
                MODEL, "search", Map.of("domain", OdooDomain.alsoArchived().terms()));
        return externalIds(client, all);
    }

    static Map<String, Integer> externalIds(OdooClient client, List<Integer> all) {
        if (all.isEmpty()) {
            return Map.of();
        }
        Map<String, Integer> found = new HashMap<>();
        for (OdooRow row : client.rows(MODEL, "get_metadata", Map.of("ids", all))) {
            externalNames(row).forEach(name -> found.put(name, row.id()));
        }
        return found;
    }

    private static List<String> externalNames(OdooRow row) {
        JsonArray all = Optional.ofNullable(row.json().getJsonArray("xmlids")).orElse(JsonArray.EMPTY_JSON_ARRAY);
        return all.getValuesAs(
                (JsonObject mark) -> mark.get("xmlid") instanceof JsonString name ? name.getString() : "");
    }
}
