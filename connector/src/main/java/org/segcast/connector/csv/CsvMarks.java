/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.Footprint;
import org.segcast.connector.spi.MarkSink;
import org.segcast.connector.spi.ScoreMark;
import org.segcast.connector.spi.SegcastException;
import org.segcast.connector.spi.TagDefinition;

/**
 * The marks as the files beside the CRM's hold them. The tags file names tags as people read them; which names are ours, and under which key, stands in the keys
 * file, where a renamed tag keeps its old name too. Tags of names that are not in it are foreign and stay as they are.
 */
final class CsvMarks {
    private static final List<String> KEY_COLUMNS = List.of("key", "tag");
    private static final List<String> TAG_COLUMNS = List.of("contact_id", "tag");
    private static final List<String> SCORE_COLUMNS = List.of("contact_id", "segment", "score", "reason");

    private final CsvConfig config;
    /** Key by every name the tag has ever had. */
    private final Map<String, String> keys = new TreeMap<>();
    /** Names by contact. */
    private final Map<String, Set<String>> tags = new TreeMap<>();

    private final Map<String, ScoreMark> scores = new TreeMap<>();

    private CsvMarks(CsvConfig config) {
        this.config = config;
    }

    static CsvMarks read(CsvConfig config) {
        CsvMarks marks = new CsvMarks(config);
        rows(config.tagKeys(), KEY_COLUMNS, row -> marks.keys.put(row.get("tag"), row.get("key")));
        rows(
                config.tags(),
                TAG_COLUMNS,
                row -> marks.tagsOf(row.get("contact_id")).add(row.get("tag")));
        rows(config.scores(), SCORE_COLUMNS, marks::readScore);
        return marks;
    }

    /** Row by row. */
    static void tell(CsvConfig config, MarkSink sink) {
        Map<String, String> keys = keys(config);
        rows(
                config.tags(),
                TAG_COLUMNS,
                row -> Optional.ofNullable(keys.get(row.get("tag")))
                        .ifPresent(key -> sink.tag(key, row.get("contact_id"))));
        rows(
                config.scores(),
                SCORE_COLUMNS,
                row -> mark(row).ifPresent(mark -> sink.score(row.get("contact_id"), mark)));
    }

    /** A tag that was given older names is told by each of them that rows still hold. */
    static Footprint footprint(CsvConfig config) {
        Set<String> contacts = new HashSet<>();
        Map<String, String> keys = keys(config);
        rows(config.tags(), TAG_COLUMNS, row -> {
            if (keys.containsKey(row.get("tag"))) {
                contacts.add(row.get("contact_id"));
            }
        });
        rows(config.scores(), SCORE_COLUMNS, row -> contacts.add(row.get("contact_id")));
        List<String> places = Stream.of(config.tagKeys(), config.scores())
                .filter(Files::exists)
                .map(file -> "file " + file.getFileName())
                .toList();
        return new Footprint(List.copyOf(keys.keySet()), contacts.size(), places);
    }

    /** The keys go last: until then it is known which rows are ours. Rows of others stay, in a file of their own tags. */
    static void remove(CsvConfig config) {
        delete(config.scores());
        Map<String, String> keys = keys(config);
        List<List<String>> foreign = new ArrayList<>();
        rows(config.tags(), TAG_COLUMNS, row -> {
            if (!keys.containsKey(row.get("tag"))) {
                foreign.add(List.of(row.get("contact_id"), row.get("tag")));
            }
        });
        if (foreign.isEmpty()) {
            delete(config.tags());
        } else {
            new AtomicCsv(config.tags()).replace(TAG_COLUMNS, out -> foreign.forEach(out::row));
        }
        delete(config.tagKeys());
    }

    private static Map<String, String> keys(CsvConfig config) {
        Map<String, String> keys = new TreeMap<>();
        rows(config.tagKeys(), KEY_COLUMNS, row -> keys.put(row.get("tag"), row.get("key")));
        return keys;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException broken) {
            throw new SegcastException(
                    ErrorCode.FILE_UNREADABLE,
                    "Deleting " + file + " failed (" + broken.getClass().getSimpleName()
                            + "): check that the server may write into the folder",
                    broken);
        }
    }

    /** Learns the tags' names; a tag held under an older name is held under the new one from now on. */
    void define(Collection<TagDefinition> definitions) {
        Map<String, String> names = new HashMap<>();
        Map<String, String> keysBefore = Map.copyOf(keys);
        for (TagDefinition tag : definitions) {
            if (names.containsValue(tag.name())) {
                throw new SegcastException(
                        ErrorCode.SETTINGS_INVALID,
                        "Two tags are named '" + tag.name() + "', and "
                                + config.tags().getFileName() + " tells tags apart by name: rename one of them");
            }
            names.put(tag.key(), tag.name());
            keys.put(tag.name(), tag.key());
        }
        tags.replaceAll((contact, held) -> renamed(held, keysBefore, names));
    }

    private Set<String> renamed(Set<String> held, Map<String, String> keysBefore, Map<String, String> names) {
        Set<String> renamed = new TreeSet<>();
        for (String name : held) {
            String key = keysBefore.getOrDefault(name, keys.getOrDefault(name, ""));
            renamed.add(names.getOrDefault(key, name));
        }
        return renamed;
    }

    boolean add(TagDefinition tag, String contact) {
        return tagsOf(contact).add(tag.name());
    }

    /** Takes the tag away under every name it has had. */
    boolean remove(TagDefinition tag, String contact) {
        return tagsOf(contact).removeIf(name -> tag.key().equals(keys.getOrDefault(name, "")));
    }

    boolean score(String contact, ScoreMark mark) {
        return !mark.equals(scores.put(contact, mark));
    }

    boolean clear(String contact) {
        return scores.remove(contact) != null;
    }

    /** Keys first: a crash behind them leaves names that are still known. */
    void write() {
        new AtomicCsv(config.tagKeys())
                .replace(KEY_COLUMNS, out -> keys.forEach((name, key) -> out.row(List.of(key, name))));
        new AtomicCsv(config.tags())
                .replace(
                        TAG_COLUMNS,
                        out -> tags.forEach(
                                (contact, names) -> names.forEach(name -> out.row(List.of(contact, name)))));
        new AtomicCsv(config.scores())
                .replace(SCORE_COLUMNS, out -> scores.forEach((contact, mark) -> out.row(scoreCells(contact, mark))));
    }

    private Set<String> tagsOf(String contact) {
        return tags.computeIfAbsent(contact, id -> new TreeSet<>());
    }

    /** The score is a share from 0 to 1 in the file and percent in the mark. */
    private static List<String> scoreCells(String contact, ScoreMark mark) {
        String share = BigDecimal.valueOf(mark.percent()).movePointLeft(2).toPlainString();
        return List.of(contact, mark.segment(), share, mark.reason());
    }

    private void readScore(Map<String, String> row) {
        mark(row)
                .ifPresentOrElse(
                        mark -> scores.put(row.get("contact_id"), mark), () -> scores.remove(row.get("contact_id")));
    }

    /** A score that somebody spoilt by hand is not held, so the next push writes it again. */
    private static Optional<ScoreMark> mark(Map<String, String> row) {
        try {
            double percent = new BigDecimal(row.get("score")).movePointRight(2).doubleValue();
            return Optional.of(new ScoreMark(row.get("segment"), percent, row.get("reason")));
        } catch (IllegalArgumentException edited) {
            return Optional.empty();
        }
    }

    private static void rows(Path file, List<String> columns, Consumer<Map<String, String>> reader) {
        if (!Files.exists(file)) {
            return;
        }
        try (CsvTable table = CsvTable.open(file, columns)) {
            for (Optional<CsvRow> row = table.next(); row.isPresent(); row = table.next()) {
                reader.accept(cells(table.header(), row.get(), columns));
            }
        }
    }

    private static Map<String, String> cells(CsvHeader header, CsvRow row, List<String> columns) {
        CsvCells cells = new CsvCells(header, row);
        Map<String, String> byColumn = new HashMap<>();
        for (String column : columns) {
            byColumn.put(column, CellGuard.read(cells.verbatim(column)));
        }
        return byColumn;
    }
}
