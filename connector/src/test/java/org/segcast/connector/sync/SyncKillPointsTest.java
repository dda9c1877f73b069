/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.segcast.connector.spi.Records.at;
import static org.segcast.connector.spi.Records.contact;
import static org.segcast.connector.spi.Records.line;
import static org.segcast.connector.spi.Records.order;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.connector.mirror.DuckDbWarehouse;
import org.segcast.connector.mirror.Mirror;
import org.segcast.connector.spi.Capability;
import org.segcast.connector.spi.EngagementKind;
import org.segcast.connector.spi.EngagementRecord;
import org.segcast.connector.spi.FakeCrm;
import org.segcast.connector.spi.OrderRecord.OrderState;
import org.segcast.connector.spi.ProgressListener;

/**
 * Killed before any statement of a sync, once or several times, the mirror ends up record by record as after an undisturbed one. {@code -Dsegcast.kills=200} tries more
 * points than the build does, and {@code -Dsegcast.halts=20} more of those at which a whole process is halted.
 */
class SyncKillPointsTest {
    private static final int KILLS = Integer.getInteger("segcast.kills", 36);
    private static final int HALTS = Integer.getInteger("segcast.halts", 2);
    private static final int HALTED = 42;
    private static final Instant FIRST = Instant.parse("2025-06-01T12:00:00Z");
    private static final Instant SECOND = Instant.parse("2025-06-01T15:00:00Z");
    private static final SyncSettings SETTINGS = new SyncSettings(7, Duration.ofMinutes(10), 100, 3);
    private static final List<String> TABLES = List.of(
            "SELECT * EXCLUDE (changed_at) FROM mirror.contact ORDER BY id",
            "SELECT * EXCLUDE (changed_at) FROM mirror.orders ORDER BY id",
            "SELECT order_id, product, amount, discount, row_number() OVER (PARTITION BY order_id ORDER BY ordinal) AS place"
                    + " FROM mirror.order_line ORDER BY order_id, place",
            "SELECT * EXCLUDE (changed_at) FROM mirror.engagement ORDER BY id",
            "SELECT * FROM mirror.left_out ORDER BY ALL",
            "SELECT * FROM mirror.attribute_definition ORDER BY ALL",
            "SELECT * FROM mirror.sync_cursor ORDER BY ALL");

    @TempDir
    Path folder;

    private Map<String, List<String>> undisturbed;
    private long statements;

    @BeforeEach
    void an_undisturbed_run_to_compare_with() throws SQLException, IOException {
        Path file = copyOfFirst("undisturbed");
        try (DuckDbWarehouse warehouse = open(file)) {
            KillingWarehouse counting = new KillingWarehouse(warehouse, Long.MAX_VALUE, () -> {});
            sync(counting, changed(), SECOND);
            statements = counting.statements();
            undisturbed = dump(warehouse);
        }
    }

    @Test
    void killed_before_any_statement_the_mirror_ends_up_as_if_undisturbed() throws SQLException, IOException {
        SplittableRandom random = new SplittableRandom(7);
        for (int kill = 1; kill <= KILLS; kill++) {
            Path file = copyOfFirst("kill" + kill);
            int times = 1 + random.nextInt(3);
            StringBuilder points = new StringBuilder("killed before statements");
            for (int time = 0; time < times; time++) {
                long fatal = 1 + random.nextLong(statements);
                points.append(' ').append(fatal);
                killed(file, fatal);
            }
            assertCompletes(file, points.toString());
        }
    }

    @Test
    void a_halted_process_leaves_a_file_from_which_the_next_sync_ends_up_as_if_undisturbed() throws Exception {
        SplittableRandom random = new SplittableRandom(8);
        for (int halt = 1; halt <= HALTS; halt++) {
            Path file = copyOfFirst("halt" + halt);
            long fatal = 1 + random.nextLong(statements);
            Process victim = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Victim.class.getName(),
                            file.toString(),
                            Long.toString(fatal))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("victim.log").toFile())
                    .start();
            if (!victim.waitFor(120, TimeUnit.SECONDS)) {
                victim.destroyForcibly();
                throw new AssertionError("the victim did not end");
            }
            assertEquals(HALTED, victim.exitValue(), () -> "see " + folder.resolve("victim.log"));
            assertCompletes(file, "halted before statement " + fatal);
        }
    }

    /** Halts the whole process, without closing anything. */
    public static final class Victim {
        public static void main(String[] arguments) {
            DuckDbWarehouse warehouse = open(Path.of(arguments[0]));
            sync(
                    new KillingWarehouse(
                            warehouse,
                            Long.parseLong(arguments[1]),
                            () -> Runtime.getRuntime().halt(HALTED)),
                    changed(),
                    SECOND);
        }
    }

    private static void killed(Path file, long fatal) {
        try (DuckDbWarehouse warehouse = open(file)) {
            KillingWarehouse killing = new KillingWarehouse(warehouse, fatal, () -> {
                throw new CancellationException("killed");
            });
            try {
                sync(killing, changed(), SECOND);
            } catch (CancellationException killed) {
                return;
            }
            // what an earlier attempt had staged was not read again, so this one was through before
            assertTrue(killing.statements() < fatal, "not killed at statement " + fatal);
        }
    }

    private void assertCompletes(Path file, String how) throws SQLException {
        try (DuckDbWarehouse warehouse = open(file)) {
            sync(warehouse::open, changed(), SECOND);
            assertEquals(undisturbed, dump(warehouse), how);
        }
    }

    private static void sync(org.segcast.connector.mirror.Warehouse warehouse, FakeCrm crm, Instant now) {
        new Sync(crm, new Mirror(warehouse), SETTINGS).run(now, ProgressListener.SILENT);
    }

    private static DuckDbWarehouse open(Path file) {
        return new DuckDbWarehouse(file, 100, 1);
    }

    private Path copyOfFirst(String name) throws IOException {
        Path first = folder.resolve("first.duckdb");
        if (!Files.exists(first)) {
            try (DuckDbWarehouse warehouse = open(first)) {
                sync(warehouse::open, before(), FIRST);
            }
        }
        return Files.copy(first, folder.resolve(name + ".duckdb"));
    }

    private static FakeCrm before() {
        FakeCrm crm = new FakeCrm(Capability.READS_CHANGES, Capability.COUNTS_IDS, Capability.ORDER_LINES);
        for (int i = 1; i <= 40; i++) {
            String id = Integer.toString(i);
            Instant stamp = FIRST.minusSeconds(86_400 - i);
            crm.with(at(stamp, contact(id, "Name " + i)));
            crm.with(at(
                    stamp,
                    order(
                            Integer.toString(100 + i),
                            id,
                            "2025-01-11",
                            i + ".50",
                            OrderState.CONFIRMED,
                            List.of(line("Tent", "Camping", "7"), line("Rope " + i, "Climbing", "5")))));
            crm.with(new EngagementRecord(
                    "mail-" + i,
                    id,
                    EngagementKind.MAIL_OPENED,
                    LocalDateTime.parse("2025-02-01T10:00"),
                    Optional.of(stamp)));
        }
        return crm.with(at(FIRST, contact("41", "last"))).with(at(FIRST, order("141", "41", "2025-01-12", "9")));
    }

    /** New, changed, cancelled, given back, deleted, merged, reassigned; one that cannot be stored and one of an unknown contact. */
    private static FakeCrm changed() {
        FakeCrm crm = before();
        Instant stamp = SECOND.minusSeconds(3600);
        for (int i = 42; i <= 60; i++) {
            String id = Integer.toString(i);
            crm.with(at(stamp, contact(id, "New " + i))).with(at(stamp, order("pos-" + i, id, "2025-05-01", "3")));
        }
        crm.with(at(stamp, contact("5", "changed")));
        crm.with(at(stamp, order("106", "6", "2025-01-11", "6.50", OrderState.CANCELLED, List.of())));
        crm.with(at(
                stamp,
                order(
                        "refund-1",
                        "7",
                        "2025-05-02",
                        "-7.50",
                        OrderState.REFUND,
                        List.of(line("Tent", "Camping", "-7")))));
        crm.with(at(stamp, order("108", "9", "2025-01-11", "8.50")));
        crm.with(at(stamp, order("200", "1", "2025-05-01", "12345678901234567890")));
        crm.with(at(stamp, order("201", "999", "2025-05-01", "1")));
        for (String gone : List.of("10", "110", "20", "mail-3", "130")) {
            crm.delete(gone);
        }
        return crm.with(at(FIRST.minusSeconds(86_400), order("120", "21", "2025-01-11", "20.50")));
    }

    private static Map<String, List<String>> dump(DuckDbWarehouse warehouse) throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Connection connection = warehouse.open();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                rows.put(table, rows(statement, table));
            }
        }
        return rows;
    }

    private static List<String> rows(Statement statement, String query) throws SQLException {
        List<String> rows = new java.util.ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                StringBuilder cells = new StringBuilder();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    cells.append(row.getString(i)).append('|');
                }
                rows.add(cells.toString());
            }
        }
        return rows;
    }
}
