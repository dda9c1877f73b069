/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/** A DuckDB file, open as long as this object is; DuckDB lets one process at a time in. */
public final class DuckDbWarehouse implements Warehouse, AutoCloseable {
    private final DuckDBConnection root;

    /**
     * @param file created, with its folder, where missing
     * @param memoryLimitMb beyond it DuckDB spills to a folder beside the file
     */
    public DuckDbWarehouse(Path file, int memoryLimitMb, int threads) {
        if (memoryLimitMb < 64 || threads < 1) {
            throw new IllegalArgumentException("warehouse with " + memoryLimitMb + " MB and " + threads
                    + " threads, expected at least 64 MB and 1 thread");
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            root = (DuckDBConnection) new DuckDBDriver()
                    .connect("jdbc:duckdb:" + file.toAbsolutePath(), settings(memoryLimitMb, threads));
        } catch (IOException | SQLException broken) {
            throw new SegcastException(
                    ErrorCode.MIRROR_FAILED,
                    "Opening the warehouse " + file + " failed ("
                            + broken.getClass().getSimpleName()
                            + "): check that no other Segcast runs on this folder and that the server may write there",
                    broken);
        }
    }

    private static Properties settings(int memoryLimitMb, int threads) {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", memoryLimitMb + "MB");
        settings.setProperty("threads", Integer.toString(threads));
        return settings;
    }

    @Override
    public Connection open() throws SQLException {
        return root.duplicate();
    }

    /** Writes what is still in the log into the file. */
    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException broken) {
            throw new SegcastException(
                    ErrorCode.MIRROR_FAILED, "Closing the warehouse failed: the next start recovers it", broken);
        }
    }
}
