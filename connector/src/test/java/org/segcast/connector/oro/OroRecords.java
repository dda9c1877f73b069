/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What the stand-in holds, and how it is told. Taggings are kept apart from both their sides, and stamp neither of them. */
final class OroRecords {
    private static final Set<String> TAGGABLE = Set.of("contacts", "accounts");

    private final Supplier<Instant> clock;
    private final Map<String, TreeMap<Long, OroEntry>> byType = new TreeMap<>();
    private final Map<String, Long> lastIds = new TreeMap<>();
    private final Map<String, TreeSet<OroKey>> entitiesByTag = new TreeMap<>();
    private int mostRelated = 1000;

    OroRecords(Supplier<Instant> clock) {
        this.clock = clock;
    }

    void mostRelated(int most) {
        mostRelated = most;
    }

    OroEntry add(String type) {
        long id = lastIds.merge(type, 1L, Long::sum);
        OroEntry entry = new OroEntry(new OroKey(type, Long.toString(id)), clock.get());
        byType.computeIfAbsent(type, any -> new TreeMap<>()).put(id, entry);
        return entry;
    }

    Collection<OroEntry> all(String type) {
        return byType.getOrDefault(type, new TreeMap<>()).values();
    }

    Optional<OroEntry> find(OroKey key) {
        return key.id().matches("[0-9]{1,18}")
                ? Optional.ofNullable(
                        byType.getOrDefault(key.type(), new TreeMap<>()).get(Long.valueOf(key.id())))
                : Optional.empty();
    }

    OroEntry need(OroKey key) {
        return find(key).orElseThrow(OroRefusal::missing);
    }

    void delete(OroKey key) {
        byType.getOrDefault(key.type(), new TreeMap<>()).remove(Long.valueOf(key.id()));
        entitiesByTag.remove(key.type().equals("tags") ? key.id() : "");
        entitiesByTag.values().forEach(entities -> entities.remove(key));
    }

    TreeSet<OroKey> entities(OroKey tag) {
        return entitiesByTag.computeIfAbsent(tag.id(), any -> new TreeSet<>());
    }

    Set<String> tagIds(OroKey entity) {
        Set<String> ids = new TreeSet<>();
        entitiesByTag.forEach((tag, entities) -> {
            if (entities.contains(entity)) {
                ids.add(tag);
            }
        });
        return ids;
    }

    static boolean taggable(String type) {
        return TAGGABLE.contains(type);
    }

    Map<String, Object> document(OroEntry entry, OroListQuery query) {
        Map<String, Object> told = new LinkedHashMap<>(told(entry, query));
        List<Object> included = included(List.of(entry), query);
        return included.isEmpty() ? Map.of("data", told) : Map.of("data", told, "included", included);
    }

    Map<String, Object> document(List<OroEntry> entries, OroListQuery query) {
        List<Object> told = new ArrayList<>();
        entries.forEach(entry -> told.add(told(entry, query)));
        List<Object> included = included(entries, query);
        return included.isEmpty() ? Map.of("data", told) : Map.of("data", told, "included", included);
    }

    private Map<String, Object> told(OroEntry entry, OroListQuery query) {
        String type = entry.key().type();
        Map<String, Object> attributes = new TreeMap<>(entry.attributes());
        attributes.keySet().removeIf(name -> !query.asked(type, name));
        Map<String, Object> relationships = new TreeMap<>();
        entry.one().forEach((name, target) -> {
            if (query.asked(type, name)) {
                Map<String, Object> data = new TreeMap<>();
                data.put("data", target.map(OroKey::body).orElse(null));
                relationships.put(name, data);
            }
        });
        many(entry).forEach((name, targets) -> {
            if (query.asked(type, name)) {
                relationships.put(
                        name, Map.of("data", targets.stream().map(OroKey::body).toList()));
            }
        });
        Map<String, Object> told = new LinkedHashMap<>(entry.key().body());
        if (!attributes.isEmpty()) {
            told.put("attributes", attributes);
        }
        if (!relationships.isEmpty()) {
            told.put("relationships", relationships);
        }
        return told;
    }

    /** To-many associations, cut at the most that Oro tells of one; an entity's tags are not cut. */
    private Map<String, List<OroKey>> many(OroEntry entry) {
        Map<String, List<OroKey>> all = new TreeMap<>(entry.many());
        if (entry.key().type().equals("tags")) {
            all.put("entities", List.copyOf(entities(entry.key())));
        }
        all.replaceAll((name, targets) -> targets.stream().limit(mostRelated).toList());
        if (taggable(entry.key().type())) {
            all.put(
                    "tags",
                    tagIds(entry.key()).stream()
                            .map(id -> new OroKey("tags", id))
                            .toList());
        }
        return all;
    }

    private List<Object> included(List<OroEntry> entries, OroListQuery query) {
        Map<OroKey, Object> found = new LinkedHashMap<>();
        for (String path : query.include()) {
            List<OroEntry> from = entries;
            for (String step : path.split("\\.")) {
                List<OroEntry> next = new ArrayList<>();
                from.forEach(entry -> next.addAll(targets(entry, step)));
                next.forEach(entry -> found.put(entry.key(), told(entry, query)));
                from = next;
            }
        }
        return List.copyOf(found.values());
    }

    private List<OroEntry> targets(OroEntry entry, String relationship) {
        List<OroKey> keys = new ArrayList<>(many(entry).getOrDefault(relationship, List.of()));
        entry.one().getOrDefault(relationship, Optional.empty()).ifPresent(keys::add);
        return keys.stream().flatMap(key -> find(key).stream()).toList();
    }
}
