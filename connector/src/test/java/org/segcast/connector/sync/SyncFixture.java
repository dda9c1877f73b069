/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sync;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.segcast.connector.mirror.DuckDbWarehouse;
import org.segcast.connector.mirror.Mirror;
import org.segcast.connector.mirror.MirrorCounts;
import org.segcast.connector.spi.HostCrm;
import org.segcast.connector.spi.ProgressListener;

/** A mirror in a folder, and syncs into it. */
final class SyncFixture implements AutoCloseable {
    private static final LocalDate LATE = LocalDate.parse("2100-01-01");
    private static final SyncSettings SMALL_PAGES = new SyncSettings(2, Duration.ofMinutes(10), 3, 2);

    private final Path folder;
    private DuckDbWarehouse warehouse;

    SyncFixture(Path folder) {
        this.folder = folder;
        restart();
    }

    /** What is left after the process is gone: the file. */
    void restart() {
        if (warehouse != null) {
            warehouse.close();
        }
        warehouse = new DuckDbWarehouse(folder.resolve("warehouse.duckdb"), 200, 2);
    }

    Mirror mirror() {
        return new Mirror(warehouse);
    }

    SyncResult sync(HostCrm crm, String startedAt) {
        return sync(crm, startedAt, ProgressListener.SILENT);
    }

    SyncResult sync(HostCrm crm, String startedAt, ProgressListener progress) {
        return new Sync(crm, mirror(), SMALL_PAGES).run(Instant.parse(startedAt), progress);
    }

    MirrorCounts counts() {
        return mirror().counts(LATE);
    }

    String name(String id) {
        return mirror().find(id, LATE).orElseThrow().contact().name();
    }

    @Override
    public void close() {
        warehouse.close();
    }
}
