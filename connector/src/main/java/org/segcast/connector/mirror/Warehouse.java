/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import java.sql.Connection;
import java.sql.SQLException;

/** The one embedded database file; every connection sees the same data. */
@FunctionalInterface
public interface Warehouse {
    /** A connection of the caller's own, to be closed by it. */
    Connection open() throws SQLException;
}
