/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.push;

import java.util.List;
import java.util.OptionalLong;
import org.segcast.connector.mirror.MirrorSession;
import org.segcast.connector.mirror.Warehouse;
import org.segcast.connector.spi.HostCrm;
import org.segcast.connector.spi.MarkChanges;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.PushReceipt;
import org.segcast.connector.spi.TagDefinition;

/**
 * What the latest pushes changed, mark by mark with its value before, and the way back. Only marks that still are as the push left them are set
 * back, so what people changed meanwhile stays; nothing is given back to a contact that is gone, archived or may not be profiled any more.
 */
public final class PushUndo {
    private static final int PUSHES_KEPT = 5;

    private static final String KNOWN = " IN (SELECT id FROM mirror.contact WHERE profiling_allowed AND active)";
    private static final String TAGS_BACK = "SELECT k.tag, k.contact_id, NOT k.added AS added, k.name, k.colour"
            + " FROM push.kept_tag k LEFT JOIN push.held_tag h ON h.tag = k.tag AND h.contact_id = k.contact_id"
            + " WHERE k.push = ? AND CASE WHEN k.added THEN h.tag IS NOT NULL ELSE h.tag IS NULL AND k.contact_id"
            + KNOWN
            + " END";
    private static final String SCORES_BACK = "SELECT k.contact_id, CASE WHEN k.segment_before IS NULL THEN 'CLEARED'"
            + " WHEN k.segment IS NULL THEN 'NEW' ELSE 'CHANGED' END AS kind, k.segment_before AS segment,"
            + " k.percent_before AS percent, k.reason_before AS reason"
            + " FROM push.kept_score k LEFT JOIN push.held_score h ON h.contact_id = k.contact_id"
            + " WHERE k.push = ? AND h.segment IS NOT DISTINCT FROM k.segment AND h.reason IS NOT DISTINCT FROM k.reason"
            + " AND round(h.percent * 10) IS NOT DISTINCT FROM round(k.percent * 10)"
            + " AND (k.segment_before IS NULL OR k.contact_id" + KNOWN + ")";

    private final Warehouse warehouse;

    public PushUndo(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Keeps the current plan's changes before they are sent. Where the push goes on after a stop, what it changed before stays kept. */
    void keep(long push) {
        MirrorSession.inTransaction(warehouse, session -> {
            session.update(
                    "INSERT INTO push.kept_tag SELECT ?, c.tag, c.contact_id, c.added, t.name, t.colour"
                            + " FROM push.change_tag c JOIN push.plan_tag t ON t.key = c.tag"
                            + " ANTI JOIN (SELECT * FROM push.kept_tag WHERE push = ?) k"
                            + " ON k.tag = c.tag AND k.contact_id = c.contact_id AND k.added = c.added",
                    push,
                    push);
            session.update(
                    "UPDATE push.kept_score k SET segment = c.segment, percent = c.percent, reason = c.reason"
                            + " FROM push.change_score c WHERE k.push = ? AND k.contact_id = c.contact_id",
                    push);
            session.update(
                    "INSERT INTO push.kept_score SELECT ?, c.contact_id, c.segment, c.percent, c.reason,"
                            + " c.segment_before, c.percent_before, c.reason_before FROM push.change_score c"
                            + " ANTI JOIN (SELECT * FROM push.kept_score WHERE push = ?) k ON k.contact_id = c.contact_id",
                    push,
                    push);
            forgetOld(session);
        });
    }

    private static void forgetOld(MirrorSession session) {
        List<Long> pushes = session.list(
                "SELECT DISTINCT push FROM (SELECT push FROM push.kept_tag UNION SELECT push FROM push.kept_score)"
                        + " ORDER BY push DESC",
                row -> row.getLong(1));
        pushes.stream().skip(PUSHES_KEPT).forEach(push -> forget(session, push));
    }

    private static void forget(MirrorSession session, long push) {
        session.update("DELETE FROM push.kept_tag WHERE push = ?", push);
        session.update("DELETE FROM push.kept_score WHERE push = ?", push);
    }

    /** Of contacts that are gone or object nothing is kept, nor what was approved for them. */
    static void forgetUnknown(MirrorSession session) {
        session.update("DELETE FROM push.kept_tag WHERE contact_id NOT" + KNOWN);
        session.update("DELETE FROM push.kept_score WHERE contact_id NOT" + KNOWN);
        // that their scores are cleared stays approved
        session.update("DELETE FROM push.approved_score WHERE kind <> 'CLEARED' AND contact_id NOT" + KNOWN);
    }

    /** The latest push that can be undone; one that was undone counts no more. */
    public OptionalLong last() {
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            long push = session.number("SELECT coalesce(max(push), -1) FROM"
                    + " (SELECT push FROM push.kept_tag UNION ALL SELECT push FROM push.kept_score)");
            return push < 0 ? OptionalLong.empty() : OptionalLong.of(push);
        }
    }

    /** What a push sent, those changes too that the CRM did not take. */
    public PushCounts sent(long push) {
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            return PushCounts.of(
                    session,
                    "SELECT tag, name, colour, added, contact_id FROM push.kept_tag WHERE push = " + push,
                    "SELECT contact_id, CASE WHEN segment IS NULL THEN 'CLEARED' WHEN segment_before IS NULL THEN 'NEW'"
                            + " ELSE 'CHANGED' END AS kind FROM push.kept_score WHERE push = " + push);
        }
    }

    /** What undoing the push would change, by what the CRM held when it was last read. */
    public PushCounts preview(long push) {
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            String number = Long.toString(push);
            return PushCounts.of(session, TAGS_BACK.replace("?", number), SCORES_BACK.replace("?", number));
        }
    }

    /**
     * Sets back what the push changed, by what the CRM held when it was last read. Safe to repeat after a stop: the CRM is read again before, and
     * what is set back already is no difference any more. {@link #forget} it when it is done.
     */
    public PushReceipt apply(long push, HostCrm crm, ProgressListener progress) {
        MirrorSession.inTransaction(warehouse, session -> {
            session.update("CREATE OR REPLACE TABLE push.undo_tag AS " + TAGS_BACK, push);
            session.update("CREATE OR REPLACE TABLE push.undo_score AS " + SCORES_BACK, push);
        });
        MarkChanges changes = changes();
        progress.progress(0, changes.size());
        if (changes.isEmpty()) {
            return new PushReceipt(0, 0, List.of());
        }
        crm.prepare(changes.tags());
        PushReceipt receipt = crm.push(changes, progress);
        progress.progress(changes.size(), changes.size());
        return receipt;
    }

    private MarkChanges changes() {
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            List<TagDefinition> tags = session.list(
                    "SELECT tag, any_value(name), any_value(colour) FROM push.undo_tag GROUP BY tag ORDER BY tag",
                    row -> new TagDefinition(row.getString(1), row.getString(2), row.getInt(3)));
            return new StoredChanges(
                    warehouse,
                    "push.undo",
                    tags,
                    session.number("SELECT count(*) FROM push.undo_tag"),
                    session.number("SELECT count(*) FROM push.undo_score"));
        }
    }

    public void forget(long push) {
        MirrorSession.inTransaction(warehouse, session -> forget(session, push));
    }

    /** No push can be undone any more. */
    public void forgetAll() {
        MirrorSession.inTransaction(warehouse, session -> {
            session.update("DELETE FROM push.kept_tag");
            session.update("DELETE FROM push.kept_score");
        });
    }
}
