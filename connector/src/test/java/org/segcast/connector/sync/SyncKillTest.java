/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.segcast.connector.spi.Records.contact;
import static org.segcast.connector.spi.Records.line;
import static org.segcast.connector.spi.Records.order;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.connector.mirror.DuckDbWarehouse;
import org.segcast.connector.mirror.Mirror;
import org.segcast.connector.mirror.MirrorCounts;
import org.segcast.connector.mirror.MirrorIntake;
import org.segcast.connector.spi.Capability;
import org.segcast.connector.spi.FakeCrm;
import org.segcast.connector.spi.HostCrm;
import org.segcast.connector.spi.OrderRecord.OrderState;

/** Whenever a sync ends early, the mirror is as before it, and the next one completes. */
class SyncKillTest {
    private static final MirrorCounts BEFORE = new MirrorCounts(1, 1, 1);
    private static final MirrorCounts BEHIND = new MirrorCounts(4, 2, 3);

    @TempDir
    Path folder;

    private SyncFixture fixture;

    @BeforeEach
    void one_contact_in_the_mirror() {
        fixture = new SyncFixture(folder);
        FakeCrm small = new FakeCrm().with(contact("1", "old")).with(order("11", "1", "2025-01-01", "5"));
        fixture.sync(small, "2025-06-01T12:00:00Z");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_sync_stopped_behind_any_page_leaves_the_mirror_as_it_was() {
        for (int pages = 1; pages <= 6; pages++) {
            killedAfter(fixture, grown(), pages);
            assertEquals(BEFORE, fixture.counts(), "stopped behind page " + pages);
            assertEquals("old", fixture.name("1"));
        }
        fixture.sync(grown(), "2025-06-01T13:00:00Z");
        assertEquals(BEHIND, fixture.counts());
        assertEquals("new", fixture.name("1"));
    }

    @Test
    void a_merge_that_fails_within_its_transaction_changes_nothing_and_can_be_repeated() {
        FakeCrm crm = grown().with(order("66", "no-such", "2025-01-01", "5"));
        Mirror mirror = fixture.mirror();
        assertThrows(
                CancellationException.class,
                () -> stagedBy(crm, mirror).merge(rejected -> {
                    throw new CancellationException("in the midst of the merge");
                }));
        assertEquals(BEFORE, fixture.counts());
        fixture.restart();
        assertEquals(BEFORE, fixture.counts());
        fixture.sync(crm, "2025-06-01T13:00:00Z");
        assertEquals(BEHIND, fixture.counts());
    }

    @Test
    void a_process_killed_within_a_merge_leaves_a_file_that_opens_as_before() throws Exception {
        fixture.close();
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("victim.log").toFile())
                .start();
        assertEquals(Victim.HALTED, exitCode(victim), () -> log(folder));
        fixture = new SyncFixture(folder);
        assertEquals(BEFORE, fixture.counts());
        fixture.sync(grown(), "2025-06-01T13:00:00Z");
        assertEquals(BEHIND, fixture.counts());
    }

    /** Halts the whole process in the midst of the merge, without closing anything. */
    public static final class Victim {
        static final int HALTED = 42;

        public static void main(String[] folder) {
            DuckDbWarehouse warehouse = new DuckDbWarehouse(Path.of(folder[0], "warehouse.duckdb"), 200, 2);
            FakeCrm crm = grown().with(order("66", "no-such", "2025-01-01", "5"));
            stagedBy(crm, new Mirror(warehouse))
                    .merge(rejected -> Runtime.getRuntime().halt(HALTED));
        }
    }

    static FakeCrm grown() {
        return new FakeCrm(Capability.ORDER_LINES)
                .with(contact("1", "new"), contact("2", "B"), contact("3", "C"), contact("4", "D"))
                .with(
                        order("11", "1", "2025-01-01", "6"),
                        order(
                                "12",
                                "1",
                                "2025-01-02",
                                "7",
                                OrderState.CONFIRMED,
                                List.of(line("Tent", "Camping", "7"))),
                        order("21", "2", "2025-01-03", "8"));
    }

    private static MirrorIntake stagedBy(FakeCrm crm, Mirror mirror) {
        MirrorIntake intake = mirror.intake();
        Sync sync = new Sync(crm, mirror, SyncSettings.DEFAULT);
        int[] pages = {0};
        assertThrows(
                CancellationException.class,
                () -> sync.run(Instant.parse("2025-06-01T12:30:00Z"), (done, total) -> {
                    pages[0]++;
                    if (pages[0] == 4) {
                        throw new CancellationException("behind the last page");
                    }
                }));
        return intake;
    }

    static void killedAfter(SyncFixture fixture, HostCrm crm, int pages) {
        int[] told = {0};
        assertThrows(
                CancellationException.class,
                () -> fixture.sync(crm, "2025-06-01T12:00:00Z", (done, total) -> {
                    told[0]++;
                    if (told[0] == pages) {
                        throw new CancellationException("stopped behind page " + pages);
                    }
                }));
        fixture.restart();
    }

    private static int exitCode(Process process) throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the victim did not end");
        }
        return process.exitValue();
    }

    private static String log(Path folder) {
        try {
            return Files.readString(folder.resolve("victim.log"));
        } catch (IOException broken) {
            return broken.toString();
        }
    }
}
