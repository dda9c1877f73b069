/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to the one DuckDB file of the warehouse; whoever opens one closes it. */
public interface WarehouseConnections {

    /** A connection in auto-commit mode that unwraps to a {@code DuckDBConnection}. */
    Connection open() throws SQLException;
}
