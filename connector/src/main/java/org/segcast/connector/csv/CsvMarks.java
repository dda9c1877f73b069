/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.Footprint;
import org.segcast.connector.spi.MarkChanges;
import org.segcast.connector.spi.MarkSink;
import org.segcast.connector.spi.PushReceipt;
import org.segcast.connector.spi.RejectedRecord;
import org.segcast.connector.spi.ScoreMark;
import org.segcast.connector.spi.SegcastException;
import org.segcast.connector.spi.TagDefinition;

/**
 * The marks as the files beside the CRM's hold them, read and rewritten row by row. The tags file names tags as people read them; which names are ours is in {@link CsvTagNames}.
 * Tags of other names are foreign and stay as they are.
 */
final class CsvMarks {
    private static final int FILES_WRITTEN = 2;
    private static final List<String> TAG_COLUMNS = List.of("contact_id", "tag");
    private static final List<String> SCORE_COLUMNS = List.of("contact_id", "segment", "score", "reason");

    private final CsvConfig config;
    private final CsvTagNames names;

    CsvMarks(CsvConfig config) {
        this.config = config;
        this.names = new CsvTagNames(config);
    }

    void tell(MarkSink sink) {
        tags((contact, name) -> names.key(name).ifPresent(key -> sink.tag(key, contact)));
        scores((contact, row) -> mark(row.get("segment"), row.get("score"), row.get("reason"))
                .ifPresent(mark -> sink.score(contact, mark)));
    }

    /** A tag that was given older names is told by each of them. */
    Footprint footprint() {
        LongAdder contacts = new LongAdder();
        try (SortedRows holders = new SortedRows(config.folder())) {
            tags((contact, name) -> names.key(name).ifPresent(key -> holders.add(contact, "")));
            scores((contact, row) -> holders.add(contact, ""));
            holders.byFirst((contact, rows) -> contacts.increment());
        }
        List<String> places = Stream.of(config.tagKeys(), config.scores())
                .filter(Files::exists)
                .map(file -> "file " + file.getFileName())
                .toList();
        return new Footprint(List.copyOf(names.all()), contacts.intValue(), places);
    }

    /** The keys go last: until then it is known which rows are ours. Rows of others stay, in a file of their own tags. */
    void remove() {
        delete(config.scores());
        LongAdder foreign = new LongAdder();
        try (AtomicCsv left = new AtomicCsv(config.tags(), TAG_COLUMNS)) {
            tags((contact, name) -> {
                if (names.key(name).isEmpty()) {
                    left.row(List.of(contact, name));
                    foreign.increment();
                }
            });
            if (foreign.sum() > 0) {
                left.replace();
            }
        }
        if (foreign.sum() == 0) {
            delete(config.tags());
        }
        delete(config.tagKeys());
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

    /** Keys first: a crash behind them leaves names that are still known. */
    void prepare(Collection<TagDefinition> tags) {
        makeWay(tags);
        names.define(tags);
        names.write();
        LongAdder renamed = new LongAdder();
        tags((contact, name) -> renamed.add(names.renamed(name).equals(name) ? 0 : 1));
        if (renamed.sum() > 0 || !Files.exists(config.tags()) || !Files.exists(config.scores())) {
            try (SortedRows rows = new SortedRows(config.folder())) {
                held(rows);
                rewrite(rows);
            }
        }
    }

    /** @param contacts tells the ids of those who are in the CRM; others get nothing new */
    PushReceipt push(MarkChanges changes, Consumer<Consumer<String>> contacts) {
        CsvPush push = new CsvPush(changes);
        try (SortedRows rows = new SortedRows(config.folder())) {
            makeWay(push.gaining());
            names.define(push.gaining());
            names.write();
            contacts.accept(contact -> rows.add(contact, CsvContact.IS_THERE));
            held(rows);
            push.add(rows);
            return rewrite(rows);
        }
    }

    /** Members that stand under a name which another tag is to have get one of their own first: a crash between the files must not make them the other's. */
    private void makeWay(Collection<TagDefinition> tags) {
        Set<TagDefinition> aside = new HashSet<>();
        tags((contact, name) -> {
            if (names.passesOn(name, tags)) {
                aside.add(names.aside(name));
            }
        });
        if (!aside.isEmpty()) {
            new CsvMarks(config).prepare(aside);
            names.read();
        }
    }

    private void held(SortedRows rows) {
        tags((contact, name) -> rows.add(contact, CsvContact.HOLDS_TAG, name));
        scores((contact, row) ->
                rows.add(contact, CsvContact.HOLDS_SCORE, row.get("segment"), row.get("score"), row.get("reason")));
    }

    private PushReceipt rewrite(SortedRows rows) {
        LongAdder written = new LongAdder();
        List<RejectedRecord> rejected = new ArrayList<>();
        try (AtomicCsv tags = new AtomicCsv(config.tags(), TAG_COLUMNS);
                AtomicCsv scores = new AtomicCsv(config.scores(), SCORE_COLUMNS)) {
            rows.byFirst((id, own) -> {
                CsvContact contact = new CsvContact(id, names);
                own.forEach(contact::take);
                contact.held().forEach(name -> tags.row(List.of(id, name)));
                contact.score().ifPresent(mark -> scores.row(cells(id, mark)));
                contact.rejected().ifPresent(rejected::add);
                written.add(contact.written());
            });
            tags.replace();
            scores.replace();
        }
        return new PushReceipt(written.sum(), FILES_WRITTEN, rejected);
    }

    private void tags(BiConsumer<String, String> visitor) {
        CsvTable.rows(config.tags(), TAG_COLUMNS, row -> visitor.accept(row.get("contact_id"), row.get("tag")));
    }

    private void scores(BiConsumer<String, Map<String, String>> visitor) {
        CsvTable.rows(config.scores(), SCORE_COLUMNS, row -> visitor.accept(row.get("contact_id"), row));
    }

    private static List<String> cells(String contact, ScoreMark mark) {
        return List.of(contact, mark.segment(), share(mark), mark.reason());
    }

    /** The score is a share from 0 to 1 in the file and percent in the mark. */
    static String share(ScoreMark mark) {
        return BigDecimal.valueOf(mark.percent()).movePointLeft(2).toPlainString();
    }

    /** A score that somebody spoilt by hand is not held, so the next push writes it again. */
    static Optional<ScoreMark> mark(String segment, String share, String reason) {
        try {
            double percent = new BigDecimal(share).movePointRight(2).doubleValue();
            return Optional.of(new ScoreMark(segment, percent, reason));
        } catch (IllegalArgumentException edited) {
            return Optional.empty();
        }
    }
}
