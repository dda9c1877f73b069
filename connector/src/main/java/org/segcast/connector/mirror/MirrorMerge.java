/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.segcast.connector.spi.RecordKind;
import org.segcast.connector.spi.RejectedRecord;

/** Takes over what was staged, inside one transaction, writing only rows that differ. */
final class MirrorMerge {
    private static final String CONTACT_VALUES =
            "name, email, phone, company, active, email_allowed, profiling_allowed, attributes";
    private static final String ORDER_VALUES =
            "contact_id, ordered_at, amount, currency, state, original_amount, original_currency";
    private static final String ENGAGEMENT_VALUES = "contact_id, kind, happened_at";

    private final Consumer<RejectedRecord> rejected;
    private long changed;
    private long deleted;

    MirrorMerge(Consumer<RejectedRecord> rejected) {
        this.rejected = rejected;
    }

    MergeResult result() {
        return new MergeResult(changed, deleted);
    }

    void on(MirrorSession session) {
        if (isTold(session, RecordKind.CONTACT, "contact")) {
            takeContacts(session);
        }
        if (isTold(session, RecordKind.ORDER, "orders") || session.holds("mirror.stage_order_line")) {
            takeOrders(session);
        }
        if (isTold(session, RecordKind.ENGAGEMENT, "engagement")) {
            keepOne(session, RecordKind.ENGAGEMENT, "engagement");
            take(session, RecordKind.ENGAGEMENT, "engagement", ENGAGEMENT_VALUES);
        }
        if (session.holds("mirror.stage_response") || session.holds("mirror.response")) {
            takeResponses(session);
        }
        MirrorLeftOut.take(session);
        advanceCursors(session);
        clearStage(session);
    }

    /** Whether this sync says anything of this kind: records, deletions, records left out, or that there are none. */
    private static boolean isTold(MirrorSession session, RecordKind kind, String table) {
        return session.holds("mirror.stage_" + table)
                || session.holds("mirror.stage_gone WHERE kind = '" + kind + "'")
                || session.holds("mirror.stage_left_out WHERE kind = '" + kind + "'")
                || full(session, kind);
    }

    private void takeContacts(MirrorSession session) {
        keepOne(session, RecordKind.CONTACT, "contact");
        long before = changed + deleted;
        take(session, RecordKind.CONTACT, "contact", CONTACT_VALUES);
        if (changed + deleted > before) {
            MirrorAttributes.infer(session);
        }
    }

    private void takeOrders(MirrorSession session) {
        keepOne(session, RecordKind.ORDER, "orders");
        keepOneCurrency(session);
        take(session, RecordKind.ORDER, "orders", ORDER_VALUES);
        tellUnknownContacts(session);
        new MirrorLineMerge(session)
                .take(row -> reject(RecordKind.ORDER_LINE, row, "this line's order is not among the CRM's orders"));
    }

    /** Of an id that stands twice in a file the first is kept and the rest is listed; a CRM that told a record on two pages told the latest last. */
    private void keepOne(MirrorSession session, RecordKind kind, String table) {
        boolean file = session.number("SELECT count(line) FROM mirror.stage_" + table) > 0;
        // grouping millions of numbers needs a fraction of what grouping their texts does
        session.update("CREATE OR REPLACE TEMP TABLE suspect AS SELECT hash(id) AS h FROM mirror.stage_" + table
                + " GROUP BY h HAVING count(*) > 1");
        if (session.number("SELECT count(*) FROM suspect") == 0) {
            return;
        }
        session.update("CREATE OR REPLACE TEMP TABLE twice AS SELECT id, " + (file ? "min" : "max")
                + "(ordinal) AS kept FROM mirror.stage_" + table
                + " WHERE hash(id) IN (SELECT h FROM suspect) GROUP BY id HAVING count(*) > 1");
        if (session.number("SELECT count(*) FROM twice") == 0) {
            return;
        }
        if (file) {
            session.each(
                    "SELECT s.id, s.line FROM mirror.stage_" + table
                            + " s JOIN twice t ON t.id = s.id AND t.kept <> s.ordinal ORDER BY s.ordinal",
                    row -> reject(
                            kind, row, "its id stands twice; the first was kept, so give this one an id of its own"));
        }
        session.update(
                "DELETE FROM mirror.stage_" + table + " s USING twice t WHERE t.id = s.id AND t.kept <> s.ordinal");
        dropLinesOfDropped(session);
    }

    private static void dropLinesOfDropped(MirrorSession session) {
        session.update("DELETE FROM mirror.stage_order_line l WHERE l.of_order IS NOT NULL"
                + " AND NOT EXISTS (SELECT 1 FROM mirror.stage_orders o WHERE o.ordinal = l.of_order)");
    }

    private void take(MirrorSession session, RecordKind kind, String table, String values) {
        String own = "mirror." + table;
        String staged = kind == RecordKind.CONTACT ? MirrorSchema.STAGED_CONTACTS : "mirror.stage_" + table;
        boolean full = full(session, kind);
        if (session.number("SELECT count(*) FROM " + own) == 0) {
            changed += session.update("INSERT INTO " + own + " SELECT id, " + values + ", changed_at FROM " + staged
                    + " s WHERE NOT (" + lost(kind, full, "s") + ")");
            session.update("CREATE OR REPLACE TEMP TABLE removed_" + table
                    + " AS SELECT id FROM mirror.stage_gone WHERE kind = '" + kind + "'");
            return;
        }
        session.update("CREATE OR REPLACE TEMP TABLE changed AS SELECT s.* FROM " + staged + " s LEFT JOIN " + own
                + " m ON m.id = s.id WHERE m.id IS NULL OR (" + prefixed("s", values) + ") IS DISTINCT FROM ("
                + prefixed("m", values) + ")");
        session.update("DELETE FROM " + own + " WHERE id IN (SELECT id FROM changed)");
        changed += session.update("INSERT INTO " + own + " SELECT id, " + values + ", changed_at FROM changed");
        session.update("CREATE OR REPLACE TEMP TABLE removed_" + table + " AS SELECT id FROM " + own + " m WHERE "
                + lost(kind, full, "m")
                + (full ? " OR NOT EXISTS (FROM mirror.stage_" + table + " s WHERE s.id = m.id)" : ""));
        deleted += session.update("DELETE FROM " + own + " WHERE id IN (SELECT id FROM removed_" + table + ")");
    }

    /**
     * What was deleted, and what changed into something that cannot be read: what it said before, consent above all, may hold no longer. So a read of changes comes to what a read of
     * everything does. Of a file's id that stands twice, one row may be sound.
     */
    private static String lost(RecordKind kind, boolean full, String alias) {
        String same = ".kind = '" + kind + "' AND %s.id = " + alias + ".id)";
        return "EXISTS (FROM mirror.stage_gone g WHERE g" + same.formatted("g")
                + (full ? "" : " OR EXISTS (FROM mirror.stage_left_out l WHERE l" + same.formatted("l"));
    }

    /** All amounts are in the currency that the company reports in, the one of most orders; others are never added to them. */
    private void keepOneCurrency(MirrorSession session) {
        Optional<String> reporting = full(session, RecordKind.ORDER)
                ? currency(session, "stage_orders")
                : currency(session, "orders").or(() -> currency(session, "stage_orders"));
        if (reporting.isEmpty()
                || session.number("SELECT count(*) FROM mirror.stage_orders WHERE currency <> ?", reporting.get())
                        == 0) {
            return;
        }
        session.each(
                "SELECT id, line, currency FROM mirror.stage_orders WHERE currency <> ? ORDER BY ordinal",
                row -> reject(
                        RecordKind.ORDER,
                        row,
                        "it is in " + row.getString(3) + " without a rate, and the company reports in "
                                + reporting.get() + ", the currency of most orders: give the order its rate"),
                reporting.get());
        session.update(
                "INSERT INTO mirror.stage_left_out SELECT DISTINCT 'ORDER', id FROM mirror.stage_orders WHERE currency <> ?",
                reporting.get());
        session.update("DELETE FROM mirror.stage_orders WHERE currency <> ?", reporting.get());
        dropLinesOfDropped(session);
    }

    private static Optional<String> currency(MirrorSession session, String table) {
        return session.first(
                "SELECT currency FROM mirror." + table + " GROUP BY currency ORDER BY count(*) DESC, currency LIMIT 1",
                row -> row.getString(1));
    }

    private void tellUnknownContacts(MirrorSession session) {
        session.each(
                "SELECT s.id, s.line, s.contact_id FROM mirror.stage_orders s"
                        + " WHERE NOT EXISTS (FROM mirror.contact c WHERE c.id = s.contact_id) ORDER BY s.ordinal",
                row -> reject(
                        RecordKind.ORDER, row, "contact '" + row.getString(3) + "' is not in the CRM's contacts"));
    }

    private void takeResponses(MirrorSession session) {
        session.each(
                "SELECT contact_id, line FROM mirror.stage_response"
                        + " WHERE contact_id NOT IN (SELECT id FROM mirror.contact) ORDER BY ordinal",
                row -> reject(RecordKind.RESPONSE, row, "this contact is not in the CRM's contacts"));
        session.update("DELETE FROM mirror.response");
        session.update("INSERT INTO mirror.response SELECT campaign, contact_id, treatment, responded_on, responded"
                + " FROM mirror.stage_response WHERE contact_id IN (SELECT id FROM mirror.contact) ORDER BY ordinal");
    }

    /**
     * Where the CRM told its clock, up to when no stamp will appear any more. Elsewhere the latest stamp observed, never beyond the start of the read: what changed behind
     * a page already read is found by the next one. Contacts are read before all else, so the latest change among them is a time up to which what was read after them is
     * known too: where contacts change and orders do not, these contacts' orders are not read again and again. A cursor of nothing observed stays where it is.
     */
    private static void advanceCursors(MirrorSession session) {
        // least() passes over what is missing, so that without a stamp it would be the start, by a clock that is not
        // the CRM's
        session.update(
                "CREATE OR REPLACE TEMP TABLE cursors AS SELECT r.kind, greatest(c.changed_up_to, coalesce(r.quiet_up_to,"
                        + " CASE WHEN r.observed IS NOT NULL OR f.observed IS NOT NULL AND c.changed_up_to IS NOT NULL"
                        + " THEN least(greatest(r.observed, f.observed), r.started_at) END)) AS changed_up_to, r.series"
                        + " FROM mirror.sync_read r LEFT JOIN mirror.sync_cursor c ON c.kind = r.kind"
                        + " LEFT JOIN mirror.sync_read f ON f.kind = 'CONTACT'");
        session.update("DELETE FROM cursors WHERE changed_up_to IS NULL");
        session.update("DELETE FROM mirror.sync_cursor WHERE kind IN (SELECT kind FROM cursors)");
        session.update("INSERT INTO mirror.sync_cursor SELECT kind, changed_up_to, series FROM cursors");
    }

    private static void clearStage(MirrorSession session) {
        Stream.of(
                        "stage_contact",
                        "stage_orders",
                        "stage_order_line",
                        "stage_engagement",
                        "stage_response",
                        "stage_left_out",
                        "stage_gone",
                        "sync_read")
                .map(table -> "mirror." + table)
                .filter(session::holds)
                .forEach(table -> session.update("DELETE FROM " + table));
        session.update("DROP TABLE IF EXISTS mirror.stage_series");
    }

    static boolean full(MirrorSession session, RecordKind kind) {
        return session.holds("mirror.sync_read WHERE changed_since IS NULL AND kind = '" + kind + "'");
    }

    private void reject(RecordKind kind, ResultSet row, String reason) throws SQLException {
        int line = row.getInt("line");
        OptionalInt place = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(line);
        String what = kind == RecordKind.ORDER_LINE ? "order" : kind.name().toLowerCase(Locale.ROOT);
        String id = row.getString(1);
        rejected.accept(new RejectedRecord(kind, id, place, what + " " + id + ": " + reason));
    }

    private static String prefixed(String alias, String columns) {
        return alias + "." + columns.replace(", ", ", " + alias + ".");
    }
}
