/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.warehouse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/** Lists over the mirror and the memberships and scores together, each one a single query. */
@ApplicationScoped
public class ContactTable {
    private static final String ORDERED =
            " FROM mirror.orders WHERE state IN ('CONFIRMED', 'REFUND') AND ordered_at >= ? AND ordered_at < ? GROUP BY contact_id";
    private static final String KNOWN =
            " FROM mirror.contact c" + " LEFT JOIN predictive.membership m ON m.contact_id = c.id AND m.kind = 'rfm'";
    private static final String FITTING = " WHERE (? = '' OR EXISTS (SELECT 1 FROM predictive.membership i"
            + " WHERE i.contact_id = c.id AND i.segment = ?)) AND (? = '' OR contains(strip_accents(lower(concat_ws("
            + "' ', c.name, c.email, c.company))), strip_accents(lower(?))))";
    private static final String ROWS =
            "WITH placed AS (SELECT contact_id, count(*) FILTER (state = 'CONFIRMED') AS orders, sum(amount) AS spent,"
                    + " max(ordered_at) FILTER (state = 'CONFIRMED') AS last_order"
                    + ORDERED
                    + ") SELECT c.id, c.name, c.email, c.attributes['city'] AS city, m.segment, coalesce(p.orders, 0) AS orders,"
                    + " coalesce(p.spent, 0) AS spent, p.last_order, s.probability AS chance, s.band, c.email_allowed"
                    + KNOWN
                    + " LEFT JOIN placed p ON p.contact_id = c.id"
                    + " LEFT JOIN predictive.score s ON s.contact_id = c.id AND s.objective = ?"
                    + FITTING;
    private static final String TOTALS = "WITH placed AS (SELECT contact_id, sum(amount) AS spent" + ORDERED
            + ") SELECT m.segment, count(*), count(*) FILTER (c.email_allowed AND c.email <> ''), coalesce(sum(p.spent), 0)"
            + " FROM predictive.membership m JOIN mirror.contact c ON c.id = m.contact_id"
            + " LEFT JOIN placed p ON p.contact_id = m.contact_id WHERE m.kind = ? GROUP BY m.segment";
    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    @Inject
    private Warehouse warehouse;

    /** Columns that a list can be sorted by. */
    public enum Column {
        NAME("strip_accents(lower(c.name))"),
        ORDERS("orders"),
        SPENT("spent"),
        LAST_ORDER("p.last_order"),
        CHANCE("s.probability");

        private final String expression;

        Column(String expression) {
            this.expression = expression;
        }
    }

    /** @param segment a key, or empty text for everybody */
    public record Filter(String segment, String text) {}

    public record Slice(Column column, boolean ascending, int offset, int limit) {}

    /** Absent values come as null from the database and stay inside this package's callers' mapping. */
    @FunctionalInterface
    public interface Mapping<T> {
        T row(ResultSet row) throws SQLException;
    }

    /** What a segment's members come to. */
    public record SegmentTotals(String segment, long size, long emailable, double revenue) {}

    public long count(Filter filter) {
        return query(
                        "SELECT count(*)" + KNOWN + FITTING,
                        row -> row.getLong(1),
                        filter.segment(),
                        filter.segment(),
                        filter.text(),
                        filter.text())
                .get(0);
    }

    /** Orders after {@code asOf} do not count. Columns: id, name, email, city, segment, orders, spent, last_order, chance, band, email_allowed. */
    public <T> List<T> rows(Filter filter, Slice slice, LocalDate asOf, String objective, Mapping<T> mapping) {
        return query(
                ROWS + " ORDER BY " + slice.column().expression + (slice.ascending() ? " ASC" : " DESC")
                        + " NULLS LAST, c.id LIMIT ? OFFSET ?",
                mapping,
                BEGINNING,
                asOf.plusDays(1),
                objective,
                filter.segment(),
                filter.segment(),
                filter.text(),
                filter.text(),
                slice.limit(),
                slice.offset());
    }

    /** All rows of a filter by name, told as they are read, so that memory stays flat however many there are. Columns as in {@link #rows}. */
    public <T> void each(Filter filter, LocalDate asOf, String objective, Mapping<T> mapping, Consumer<T> sink) {
        read(
                true,
                ROWS + " ORDER BY " + Column.NAME.expression + " NULLS LAST, c.id",
                row -> sink.accept(mapping.row(row)),
                BEGINNING,
                asOf.plusDays(1),
                objective,
                filter.segment(),
                filter.segment(),
                filter.text(),
                filter.text());
    }

    /** What the members of every segment of a kind come to; revenue from one date to another, both included. */
    public List<SegmentTotals> totals(String kind, LocalDate from, LocalDate to) {
        return query(
                TOTALS,
                row -> new SegmentTotals(row.getString(1), row.getLong(2), row.getLong(3), row.getDouble(4)),
                from,
                to.plusDays(1),
                kind);
    }

    /** Who objected, was archived or deleted since the features were computed. */
    public List<String> noLongerProfiled() {
        return warehouse.features().schema().isEmpty()
                ? List.of()
                : query(
                        "SELECT contact_id FROM predictive.feature WHERE contact_id NOT IN"
                                + " (SELECT id FROM mirror.contact WHERE profiling_allowed AND active)",
                        row -> row.getString(1));
    }

    /** Names of contacts by id; who is not there any more has none. */
    public Map<String, String> names(List<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : query(
                                "SELECT id, name FROM mirror.contact WHERE id IN ("
                                        + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")",
                                row -> Map.entry(row.getString(1), row.getString(2)),
                                ids.toArray())
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The currency of most orders; empty text without orders. */
    public String currency() {
        return query(
                        "SELECT currency FROM mirror.orders WHERE state = 'CONFIRMED' GROUP BY currency ORDER BY count(*) DESC, currency LIMIT 1",
                        row -> row.getString(1))
                .stream()
                .findFirst()
                .orElse("");
    }

    /** How many as-of dates have recorded changes of membership. */
    public long recordedDates() {
        return query(
                        "SELECT count(DISTINCT as_of) FROM predictive.membership_history WHERE kind = 'rfm'",
                        row -> row.getLong(1))
                .get(0);
    }

    private <T> List<T> query(String sql, Mapping<T> mapping, Object... parameters) {
        List<T> found = new ArrayList<>();
        read(false, sql, row -> found.add(mapping.row(row)), parameters);
        return found;
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /** @param asTheyCome or else all at once, which is quicker for a few */
    private void read(boolean asTheyCome, String sql, Reader reader, Object... parameters) {
        try (Connection connection = warehouse.connection();
                Statement setting = connection.createStatement()) {
            setting.execute("SET jdbc_stream_results = " + asTheyCome);
            read(connection, sql, reader, parameters);
        } catch (SQLException broken) {
            throw new SegcastException(
                    ErrorCode.MIRROR_FAILED,
                    "Reading contacts from the warehouse failed: try again, and look at the disk's free space",
                    broken);
        }
    }

    private static void read(Connection connection, String sql, Reader reader, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }
}
