/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.segcast.connector.spi.RecordKind;
import org.segcast.connector.spi.RejectedRecord;

/** Takes over what was staged, inside one transaction, writing only rows that differ. */
final class MirrorMerge {
    private static final String CONTACT_VALUES =
            "name, email, phone, company, active, email_allowed, profiling_allowed, attributes";
    private static final String ORDER_VALUES =
            "contact_id, ordered_at, amount, currency, state, original_amount, original_currency";
    private static final String ENGAGEMENT_VALUES = "contact_id, kind, happened_at";
    private static final String LINE_SUM =
            "SELECT order_id, sum(hash(product, category, quantity, amount)) AS lines FROM ";

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
        keepOne(session, RecordKind.CONTACT, "contact");
        long before = changed + deleted;
        take(session, RecordKind.CONTACT, "contact", CONTACT_VALUES, "id");
        if (changed + deleted > before) {
            MirrorAttributes.infer(session);
        }
        keepOne(session, RecordKind.ORDER, "orders");
        keepOneCurrency(session);
        take(session, RecordKind.ORDER, "orders", ORDER_VALUES, "contact_id, ordered_at, id");
        tellUnknownContacts(session);
        takeLines(session);
        keepOne(session, RecordKind.ENGAGEMENT, "engagement");
        take(session, RecordKind.ENGAGEMENT, "engagement", ENGAGEMENT_VALUES, "contact_id, happened_at, id");
        takeResponses(session);
        MirrorLeftOut.take(session);
        advanceCursors(session);
        clearStage(session);
    }

    /** Of an id that stands twice in a file the first is kept and the rest is listed; a CRM that told a record on two pages told the latest last. */
    private void keepOne(MirrorSession session, RecordKind kind, String table) {
        boolean file = session.number("SELECT count(line) FROM mirror.stage_" + table) > 0;
        session.update("CREATE OR REPLACE TEMP TABLE twice AS SELECT id, " + (file ? "min" : "max")
                + "(ordinal) AS kept FROM mirror.stage_" + table + " GROUP BY id HAVING count(*) > 1");
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

    private void take(MirrorSession session, RecordKind kind, String table, String values, String order) {
        String own = "mirror." + table;
        String stage = "mirror.stage_" + table;
        session.update("CREATE OR REPLACE TEMP TABLE changed AS SELECT s.id FROM " + stage + " s LEFT JOIN " + own
                + " m ON m.id = s.id WHERE m.id IS NULL OR (" + prefixed("s", values) + ") IS DISTINCT FROM ("
                + prefixed("m", values) + ")");
        session.update("DELETE FROM " + own + " WHERE id IN (SELECT id FROM changed)");
        changed += session.update("INSERT INTO " + own + " SELECT id, " + values + ", changed_at FROM " + stage
                + " WHERE id IN (SELECT id FROM changed) ORDER BY " + order);
        if (full(session, kind)) {
            deleted += session.update("DELETE FROM " + own + " WHERE id NOT IN (SELECT id FROM " + stage + ")");
        }
        deleted += session.update(
                "DELETE FROM " + own + " WHERE id IN (SELECT id FROM mirror.stage_gone WHERE kind = ?)", kind.name());
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
                        + " WHERE s.contact_id NOT IN (SELECT id FROM mirror.contact) ORDER BY s.ordinal",
                row -> reject(
                        RecordKind.ORDER, row, "contact '" + row.getString(3) + "' is not in the CRM's contacts"));
    }

    private void takeLines(MirrorSession session) {
        session.each(
                "SELECT order_id, line FROM mirror.stage_order_line"
                        + " WHERE order_id NOT IN (SELECT id FROM mirror.orders) ORDER BY ordinal",
                row -> reject(RecordKind.ORDER_LINE, row, "this line's order is not among the CRM's orders"));
        inTheOrdersOwn(session);
        String held = full(session, RecordKind.ORDER)
                ? "mirror.order_line"
                : "mirror.order_line WHERE order_id IN (SELECT id FROM mirror.stage_orders)";
        session.update("CREATE OR REPLACE TEMP TABLE changed AS SELECT coalesce(s.order_id, m.order_id) AS id FROM ("
                + LINE_SUM
                + "mirror.stage_order_line WHERE order_id IN (SELECT id FROM mirror.orders) GROUP BY order_id) s"
                + " FULL JOIN (" + LINE_SUM + held + " GROUP BY order_id) m ON m.order_id = s.order_id"
                + " WHERE s.lines IS DISTINCT FROM m.lines");
        session.update("DELETE FROM mirror.order_line WHERE order_id IN (SELECT id FROM changed)"
                + " OR order_id NOT IN (SELECT id FROM mirror.orders)");
        session.update("INSERT INTO mirror.order_line SELECT order_id, product, category, quantity, amount, ordinal"
                + " FROM mirror.stage_order_line WHERE order_id IN (SELECT id FROM changed)"
                + " AND order_id IN (SELECT id FROM mirror.orders) ORDER BY order_id, ordinal");
    }

    /** Loose lines get the currency of their order's amount, and those of a refund its sign. */
    private static void inTheOrdersOwn(MirrorSession session) {
        session.update(
                "UPDATE mirror.stage_order_line l SET amount = CASE WHEN o.original_amount = 0 THEN 0"
                        + " ELSE round(CAST(l.amount AS DOUBLE) * CAST(o.amount AS DOUBLE) / CAST(o.original_amount AS DOUBLE), 2) END"
                        + " FROM mirror.orders o WHERE o.id = l.order_id AND l.of_order IS NULL AND o.original_amount IS NOT NULL");
        session.update("UPDATE mirror.stage_order_line l SET amount = -l.amount, quantity = -l.quantity"
                + " FROM (SELECT s.order_id FROM mirror.stage_order_line s JOIN mirror.orders o ON o.id = s.order_id"
                + " WHERE o.state = 'REFUND' AND s.of_order IS NULL GROUP BY s.order_id HAVING sum(s.amount) > 0) r"
                + " WHERE r.order_id = l.order_id AND l.of_order IS NULL");
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

    /** Never beyond the start of the read: what changed behind a page already read is found by the next one. */
    private static void advanceCursors(MirrorSession session) {
        session.update("CREATE OR REPLACE TEMP TABLE cursors AS SELECT r.kind,"
                + " greatest(c.changed_up_to, least(r.observed, r.started_at)) AS changed_up_to FROM mirror.sync_read r"
                + " LEFT JOIN mirror.sync_cursor c ON c.kind = r.kind WHERE r.observed IS NOT NULL");
        session.update("DELETE FROM mirror.sync_cursor WHERE kind IN (SELECT kind FROM cursors)");
        session.update("INSERT INTO mirror.sync_cursor SELECT kind, changed_up_to FROM cursors");
    }

    private static void clearStage(MirrorSession session) {
        for (String table : new String[] {
            "stage_contact",
            "stage_orders",
            "stage_order_line",
            "stage_engagement",
            "stage_response",
            "stage_left_out",
            "stage_gone",
            "sync_read"
        }) {
            session.update("DELETE FROM mirror." + table);
        }
        session.update("DROP TABLE IF EXISTS mirror.stage_series");
    }

    static boolean full(MirrorSession session, RecordKind kind) {
        return session.number(
                        "SELECT count(*) FROM mirror.sync_read WHERE kind = ? AND changed_since IS NULL", kind.name())
                > 0;
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
