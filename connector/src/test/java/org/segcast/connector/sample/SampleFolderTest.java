/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.connector.csv.CsvConfig;
import org.segcast.connector.csv.CsvCrm;
import org.segcast.connector.mirror.AttributeDefinition;
import org.segcast.connector.mirror.AttributeType;
import org.segcast.connector.mirror.DuckDbWarehouse;
import org.segcast.connector.mirror.Mirror;
import org.segcast.connector.mirror.MirrorCounts;
import org.segcast.connector.mirror.MirrorHistory;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.sync.Sync;
import org.segcast.connector.sync.SyncResult;
import org.segcast.connector.sync.SyncSettings;

class SampleFolderTest {
    private static final LocalDate AS_OF = LocalDate.parse("2026-06-30");
    private static final int CONTACTS = 5000;

    @TempDir
    Path home;

    private Path folder;

    @BeforeEach
    void write() {
        folder = home.resolve("sample");
        SampleFolder.write(folder, AS_OF, 7, CONTACTS);
    }

    @Test
    void the_same_seed_and_date_give_the_same_bytes_and_another_seed_others() throws IOException {
        Path again = home.resolve("again");
        SampleFolder.write(again, AS_OF, 7, CONTACTS);
        Path other = home.resolve("other");
        SampleFolder.write(other, AS_OF, 8, CONTACTS);
        for (String file : List.of("contacts.csv", "orders.csv", "order_lines.csv", "responses.csv", "truth.csv")) {
            assertEquals(-1, Files.mismatch(folder.resolve(file), again.resolve(file)), file);
            assertTrue(Files.mismatch(folder.resolve(file), other.resolve(file)) >= 0, file);
        }
    }

    @Test
    void it_syncs_with_its_dirt_listed_and_shows_what_a_shop_would() {
        try (DuckDbWarehouse warehouse = new DuckDbWarehouse(home.resolve("w.duckdb"), 200, 2)) {
            Mirror mirror = new Mirror(warehouse);
            SyncResult result = new Sync(new CsvCrm(new CsvConfig(folder)), mirror, SyncSettings.DEFAULT)
                    .run(Instant.parse("2026-06-30T12:00:00Z"), ProgressListener.SILENT);
            assertEquals(12, result.rejectedCount(), result.rejected().toString());
            MirrorCounts counts = mirror.counts(AS_OF);
            assertEquals(CONTACTS + 2, counts.contacts());
            assertTrue(counts.customers() > 0.85 * CONTACTS && counts.customers() < 0.9 * CONTACTS, counts.toString());
            assertTrue(counts.orders() > 3 * counts.customers(), counts.toString());
            Map<String, AttributeType> types = mirror.attributes().stream()
                    .collect(Collectors.toMap(AttributeDefinition::name, AttributeDefinition::type));
            assertEquals(AttributeType.NUMERIC, types.get("age"));
            assertEquals(AttributeType.NOMINAL, types.get("city"));
            assertEquals(AttributeType.DATE, types.get("signup_date"));
            double reorders = reorderRate(mirror);
            assertTrue(reorders > 0.18 && reorders < 0.32, "reorder rate " + reorders);
        }
    }

    @Test
    void campaigns_work_best_on_those_who_wait_for_them() throws IOException {
        Map<String, String> types = rows("truth.csv").stream().collect(Collectors.toMap(row -> row[0], row -> row[1]));
        assertTrue(uplift(types, "BARGAIN_SEEKER") > uplift(types, "REGULAR") + 0.05);
    }

    /** Customers as of 60 days ago who ordered again in the 60 days behind. */
    private static double reorderRate(Mirror mirror) {
        LocalDate cutOff = AS_OF.minusDays(60);
        int[] counted = new int[2];
        mirror.stream(AS_OF, history -> {
            List<MirrorHistory.Order> later = new ArrayList<>(history.orders());
            boolean before =
                    later.removeIf(order -> !order.orderedAt().toLocalDate().isAfter(cutOff));
            counted[0] += before ? 1 : 0;
            counted[1] += before && !later.isEmpty() ? 1 : 0;
        });
        return (double) counted[1] / counted[0];
    }

    private double uplift(Map<String, String> types, String type) throws IOException {
        List<String[]> rows = rows("responses.csv").stream()
                .filter(row -> types.get(row[1]).equals(type))
                .toList();
        return rate(rows, "mail") - rate(rows, "control");
    }

    private static double rate(List<String[]> rows, String treatment) {
        return rows.stream()
                .filter(row -> row[2].equals(treatment))
                .mapToInt(row -> Integer.parseInt(row[4]))
                .average()
                .orElseThrow();
    }

    private List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream()
                .skip(1)
                .map(row -> row.split(","))
                .toList();
    }
}
