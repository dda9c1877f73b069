/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.segcast.connector.spi.Records.contact;
import static org.segcast.connector.spi.Records.line;
import static org.segcast.connector.spi.Records.order;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.connector.mirror.DuckDbWarehouse;
import org.segcast.connector.mirror.Mirror;
import org.segcast.connector.mirror.MirrorCounts;
import org.segcast.connector.spi.HeldMarks;
import org.segcast.connector.spi.ListedChanges;
import org.segcast.connector.spi.ListedChanges.TagChange;
import org.segcast.connector.spi.OrderRecord.OrderState;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.ScoreMark;
import org.segcast.connector.spi.TagDefinition;
import org.segcast.connector.sync.Sync;
import org.segcast.connector.sync.SyncSettings;

/** A mirror that follows the stand-in. */
class OroSyncTest {
    private static final LocalDate LATE = LocalDate.parse("2100-01-01");
    private static final TagDefinition GOLD = new TagDefinition("gold", "Gold", 3);

    private final OroStandIn oro = new OroStandIn();
    private final OroSeeds seeds = new OroSeeds(oro);

    @TempDir
    Path folder;

    private DuckDbWarehouse warehouse;

    @BeforeEach
    void open() {
        warehouse = new DuckDbWarehouse(folder.resolve("warehouse.duckdb"), 200, 2);
        for (int i = 1; i <= 20; i++) {
            seeds.contact(contact(Integer.toString(i), "Contact " + i));
            seeds.order(
                    order(
                            "o" + i,
                            Integer.toString(i),
                            "2025-02-01",
                            "10",
                            OrderState.CONFIRMED,
                            List.of(line("Tent", "", "10"))),
                    i + "@example.org");
        }
    }

    @AfterEach
    void stop() {
        warehouse.close();
        oro.close();
    }

    private Mirror mirror() {
        return new Mirror(warehouse);
    }

    private void sync() {
        SyncSettings small = new SyncSettings(7, Duration.ofMinutes(10), 3, 2);
        try (OroCrm crm = seeds.open()) {
            new Sync(crm, mirror(), small).run(oro.now(), ProgressListener.SILENT);
        }
    }

    @Test
    void changes_and_deletions_are_followed() {
        sync();
        assertEquals(new MirrorCounts(20, 20, 20), mirror().counts(LATE));
        oro.passes(Duration.ofDays(1));
        oro.records().need(new OroKey("contacts", "3")).change("lastName", "Byron", oro.now());
        oro.records()
                .need(new OroKey("orders", "4"))
                .change("internalStatus", Optional.of(new OroKey("orderinternalstatuses", "cancelled")), oro.now());
        oro.records().delete(new OroKey("contacts", "5"));
        oro.records().delete(new OroKey("orders", "5"));
        oro.records().entities(seeds.tag("No profiling")).add(new OroKey("contacts", "6"));
        sync();
        assertEquals(
                "Contact Byron",
                mirror().find("3", LATE).orElseThrow().contact().name());
        assertTrue(mirror().find("5", LATE).isEmpty());
        assertFalse(mirror().find("6", LATE).orElseThrow().contact().consent().profiling());
        assertEquals(19, mirror().counts(LATE).contacts());
    }

    @Test
    void an_oro_that_fails_at_every_second_request_is_read_and_written_as_a_healthy_one() {
        oro.limps();
        sync();
        assertEquals(new MirrorCounts(20, 20, 20), mirror().counts(LATE));
        Map<String, ScoreMark> scores = Map.of("1", new ScoreMark("Gold", 12, "why"));
        ListedChanges changes =
                new ListedChanges(List.of(new TagChange(GOLD, Set.of("1", "2"), Set.of())), scores, Set.of());
        try (OroCrm crm = seeds.open()) {
            assertEquals(3, crm.push(changes, ProgressListener.SILENT).written());
            assertEquals(new HeldMarks(Map.of("gold", Set.of("1", "2")), scores), HeldMarks.of(crm));
        }
    }
}
