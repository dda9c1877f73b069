/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.push;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.segcast.connector.mirror.MirrorSession;
import org.segcast.connector.mirror.Warehouse;
import org.segcast.connector.spi.Capability;
import org.segcast.connector.spi.HostCrm;
import org.segcast.connector.spi.MarkSink;
import org.segcast.connector.sync.SyncSettings;

/**
 * What the CRM held of our marks when it was last read.
 *
 * <p>Tags are read whole each time. So are scores, which takes minutes for a million contacts; where the CRM tells them by change, only those of contacts that changed
 * since the read before, with the overlap of a sync. A contact that was deleted is not told then, but the number of scores tells of it: where it differs, all are read.
 */
final class HeldCopy {
    private static final Duration OVERLAP = SyncSettings.DEFAULT.overlap();
    private static final String LATEST = " FROM push.read_score WHERE segment IS NOT NULL"
            + " AND rowid IN (SELECT max(rowid) FROM push.read_score GROUP BY contact_id)";
    private static final String NOT_TOLD =
            " FROM push.held_score h ANTI JOIN push.read_score r ON r.contact_id = h.contact_id";

    private final Warehouse warehouse;

    HeldCopy(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * What was read, beside what is there already.
     *
     * @param scored how many contacts the CRM says hold a score
     */
    private record Read(long scored, Optional<Instant> upTo) {}

    /** Reads beside what is there, and takes it over at once when all was read. */
    void read(HostCrm crm) {
        Optional<Instant> since = crm.capabilities().contains(Capability.SCORES_BY_CHANGE)
                ? upTo(crm).map(at -> at.minus(OVERLAP))
                : Optional.empty();
        if (since.isEmpty() || !readChanges(crm, since.get())) {
            readAll(crm);
        }
    }

    /** The next read is of everything. */
    void distrust() {
        MirrorSession.inTransaction(warehouse, session -> session.update("DELETE FROM push.held_up_to"));
    }

    private Optional<Instant> upTo(HostCrm crm) {
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            return session.first(
                    "SELECT changed_up_to FROM push.held_up_to WHERE source = ?",
                    row -> row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                    crm.describe());
        }
    }

    private void readAll(HostCrm crm) {
        Read read = gather(sink -> {
            crm.heldMarks(sink);
            return 0;
        });
        takeOver(crm, read, "SELECT contact_id, segment, percent, reason" + LATEST);
    }

    /** @return whether that accounts for all scores the CRM holds; else nothing is taken over */
    private boolean readChanges(HostCrm crm, Instant since) {
        Read read = gather(sink -> crm.changedMarks(since, sink));
        if (read.scored() != accounted()) {
            return false;
        }
        takeOver(
                crm, read, "SELECT contact_id, segment, percent, reason" + LATEST + " UNION ALL SELECT h.*" + NOT_TOLD);
        return true;
    }

    private long accounted() {
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            return session.number("SELECT count(*)" + LATEST) + session.number("SELECT count(*)" + NOT_TOLD);
        }
    }

    private Read gather(ToLongFunction<MarkSink> source) {
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            session.update("CREATE OR REPLACE TABLE push.read_tag (" + PushTables.TAG + ")");
            session.update("CREATE OR REPLACE TABLE push.read_score (" + PushTables.SCORE + ")");
            Read[] read = new Read[1];
            session.append(
                    PushTables.NAME,
                    "read_tag",
                    tags -> session.append(PushTables.NAME, "read_score", scores -> {
                        MarkTable table = new MarkTable(tags, scores);
                        read[0] = new Read(source.applyAsLong(table), table.upTo());
                    }));
            return read[0];
        }
    }

    private void takeOver(HostCrm crm, Read read, String scores) {
        MirrorSession.inTransaction(warehouse, session -> {
            session.update(
                    "CREATE OR REPLACE TABLE push.held_tag AS SELECT DISTINCT tag, contact_id FROM push.read_tag");
            session.update("CREATE OR REPLACE TABLE push.held_score_now AS " + scores);
            session.update("DROP TABLE push.held_score");
            session.update("ALTER TABLE push.held_score_now RENAME TO held_score");
            session.update("DROP TABLE push.read_tag");
            session.update("DROP TABLE push.read_score");
            session.update(
                    "CREATE OR REPLACE TABLE push.sent_score AS SELECT DISTINCT s.contact_id, s.words, s.chance, s.topic"
                            + " FROM push.sent_score s JOIN push.held_score h"
                            + " ON h.contact_id = s.contact_id AND md5_number(h.reason) = s.words");
            session.update("DELETE FROM push.held_up_to");
            read.upTo()
                    .ifPresent(at -> session.update("INSERT INTO push.held_up_to VALUES (?, ?)", crm.describe(), at));
        });
    }
}
