/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.connector.mirror.DuckDbWarehouse;
import org.segcast.connector.mirror.Mirror;
import org.segcast.connector.odoo.FakeOdoo.Answer;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.RecordKind;
import org.segcast.connector.spi.RejectedRecord;
import org.segcast.connector.sync.Mutations;
import org.segcast.connector.sync.Sync;
import org.segcast.connector.sync.SyncResult;
import org.segcast.connector.sync.SyncSettings;

/** Ten thousand records of an Odoo, most of them spoilt: none stops the sync, and each is stored or listed. */
class MutatedOdooTest {
    private static final int CONTACTS = 5000;
    private static final int ORDERS = 5000;
    private static final SyncSettings ALL_LISTED = new SyncSettings(10_000, Duration.ofMinutes(10), 100_000, 50);

    @TempDir
    Path home;

    private final Mutations mutations = new Mutations(20_251_124);
    private final FakeOdoo odoo = new FakeOdoo();
    private final ExecutorService background = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        odoo.close();
        background.shutdown();
    }

    @Test
    void every_record_is_stored_or_listed_with_its_reason() throws SQLException {
        odoo.small()
                .on("res.country/search_read", Answer.json("[{\"id\":3,\"code\":\"BE\"}]"))
                .on("res.partner/search_count", Answer.json("5000"))
                .on("sale.order/search_count", Answer.json("5000"))
                .on(
                        "res.currency/search_read",
                        Answer.json("[{\"id\":2,\"name\":\"EUR\"},{\"id\":3,\"name\":\"XQX\"}]"))
                .on("res.partner/search_read", Answer.json(rows(CONTACTS, this::contact)), Answer.json(entities()))
                .on("sale.order/search_read", Answer.json(rows(ORDERS, this::order)))
                .on("sale.order.line/search_read", Answer.json("[]"));
        try (DuckDbWarehouse warehouse = new DuckDbWarehouse(home.resolve("warehouse.duckdb"), 200, 2)) {
            Mirror mirror = new Mirror(warehouse);
            SyncResult result = sync(mirror);
            long contacts = stored(warehouse, "contact");
            long orders = stored(warehouse, "orders");
            assertEquals(CONTACTS, contacts + listed(result, RecordKind.CONTACT));
            assertEquals(ORDERS, orders + listed(result, RecordKind.ORDER));
            assertTrue(result.rejectedCount() > 1000, "the records were spoilt indeed: " + result.rejectedCount());
            assertTrue(contacts > 3000 && orders > 1000, contacts + " contacts, " + orders + " orders");
        }
    }

    private SyncResult sync(Mirror mirror) {
        try (OdooCrm crm = new OdooCrm(odoo.config(), background, FakeOdoo.guard(odoo.config()))) {
            return new Sync(crm, mirror, ALL_LISTED)
                    .run(Instant.parse("2025-11-24T12:00:00Z"), ProgressListener.SILENT);
        }
    }

    /** In any state; those of nobody are told and stored. */
    private static long stored(DuckDbWarehouse warehouse, String table) throws SQLException {
        try (Connection connection = warehouse.open();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM mirror." + table)) {
            count.next();
            return count.getLong(1);
        }
    }

    private static long listed(SyncResult result, RecordKind kind) {
        return result.rejected().stream()
                .filter(record -> record.kind() == kind)
                .map(RejectedRecord::reason)
                .filter(reason -> !reason.endsWith("is not in the CRM's contacts"))
                .count();
    }

    private Map<String, String> contact(int id) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", text("Name " + id));
        fields.put("email", text(id + "@example.org"));
        fields.put("phone", "false");
        fields.put("active", "true");
        fields.put("is_company", "false");
        fields.put("is_blacklisted", "false");
        fields.put("city", text("Oslo"));
        fields.put("country_id", "false");
        fields.put("comment", text("<p>likes tea</p>"));
        fields.put("create_date", text("2024-01-01 10:00:00"));
        fields.put("write_date", text("2025-01-01 10:00:00"));
        return fields;
    }

    private Map<String, String> order(int id) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("partner_id", Integer.toString(1 + id % CONTACTS));
        fields.put("date_order", text("2025-03-01 10:00:00"));
        fields.put("amount_total", id + ".50");
        fields.put("currency_id", "2");
        fields.put("state", text("sale"));
        fields.put("write_date", text("2025-03-01 10:00:00"));
        return fields;
    }

    private String rows(int count, IntFunction<Map<String, String>> sound) {
        List<String> rows = new ArrayList<>();
        for (int id = 1; id <= count; id++) {
            Map<String, String> fields = sound.apply(id);
            List<String> names = List.copyOf(fields.keySet());
            int spoilt = mutations.oneIn(4) ? 0 : 1 + mutations.below(2);
            for (int n = 0; n < spoilt; n++) {
                fields.put(names.get(mutations.below(names.size())), value());
            }
            rows.add("{\"id\":" + id
                    + fields.entrySet().stream()
                            .map(field -> ",\"" + field.getKey() + "\":" + field.getValue())
                            .collect(Collectors.joining())
                    + "}");
        }
        return "[" + String.join(",", rows) + "]";
    }

    private String value() {
        return switch (mutations.below(9)) {
            case 0 -> "null";
            case 1 -> "false";
            case 2 -> "true";
            case 3 -> "[]";
            case 4 -> "{\"a\":[1]}";
            case 5 -> "-12345678901234567890123.4567";
            case 6 -> "1e300";
            case 7 -> "3";
            default -> text(mutations.text());
        };
    }

    private static String entities() {
        return IntStream.rangeClosed(1, CONTACTS)
                .mapToObj(id -> "{\"id\":" + id + ",\"commercial_partner_id\":" + id + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** Every character beyond the plain ones as an escape, lone surrogates too. */
    private static String text(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            boolean plain = c >= ' ' && c < 127 && c != '"' && c != '\\';
            json.append(plain ? Character.toString(c) : String.format("\\u%04x", (int) c));
        }
        return json.append('"').toString();
    }
}
