/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBAppender;

/**
 * Who is in which segment, and every change of it with its date. A kind ({@code rfm}) puts each contact into one segment at most, but
 * for the rule segments, which {@link RuleMemberships} keeps. The
 * same date may be run again: what had been recorded for it is recorded anew against the state before it, so that the same data leave
 * the same history; an earlier date takes back what had been recorded after it.
 */
public final class MembershipStore {

    private static final String STAGED = "contact_id VARCHAR NOT NULL, segment VARCHAR NOT NULL";
    private static final String STAGE_CHANGES = """
            INSERT INTO predictive.staged_change
            WITH taken_back AS (
              SELECT contact_id, arg_min(from_segment, as_of) AS segment FROM predictive.membership_history
              WHERE kind = ? AND as_of >= ? GROUP BY contact_id),
            now AS (SELECT contact_id, segment FROM predictive.membership WHERE kind = ?),
            before AS (
              SELECT coalesce(t.contact_id, n.contact_id) AS contact_id, coalesce(t.segment, n.segment) AS segment
              FROM now n FULL JOIN taken_back t ON t.contact_id = n.contact_id)
            SELECT coalesce(s.contact_id, b.contact_id), coalesce(b.segment, ''), coalesce(s.segment, '')
            FROM before b FULL JOIN predictive.staged_membership s ON s.contact_id = b.contact_id
            WHERE coalesce(b.segment, '') <> coalesce(s.segment, '')""";
    private static final String RECORD_CHANGES = """
            INSERT INTO predictive.membership_history
            SELECT ?, contact_id, ?, from_segment, to_segment,
              CASE WHEN from_segment = '' THEN 'JOINED' WHEN to_segment = '' THEN 'LEFT' ELSE 'MOVED' END
            FROM predictive.staged_change ORDER BY contact_id""";
    private static final String CHANGE =
            "SELECT contact_id, as_of, from_segment, to_segment, cause FROM predictive.membership_history";

    private final Warehouse warehouse;

    public MembershipStore(WarehouseConnections connections) {
        this.warehouse = new Warehouse(connections);
    }

    /** Replaces all memberships of a kind at once and records who changed. */
    public void replace(String kind, LocalDate asOf, Assignments assignments) {
        warehouse.stage("writing memberships", "staged_membership", STAGED, appender -> append(appender, assignments));
        warehouse.transaction("replacing the memberships", connection -> {
            Warehouse.execute(
                    connection,
                    "CREATE OR REPLACE TABLE predictive.staged_change (contact_id VARCHAR, from_segment VARCHAR, to_segment VARCHAR)");
            Warehouse.update(connection, STAGE_CHANGES, kind, asOf, kind);
            Warehouse.update(
                    connection, "DELETE FROM predictive.membership_history WHERE kind = ? AND as_of >= ?", kind, asOf);
            Warehouse.update(connection, RECORD_CHANGES, kind, asOf);
            replaceMemberships(connection, kind, asOf);
        });
    }

    /** The segments that have members, by key. */
    public Map<String, Long> sizes(String kind) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        warehouse
                .list(
                        "counting members",
                        row -> Map.entry(row.getString(1), row.getLong(2)),
                        "SELECT segment, count(*) FROM predictive.membership WHERE kind = ? GROUP BY segment ORDER BY segment",
                        kind)
                .forEach(entry -> sizes.put(entry.getKey(), entry.getValue()));
        return sizes;
    }

    /** All memberships of a kind, read as they are told: memory stays flat however many there are. */
    public Assignments assignments(String kind) {
        return sink -> warehouse.flow(
                "reading memberships",
                row -> sink.accept(row.getString(1), row.getString(2)),
                "SELECT contact_id, segment FROM predictive.membership WHERE kind = ?",
                kind);
    }

    public Optional<LocalDate> asOf(String kind) {
        return warehouse
                .list(
                        "reading the as-of date",
                        row -> Warehouse.date(row, "as_of"),
                        "SELECT as_of FROM predictive.membership WHERE kind = ? LIMIT 1",
                        kind)
                .stream()
                .findFirst();
    }

    public Optional<String> segmentOf(String kind, String contactId) {
        return warehouse
                .list(
                        "reading a membership",
                        row -> row.getString(1),
                        "SELECT segment FROM predictive.membership WHERE kind = ? AND contact_id = ?",
                        kind,
                        contactId)
                .stream()
                .findFirst();
    }

    /** The segments of a kind that a contact is in, where it may be in several. */
    public List<String> segmentsOf(String kind, String contactId) {
        return warehouse.list(
                "reading memberships",
                row -> row.getString(1),
                "SELECT segment FROM predictive.membership WHERE kind = ? AND contact_id = ? ORDER BY segment",
                kind,
                contactId);
    }

    /** One contact's changes, newest first; the first one's {@code from} is the previous segment. */
    public List<SegmentChange> changes(String kind, String contactId) {
        return warehouse.list(
                "reading changes",
                MembershipStore::change,
                CHANGE + " WHERE kind = ? AND contact_id = ? ORDER BY as_of DESC",
                kind,
                contactId);
    }

    /** Who moved at a date, most first; who joined comes from empty. */
    public List<SegmentMove> moves(String kind, LocalDate asOf) {
        return warehouse.list(
                "reading moves",
                row -> new SegmentMove(row.getString(1), row.getString(2), row.getLong(3)),
                "SELECT from_segment, to_segment, count(*) FROM predictive.membership_history WHERE kind = ? AND as_of = ?"
                        + " GROUP BY from_segment, to_segment ORDER BY count(*) DESC, from_segment, to_segment",
                kind,
                asOf);
    }

    /**
     * Who is in another segment at the end of a time than at its beginning, most first; who came back in between did not move. Who joined comes from empty, who left goes
     * there.
     *
     * @param after changes recorded at this date belong to the beginning
     */
    public List<SegmentMove> moves(String kind, LocalDate after, LocalDate upTo) {
        return warehouse.list(
                "reading moves",
                row -> new SegmentMove(row.getString(1), row.getString(2), row.getLong(3)),
                "SELECT before, now, count(*) FROM (SELECT arg_min(from_segment, as_of) AS before,"
                        + " arg_max(to_segment, as_of) AS now FROM predictive.membership_history"
                        + " WHERE kind = ? AND as_of > ? AND as_of <= ? GROUP BY contact_id)"
                        + " WHERE before <> now GROUP BY before, now ORDER BY count(*) DESC, before, now",
                kind,
                after,
                upTo);
    }

    /** The dates at which somebody joined, moved or left, newest first. */
    public List<LocalDate> changeDates(String kind) {
        return warehouse.list(
                "reading the dates of changes",
                row -> Warehouse.date(row, "as_of"),
                "SELECT DISTINCT as_of FROM predictive.membership_history WHERE kind = ? ORDER BY as_of DESC",
                kind);
    }

    private static void replaceMemberships(Connection connection, String kind, LocalDate asOf) throws SQLException {
        Warehouse.update(connection, "DELETE FROM predictive.membership WHERE kind = ?", kind);
        Warehouse.update(
                connection,
                "INSERT INTO predictive.membership SELECT ?, contact_id, segment, ? FROM predictive.staged_membership"
                        + " ORDER BY contact_id",
                kind,
                asOf);
        Warehouse.execute(connection, "DROP TABLE predictive.staged_membership");
        Warehouse.execute(connection, "DROP TABLE predictive.staged_change");
    }

    private static void append(DuckDBAppender appender, Assignments assignments) {
        assignments.forEach((contactId, segment) -> {
            try {
                appender.beginRow();
                appender.append(contactId);
                appender.append(segment);
                appender.endRow();
            } catch (SQLException e) {
                throw Warehouse.failed("writing the membership of contact " + contactId, e);
            }
        });
    }

    private static SegmentChange change(ResultSet row) throws SQLException {
        return new SegmentChange(
                row.getString("contact_id"),
                Warehouse.date(row, "as_of"),
                row.getString("from_segment"),
                row.getString("to_segment"),
                SegmentChange.Cause.valueOf(row.getString("cause")));
    }
}
