/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;
import org.segcast.connector.spi.TagDefinition;

/**
 * Which names in the tags file are ours, and under which key. A renamed tag keeps its old names too, so that rows which still hold one are known. A few, so they are in
 * memory.
 */
final class CsvTagNames {
    private static final List<String> COLUMNS = List.of("key", "tag");

    private final CsvConfig config;
    /** Key by every name the tag has ever had. */
    private final Map<String, String> keys = new TreeMap<>();
    /** Keys as the rows of the file know them. */
    private final Map<String, String> keysBefore = new HashMap<>();
    /** Names by key, of the tags defined since. */
    private final Map<String, String> defined = new HashMap<>();

    CsvTagNames(CsvConfig config) {
        this.config = config;
        read();
    }

    /** As the file has them. */
    void read() {
        CsvTable.rows(config.tagKeys(), COLUMNS, row -> keys.put(row.get("tag"), row.get("key")));
        keysBefore.clear();
        keysBefore.putAll(keys);
    }

    /** Whether a definition gives this name, which a tag of ours holds, to another one. */
    boolean passesOn(String held, Collection<TagDefinition> definitions) {
        return definitions.stream()
                .anyMatch(tag -> tag.name().equals(held)
                        && key(held).filter(key -> !key.equals(tag.key())).isPresent());
    }

    /** The tag that holds this name, under one that no other has. */
    TagDefinition aside(String held) {
        String key = key(held).orElseThrow();
        return new TagDefinition(key, held + " [" + key + "]", 1);
    }

    Set<String> all() {
        return keys.keySet();
    }

    Optional<String> key(String name) {
        return Optional.ofNullable(keys.get(name));
    }

    /** Learns the tags' names; a tag held under an older name is held under the new one from now on. */
    void define(Collection<TagDefinition> definitions) {
        for (TagDefinition tag : definitions) {
            if (defined.containsValue(tag.name())) {
                throw new SegcastException(
                        ErrorCode.SETTINGS_INVALID,
                        "Two tags are named '" + tag.name() + "', and "
                                + config.tags().getFileName() + " tells tags apart by name: rename one of them");
            }
            defined.put(tag.key(), tag.name());
            keys.put(tag.name(), tag.key());
        }
    }

    /** What a row that holds this name holds from now on. */
    String renamed(String held) {
        String key = keysBefore.getOrDefault(held, keys.getOrDefault(held, ""));
        return defined.getOrDefault(key, held);
    }

    void write() {
        try (AtomicCsv file = new AtomicCsv(config.tagKeys(), COLUMNS)) {
            keys.forEach((name, key) -> file.row(List.of(key, name)));
            file.replace();
        }
    }
}
