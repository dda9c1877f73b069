/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows of a streaming query, one at a time, standing on the first row from the start. */
final class MirrorCursor implements AutoCloseable {
    private final PreparedStatement statement;
    private final ResultSet rows;
    private boolean onRow;

    MirrorCursor(PreparedStatement statement, ResultSet rows) throws SQLException {
        this.statement = statement;
        this.rows = rows;
        onRow = rows.next();
    }

    boolean onRow() {
        return onRow;
    }

    ResultSet row() {
        return rows;
    }

    void advance() throws SQLException {
        onRow = rows.next();
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        statement.close();
    }
}
