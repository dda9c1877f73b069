/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.connector.csv.CsvConfig;
import org.segcast.connector.csv.CsvCrm;
import org.segcast.connector.mirror.DuckDbWarehouse;
import org.segcast.connector.mirror.Mirror;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.RecordKind;

/** Ten thousand rows of a folder, most of them spoilt: none stops the sync, and each is stored or listed. */
class MutatedFolderTest {
    private static final int CONTACTS = 4000;
    private static final int ORDERS = 4000;
    private static final int LINES = 1000;
    private static final int ENGAGEMENTS = 500;
    private static final int RESPONSES = 500;
    private static final SyncSettings ALL_LISTED = new SyncSettings(700, Duration.ofMinutes(10), 100_000, 50);

    @TempDir
    Path home;

    @TempDir
    Path folder;

    private final Mutations mutations = new Mutations(20_251_124);

    @Test
    void every_row_is_stored_or_listed_with_its_reason() throws IOException, SQLException {
        write("contacts.csv", "id,name,email,active,no_profiling,note", CONTACTS, this::contact);
        write("orders.csv", "id,contact_id,date,amount,currency,state,rate", ORDERS, this::order);
        write("order_lines.csv", "order_id,product,category,quantity,amount", LINES, this::line);
        write("engagements.csv", "id,contact_id,kind,date", ENGAGEMENTS, this::engagement);
        write("responses.csv", "campaign,contact_id,treatment,date,responded", RESPONSES, this::response);
        try (DuckDbWarehouse warehouse = new DuckDbWarehouse(home.resolve("warehouse.duckdb"), 200, 2)) {
            SyncResult result = sync(warehouse);
            assertAllThere(warehouse, result, RecordKind.CONTACT, "contact", CONTACTS);
            assertAllThere(warehouse, result, RecordKind.ORDER, "orders", ORDERS);
            assertAllThere(warehouse, result, RecordKind.ORDER_LINE, "order_line", LINES);
            assertAllThere(warehouse, result, RecordKind.ENGAGEMENT, "engagement", ENGAGEMENTS);
            assertAllThere(warehouse, result, RecordKind.RESPONSE, "response", RESPONSES);
            assertTrue(result.rejectedCount() > 2000, "the rows were spoilt indeed: " + result.rejectedCount());
            assertTrue(stored(warehouse, "contact") > 2000 && stored(warehouse, "orders") > 1000);
            SyncResult again = sync(warehouse);
            assertEquals(0, again.changed() + again.deleted(), "what was stored is recognised");
            assertEquals(result.rejectedCount(), again.rejectedCount());
            new Mirror(warehouse)
                    .stream(
                            LocalDate.parse("2026-01-01"),
                            history -> assertTrue(history.contactId().length() < 201));
        }
    }

    private SyncResult sync(DuckDbWarehouse warehouse) {
        try (CsvCrm crm = new CsvCrm(new CsvConfig(folder))) {
            return new Sync(crm, new Mirror(warehouse), ALL_LISTED)
                    .run(Instant.parse("2025-11-24T12:00:00Z"), ProgressListener.SILENT);
        }
    }

    /** An order of an unknown contact is told and stored, for its contact may come. */
    private static void assertAllThere(
            DuckDbWarehouse warehouse, SyncResult result, RecordKind kind, String table, int rows) throws SQLException {
        long listed = result.rejected().stream()
                .filter(record -> record.kind() == kind)
                .filter(record -> kind != RecordKind.ORDER || !record.reason().endsWith("is not in the CRM's contacts"))
                .count();
        assertEquals(rows, stored(warehouse, table) + listed, kind + " stored and listed");
    }

    private static long stored(DuckDbWarehouse warehouse, String table) throws SQLException {
        try (Connection connection = warehouse.open();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM mirror." + table)) {
            count.next();
            return count.getLong(1);
        }
    }

    private void write(String name, String header, int rows, IntFunction<List<String>> sound) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((header + "\n").getBytes(StandardCharsets.UTF_8));
        for (int i = 1; i <= rows; i++) {
            List<String> cells = new ArrayList<>(sound.apply(i));
            int spoilt = mutations.oneIn(4) ? 0 : 1 + mutations.below(2);
            for (int n = 0; n < spoilt; n++) {
                cells.set(mutations.below(cells.size()), mutations.text());
            }
            writeRow(bytes, cells);
        }
        Files.write(folder.resolve(name), bytes.toByteArray());
    }

    /**
     * A broken row of several lines would be listed line by line, so only rows of one line are broken; and a stray quote stands in rows without other quotes, for two rows
     * of them may come to one that is sound by every rule of CSV.
     */
    private void writeRow(ByteArrayOutputStream bytes, List<String> cells) {
        boolean oneLine = cells.stream().noneMatch(cell -> cell.contains("\n") || cell.contains("\r"));
        if (oneLine && mutations.oneIn(60)) {
            cells.remove(cells.size() - 1);
        }
        String row = cells.stream().map(MutatedFolderTest::quoted).collect(Collectors.joining(","));
        bytes.writeBytes(
                (row.indexOf('"') < 0 && mutations.oneIn(60) ? "\"" + row : row).getBytes(StandardCharsets.UTF_8));
        if (oneLine && mutations.oneIn(60)) {
            bytes.writeBytes(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80, (byte) 0xff});
        }
        bytes.write('\n');
    }

    private static String quoted(String cell) {
        boolean needed = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private List<String> contact(int i) {
        return List.of(Integer.toString(i), "Name " + i, i + "@example.org", "1", "0", "a note");
    }

    private List<String> order(int i) {
        return List.of(
                Integer.toString(i),
                Integer.toString(i % CONTACTS),
                "2025-0" + (1 + i % 9) + "-11T10:00:00",
                i % 500 + ".50",
                i % 10 == 0 ? "USD" : "EUR",
                i % 20 == 0 ? "refund" : "confirmed",
                i % 10 == 0 ? "0.9" : "");
    }

    private List<String> line(int i) {
        return List.of(Integer.toString(i), "Tent", "Camping", "1", i % 500 + ".50");
    }

    private List<String> engagement(int i) {
        return List.of(Integer.toString(i), Integer.toString(i), "mail_opened", "2025-03-01");
    }

    private List<String> response(int i) {
        return List.of("Spring", Integer.toString(i), "mail", "2025-03-01", "1");
    }
}
