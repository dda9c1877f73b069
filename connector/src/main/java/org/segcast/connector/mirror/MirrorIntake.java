/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.duckdb.DuckDBAppender;
import org.segcast.connector.spi.CampaignResponse;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.EngagementRecord;
import org.segcast.connector.spi.LooseOrderLine;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.RecordKind;
import org.segcast.connector.spi.RejectedRecord;

/**
 * The mirror's way in: pages are staged, each together with the place behind it in one transaction, and {@link #merge} takes all of them over in one more, with
 * the cursors. So a reader sees the state before a sync or behind it, and a kill at any point leaves one of the two.
 */
public final class MirrorIntake {
    private final Warehouse warehouse;

    MirrorIntake(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Empties the mirror where it is a copy of another CRM. */
    public void follow(String source) {
        MirrorSession.inTransaction(warehouse, session -> {
            if (session.number("SELECT count(*) FROM mirror.state WHERE source = ?", source) == 0) {
                MirrorSchema.recreate(session, source);
            }
        });
    }

    /** Up to when changes of this kind have been merged, by the CRM's own change stamps. */
    public Optional<Instant> cursor(RecordKind kind) {
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            return session.first(
                    "SELECT changed_up_to FROM mirror.sync_cursor WHERE kind = ?",
                    row -> instant(row.getObject(1, LocalDateTime.class)),
                    kind.name());
        }
    }

    /** Records merged so far, lines, engagements and responses too: what a read of everything may expect. */
    public long size() {
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            return session.number(
                    "SELECT (SELECT count(*) FROM mirror.contact) + (SELECT count(*) FROM mirror.orders)"
                            + " + (SELECT count(*) FROM mirror.order_line) + (SELECT count(*) FROM mirror.response) + (SELECT count(*) FROM mirror.engagement)");
        }
    }

    /** The unfinished read of this kind, where a sync was interrupted that had begun at this time or later. */
    public Optional<ReadPlace> interrupted(RecordKind kind, Instant since) {
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            return session.first(
                    "SELECT changed_since, next_page, records, complete FROM mirror.sync_read WHERE kind = ?"
                            + " AND started_at >= CAST(? AS TIMESTAMP)",
                    row -> new ReadPlace(
                            Optional.ofNullable(row.getObject(1, LocalDateTime.class))
                                    .map(MirrorIntake::instant),
                            Optional.ofNullable(row.getString(2)),
                            row.getLong(3),
                            row.getBoolean(4)),
                    kind.name(),
                    since);
        }
    }

    /**
     * Starts a read afresh and forgets what an earlier one staged.
     *
     * @param quietUpTo no change stamp up to this time will appear behind this read; empty where that is not known
     */
    public ReadPlace begin(
            RecordKind kind, Optional<Instant> changedSince, Instant startedAt, Optional<Instant> quietUpTo) {
        MirrorSession.inTransaction(warehouse, session -> {
            forget(session, kind);
            session.update(
                    "INSERT INTO mirror.sync_read VALUES (?, ?, ?, ?, NULL, NULL, 0, false, [])",
                    kind.name(),
                    changedSince,
                    startedAt,
                    quietUpTo);
        });
        return new ReadPlace(changedSince, Optional.empty(), 0, false);
    }

    /** Gives a read up: the merge leaves what the mirror has of this kind as it is. */
    public void abandon(RecordKind kind) {
        MirrorSession.inTransaction(warehouse, session -> forget(session, kind));
    }

    /** Forgets how far reading got and what an interrupted read staged, so that the next sync reads everything; what was merged stays until then. */
    public void readEverything() {
        MirrorSession.inTransaction(warehouse, session -> {
            session.update("DELETE FROM mirror.sync_cursor");
            for (RecordKind kind : RecordKind.values()) {
                forget(session, kind);
            }
        });
    }

    private static void forget(MirrorSession session, RecordKind kind) {
        session.update("DELETE FROM mirror.sync_read WHERE kind = ?", kind.name());
        session.update("DELETE FROM mirror.stage_left_out WHERE kind = ?", kind.name());
        stageTables(kind).forEach(table -> session.update("DELETE FROM mirror." + table));
    }

    /** The page with what the mirror cannot hold moved to its rejected records. */
    public <R> Page<R> storable(RecordKind kind, Page<R> page) {
        return MirrorLimits.storable(kind, page);
    }

    public ReadPlace contacts(ReadPlace place, Page<ContactRecord> page) {
        return stage(
                RecordKind.CONTACT,
                place,
                page,
                latest(page, ContactRecord::changedAt),
                rows("stage_contact", place, page, MirrorRows::contact));
    }

    public ReadPlace orders(ReadPlace place, Page<OrderRecord> page) {
        return stage(RecordKind.ORDER, place, page, latest(page, OrderRecord::changedAt), session -> {
            rows("stage_orders", place, page, MirrorRows::order).on(session);
            if (page.records().stream().anyMatch(order -> !order.lines().isEmpty())) {
                session.append("stage_order_line", appender -> MirrorRows.ownLines(appender, place, page.records()));
            }
        });
    }

    public ReadPlace orderLines(ReadPlace place, Page<LooseOrderLine> page) {
        return stage(
                RecordKind.ORDER_LINE,
                place,
                page,
                Optional.empty(),
                session -> session.append("stage_order_line", appender -> {
                    for (int i = 0; i < page.records().size(); i++) {
                        LooseOrderLine loose = page.records().get(i);
                        MirrorRows.line(appender.beginRow(), loose.orderId(), loose.line());
                        MirrorRows.place(appender, place.records() + i, page.line(i))
                                .appendNull()
                                .endRow();
                    }
                }));
    }

    public ReadPlace responses(ReadPlace place, Page<CampaignResponse> page) {
        return stage(
                RecordKind.RESPONSE,
                place,
                page,
                Optional.empty(),
                rows("stage_response", place, page, MirrorRows::response));
    }

    public ReadPlace engagements(ReadPlace place, Page<EngagementRecord> page) {
        return stage(
                RecordKind.ENGAGEMENT,
                place,
                page,
                latest(page, EngagementRecord::changedAt),
                rows("stage_engagement", place, page, MirrorRows::engagement));
    }

    /** Writes a record's own columns. */
    private interface Columns<R> {
        void of(DuckDBAppender row, R record) throws SQLException;
    }

    private static <R> MirrorSession.Work rows(String table, ReadPlace place, Page<R> page, Columns<R> columns) {
        return session -> session.append(table, appender -> {
            for (int i = 0; i < page.records().size(); i++) {
                columns.of(appender.beginRow(), page.records().get(i));
                MirrorRows.place(appender, place.records() + i, page.line(i)).endRow();
            }
        });
    }

    /** The latest change stamp of a page. */
    private static <R> Optional<Instant> latest(Page<R> page, Function<R, Optional<Instant>> stamp) {
        return page.records().stream()
                .flatMap(record -> stamp.apply(record).stream())
                .max(Instant::compareTo);
    }

    /** Forgets deletions that an interrupted sync had found. */
    public void forgetGone() {
        MirrorSession.inTransaction(warehouse, session -> session.update("DELETE FROM mirror.stage_gone"));
    }

    /** How many ids of each series this and earlier syncs have read, by prefix; series without one are not in it. */
    public Map<String, MirrorIds.Span> spans(RecordKind kind) {
        return MirrorIds.spans(warehouse, kind);
    }

    /** The ids of a series as far as this and earlier syncs have read them, to be compared with the CRM's. */
    public MirrorIds ids(RecordKind kind, String prefix) {
        return new MirrorIds(warehouse, kind, prefix);
    }

    /** Whether one of these series of ids was not there, or closed, when this kind was read last. */
    public boolean opened(RecordKind kind, Set<String> series) {
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            return session.number(
                            "SELECT count(*) FROM mirror.sync_cursor WHERE kind = ? AND NOT list_has_all(series, CAST(? AS VARCHAR[]))",
                            kind.name(),
                            series)
                    > 0;
        }
    }

    /** Notes which series of ids could be read; kept with the merge. */
    public void readSeries(RecordKind kind, Set<String> series) {
        MirrorSession.inTransaction(
                warehouse,
                session -> session.update(
                        "UPDATE mirror.sync_read SET series = CAST(? AS VARCHAR[]) WHERE kind = ?",
                        series,
                        kind.name()));
    }

    /**
     * Orders or engagements whose contact was deleted, as far as was known when they were read: they may count for another contact now. Not those that this sync found
     * unreadable.
     */
    public Set<String> bereft(RecordKind kind) {
        String table = kind == RecordKind.ORDER ? "orders" : "engagement";
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            String gone = MirrorMerge.full(session, RecordKind.CONTACT)
                    ? "SELECT id FROM mirror.contact WHERE id NOT IN (SELECT id FROM mirror.stage_contact)"
                    : "SELECT id FROM mirror.stage_gone WHERE kind = 'CONTACT'";
            return new TreeSet<>(session.list(
                    "SELECT id FROM (SELECT id, contact_id FROM mirror.stage_" + table
                            + " UNION ALL SELECT id, contact_id FROM mirror." + table
                            + " WHERE id NOT IN (SELECT id FROM mirror.stage_" + table + ")) WHERE contact_id IN ("
                            + gone + ")"
                            + " AND id NOT IN (SELECT id FROM mirror.stage_gone WHERE kind = ?)"
                            + " AND id NOT IN (SELECT id FROM mirror.stage_left_out WHERE kind = ?)",
                    row -> row.getString(1),
                    kind.name(),
                    kind.name()));
        }
    }

    /**
     * Takes over what was staged, all at once. Tells records that it had to leave out: an id that stands twice, an order or response of an unknown contact (the order is
     * kept and counts as soon as its contact is there), a line of an unknown order.
     */
    public MergeResult merge(Consumer<RejectedRecord> rejected) {
        MirrorMerge merge = new MirrorMerge(rejected);
        MirrorSession.inTransaction(warehouse, merge::on);
        return merge.result();
    }

    private ReadPlace stage(
            RecordKind kind, ReadPlace place, Page<?> page, Optional<Instant> observed, MirrorSession.Work rows) {
        ReadPlace next = new ReadPlace(
                place.changedSince(),
                page.nextAfterId(),
                place.records() + page.records().size(),
                page.nextAfterId().isEmpty());
        MirrorSession.inTransaction(warehouse, session -> {
            session.update(
                    "UPDATE mirror.sync_read SET next_page = ?, records = ?, complete = ?,"
                            + " observed = greatest(observed, CAST(? AS TIMESTAMP)) WHERE kind = ?",
                    next.nextPage(),
                    next.records(),
                    next.complete(),
                    observed,
                    kind.name());
            rows.on(session);
            if (!page.rejected().isEmpty()) {
                session.append("stage_left_out", MirrorRows.leftOut(kind, page.rejected()));
            }
        });
        return next;
    }

    private static List<String> stageTables(RecordKind kind) {
        return switch (kind) {
            case CONTACT -> List.of("stage_contact");
            case ENGAGEMENT -> List.of("stage_engagement");
            case ORDER -> List.of("stage_orders", "stage_order_line");
            case ORDER_LINE -> List.of();
            case RESPONSE -> List.of("stage_response");
        };
    }

    private static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }
}
