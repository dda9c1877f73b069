/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.odoo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import org.segcast.connector.http.CallGuard;
import org.segcast.connector.http.HttpPause;
import org.segcast.connector.mirror.DuckDbWarehouse;
import org.segcast.connector.mirror.Mirror;
import org.segcast.connector.odoo.OdooConfig;
import org.segcast.connector.odoo.OdooCrm;
import org.segcast.connector.push.Hysteresis;
import org.segcast.connector.push.Push;
import org.segcast.connector.push.PushPlan;
import org.segcast.connector.push.PushPlanner;
import org.segcast.connector.push.PushUndo;
import org.segcast.connector.spi.Footprint;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.PushReceipt;
import org.segcast.connector.sync.Sync;
import org.segcast.connector.sync.SyncResult;
import org.segcast.connector.sync.SyncSettings;

/** The copy of a real Odoo in a file, and the adapter that fills it, without a server around them. */
final class OdooMirror {
    private static final SyncSettings SMALL_PAGES = new SyncSettings(100, Duration.ofSeconds(1), 1_000, 50);

    private final Path file;
    private final Map<String, String> odoo;

    /**
     * @param odoo the scratch database's settings, as environment variables
     * @param address where it is asked: itself, or a proxy before it
     * @param patience how long each request may take; short only where answers are late on purpose
     */
    OdooMirror(Path folder, Map<String, String> odoo, URI address, Duration patience) {
        this.file = folder.resolve("warehouse.duckdb");
        this.odoo = Map.of(
                "url", address.toString(),
                "database", odoo.get("SEGCAST_ODOO_DATABASE"),
                "user", odoo.get("SEGCAST_ODOO_USER"),
                "api-key", odoo.get("SEGCAST_ODOO_API_KEY"),
                "request-timeout", patience.toString(),
                "attempts", "3");
    }

    /** As another mirror is now; that one must not be at work. */
    OdooMirror copyOf(OdooMirror other) {
        try {
            Files.createDirectories(file.getParent());
            Files.copy(other.file, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return this;
    }

    SyncResult sync(Instant now) {
        return withCrm((warehouse, crm) ->
                new Sync(crm, new Mirror(warehouse), SMALL_PAGES).run(now, ProgressListener.SILENT));
    }

    /** Makes the CRM hold the marks of a round, whatever it holds now. */
    PushReceipt push(MarkRound round) {
        return withCrm((warehouse, crm) -> {
            PushPlanner planner = new PushPlanner(warehouse);
            planner.readHeld(crm);
            PushPlan plan = planner.plan(round.over(new Mirror(warehouse).contactIds(true)), Hysteresis.NONE);
            return new Push(warehouse).apply(round.number(), plan, crm, ProgressListener.SILENT);
        });
    }

    /** Sets back what the push of a round changed, unless that is done. */
    void undo(int round) {
        withCrm((warehouse, crm) -> {
            PushUndo undo = new PushUndo(warehouse);
            if (undo.last().equals(OptionalLong.of(round))) {
                new PushPlanner(warehouse).readHeld(crm);
                undo.apply(round, crm, ProgressListener.SILENT);
                undo.forget(round);
            }
            return round;
        });
    }

    /** Takes away all that was ever written. */
    Footprint removeAll() {
        return withCrm((warehouse, crm) -> {
            crm.removeAll(ProgressListener.SILENT);
            new PushUndo(warehouse).forgetAll();
            return crm.footprint();
        });
    }

    private <R> R withCrm(BiFunction<DuckDbWarehouse, OdooCrm, R> work) {
        ExecutorService background = Executors.newCachedThreadPool();
        try (DuckDbWarehouse warehouse = new DuckDbWarehouse(file, 128, 1);
                OdooCrm crm = crm(background)) {
            return work.apply(warehouse, crm);
        } finally {
            background.shutdown();
        }
    }

    Set<String> profiled() {
        try (DuckDbWarehouse warehouse = new DuckDbWarehouse(file, 128, 1)) {
            return new Mirror(warehouse).contactIds(true);
        }
    }

    private OdooCrm crm(ExecutorService background) {
        OdooConfig config = OdooConfig.from(odoo);
        HttpPause brief = time -> Thread.sleep(time.toMillis() / 10);
        return new OdooCrm(config, background, new CallGuard(config.policy(), Clock.systemUTC(), () -> 0.5, brief));
    }

    /** Everything in it, table by table, each row as text; without the CRM's change stamps, for they tell when a row was read. */
    Map<String, List<String>> rows() {
        Map<String, List<String>> tables = new TreeMap<>();
        try (DuckDbWarehouse warehouse = new DuckDbWarehouse(file, 128, 1);
                Connection connection = warehouse.open();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("contact", "orders", "order_line", "engagement")) {
                tables.put(table, rows(statement, table));
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return tables;
    }

    private static List<String> rows(Statement statement, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(
                "SELECT CAST(t AS VARCHAR) AS row FROM (SELECT COLUMNS(lambda c: c <> 'changed_at') FROM mirror."
                        + table + ") t ORDER BY row")) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(Path.of(file + ".wal"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
