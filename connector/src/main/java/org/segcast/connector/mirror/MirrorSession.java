/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/** One connection's work on the connector's tables, with values always bound. What DuckDB refuses becomes a {@link SegcastException} that quotes no values. */
public final class MirrorSession implements AutoCloseable {
    private final Connection connection;

    private MirrorSession(Connection connection) {
        this.connection = connection;
    }

    public static MirrorSession open(Warehouse warehouse) {
        try {
            return new MirrorSession(warehouse.open());
        } catch (SQLException broken) {
            throw failed("opening a connection", broken);
        }
    }

    /** All of the work or nothing of it. The transaction begins here and not lazily: an appender would else write outside of it. */
    public static void inTransaction(Warehouse warehouse, Work work) {
        try (MirrorSession session = open(warehouse)) {
            session.update("BEGIN TRANSACTION");
            work.on(session);
            session.update("COMMIT");
        }
    }

    public interface Work {
        void on(MirrorSession session);
    }

    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    public interface RowVisitor {
        void visit(ResultSet row) throws SQLException;
    }

    public interface Appending {
        void to(DuckDBAppender appender) throws SQLException;
    }

    public int update(String sql, Object... values) {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException broken) {
            throw failed(sql, broken);
        }
    }

    public void each(String sql, RowVisitor visitor, Object... values) {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                visitor.visit(rows);
            }
        } catch (SQLException broken) {
            throw failed(sql, broken);
        }
    }

    public <T> List<T> list(String sql, RowReader<T> reader, Object... values) {
        List<T> found = new ArrayList<>();
        each(sql, row -> found.add(reader.read(row)), values);
        return found;
    }

    public <T> Optional<T> first(String sql, RowReader<T> reader, Object... values) {
        return list(sql, reader, values).stream().findFirst();
    }

    public long number(String sql, Object... values) {
        return first(sql, row -> row.getLong(1), values).orElse(0L);
    }

    /** @param rows a table, with a condition where not every row counts */
    boolean holds(String rows) {
        return first("SELECT 1 FROM " + rows + " LIMIT 1", row -> true).isPresent();
    }

    void append(String table, Appending appending) {
        append(MirrorSchema.NAME, table, appending);
    }

    public void append(String schema, String table, Appending appending) {
        try (DuckDBAppender appender = connection.unwrap(DuckDBConnection.class).createAppender(schema, table)) {
            appending.to(appender);
        } catch (SQLException broken) {
            throw failed("appending to " + table, broken);
        }
    }

    /** As {@link #each}, but memory stays flat however many rows there are; nothing else may be asked of this session meanwhile. */
    public void flow(String sql, RowVisitor visitor, Object... values) {
        try (MirrorCursor cursor = stream(sql, values)) {
            for (; cursor.onRow(); cursor.advance()) {
                visitor.visit(cursor.row());
            }
        } catch (SQLException broken) {
            throw failed(sql, broken);
        }
    }

    /** Rows as they come, so that memory stays flat however many there are; nothing else may be asked of this session meanwhile. */
    MirrorCursor stream(String sql, Object... values) {
        update("SET jdbc_stream_results = true");
        try {
            PreparedStatement statement = prepared(sql, values);
            return new MirrorCursor(statement, statement.executeQuery());
        } catch (SQLException broken) {
            throw failed(sql, broken);
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, bound(values[i]));
        }
        return statement;
    }

    /** Texts in a list become an array, instants UTC times, an empty Optional NULL. */
    private Object bound(Object value) throws SQLException {
        if (value instanceof Collection<?> texts) {
            return connection.createArrayOf("VARCHAR", texts.toArray());
        }
        if (value instanceof Instant instant) {
            return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
        return value instanceof Optional<?> optional && optional.isPresent()
                ? bound(optional.get())
                : value instanceof Optional<?> ? null : value;
    }

    /** DuckDB's own message may hold values, so only its first words (the error's kind) are passed on, and no cause. */
    public static SegcastException failed(String what, SQLException cause) {
        String said = String.valueOf(cause.getMessage());
        String kind = said.contains(":") ? said.substring(0, said.indexOf(':')) : "no reason given";
        return new SegcastException(ErrorCode.MIRROR_FAILED, "The mirror failed (" + kind + ") at: " + what.strip());
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException broken) {
            throw failed("closing a connection", broken);
        }
    }
}
