/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.segcast.predictive.ErrorCode;
import org.segcast.predictive.SegcastException;

/** Statements against the warehouse, each with a word on what was tried for the message if it fails. */
final class Warehouse {

    private final WarehouseConnections connections;

    Warehouse(WarehouseConnections connections) {
        this.connections = Objects.requireNonNull(connections);
        run("making the predictive tables", connection -> {
            for (String table : PredictiveTables.DEFINITIONS) {
                execute(connection, table);
            }
            return true;
        });
    }

    /** What is done with a connection. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** One row of a result. */
    interface Row<T> {
        T from(ResultSet row) throws SQLException;
    }

    /** Takes the rows of a result one by one. */
    interface RowSink {
        void accept(ResultSet row) throws SQLException;
    }

    /** Rows to be appended. */
    interface Rows {
        void appendTo(DuckDBAppender appender) throws SQLException;
    }

    /** A step of a transaction. */
    interface Step {
        void on(Connection connection) throws SQLException;
    }

    <T> T run(String tried, Work<T> work) {
        try (Connection connection = connections.open()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw failed(tried, e);
        }
    }

    /** All or nothing. */
    void transaction(String tried, Step step) {
        run(tried, connection -> {
            connection.setAutoCommit(false);
            try {
                step.on(connection);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
            return true;
        });
    }

    /**
     * Makes the staging table anew and fills it; it is nobody's content until a transaction takes it over. The rows are one transaction: DuckDB would else write most of them twice,
     * into its log first, and whoever commits next would wait for it.
     */
    void stage(String tried, String table, String columns, Rows rows) {
        run(tried, connection -> {
            execute(connection, "CREATE OR REPLACE TABLE predictive." + table + " (" + columns + ")");
            connection.setAutoCommit(false);
            DuckDBConnection duck = connection.unwrap(DuckDBConnection.class);
            try (DuckDBAppender appender = duck.createAppender("predictive", table)) {
                rows.appendTo(appender);
            }
            connection.commit();
            return true;
        });
    }

    <T> List<T> list(String tried, Row<T> mapping, String sql, Object... parameters) {
        return run(tried, connection -> list(connection, mapping, sql, parameters));
    }

    /** Tells rows as they are read, so that memory stays flat however many there are. */
    void flow(String tried, RowSink sink, String sql, Object... parameters) {
        run(tried, connection -> {
            flow(connection, sink, sql, parameters);
            return true;
        });
    }

    static void flow(Connection connection, RowSink sink, String sql, Object... parameters) throws SQLException {
        streamResults(connection);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sink.accept(rows);
                }
            }
        }
    }

    /** Results of this connection are read as they come; DuckDB would else hold all of one at once. */
    static void streamResults(Connection connection) throws SQLException {
        execute(connection, "SET jdbc_stream_results = true");
    }

    static <T> List<T> list(Connection connection, Row<T> mapping, String sql, Object... parameters)
            throws SQLException {
        List<T> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(mapping.from(rows));
                }
            }
        }
        return found;
    }

    static void update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            statement.executeUpdate();
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static SegcastException failed(String tried, SQLException e) {
        return new SegcastException(
                ErrorCode.WAREHOUSE_FAILED,
                "The warehouse failed at " + tried + " (" + e.getClass().getSimpleName()
                        + "). What was there is unchanged; try again",
                e);
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
