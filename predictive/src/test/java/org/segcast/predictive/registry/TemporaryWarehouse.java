/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A warehouse in a file; one connection stays open so that the others share its database. */
final class TemporaryWarehouse implements WarehouseConnections, AutoCloseable {

    private final String url;
    private final Connection keeper;

    TemporaryWarehouse(Path folder) throws SQLException {
        this.url = "jdbc:duckdb:" + folder.resolve("warehouse.duckdb");
        this.keeper = DriverManager.getConnection(url);
    }

    @Override
    public Connection open() throws SQLException {
        return DriverManager.getConnection(url);
    }

    long count(String table) throws SQLException {
        try (Statement statement = keeper.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM predictive." + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        keeper.close();
    }
}
