/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.segcast.connector.spi.Records.contact;
import static org.segcast.connector.spi.Records.line;
import static org.segcast.connector.spi.Records.order;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.connector.spi.CampaignResponse;
import org.segcast.connector.spi.Capability;
import org.segcast.connector.spi.Consent;
import org.segcast.connector.spi.FakeCrm;
import org.segcast.connector.spi.OrderRecord.OrderState;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.sync.Sync;
import org.segcast.connector.sync.SyncSettings;

class MirrorTest {
    private static final LocalDate AS_OF = LocalDate.parse("2025-06-30");

    @TempDir
    Path folder;

    private DuckDbWarehouse warehouse;
    private Mirror mirror;

    @BeforeEach
    void a_small_shop() {
        warehouse = new DuckDbWarehouse(folder.resolve("warehouse.duckdb"), 200, 2);
        mirror = new Mirror(warehouse);
        FakeCrm crm = new FakeCrm(Capability.ORDER_LINES)
                .with(
                        contact("1", "Zoë Åkesson", Consent.GIVEN, Map.of("city", "Malmö", "age", "31")),
                        contact("2", "ada Łuk", new Consent(false, true), Map.of("city", "Łódź")),
                        contact("3", "Objector", new Consent(true, false), Map.of("city", "Oslo")),
                        contact("4", "Prospect"),
                        contact("5", "Garden Centre", new Consent(true, false), Map.of("kind", "company")))
                .with(
                        order("12", "1", "2025-03-02T10:00", "20.50", OrderState.CONFIRMED, List.of()),
                        order(
                                "11",
                                "1",
                                "2025-03-02T10:00",
                                "10",
                                OrderState.CONFIRMED,
                                List.of(line("Tent", "Camping", "7"), line("Pegs", "Camping", "3", "12.5"))),
                        order(
                                "13",
                                "1",
                                "2025-06-30T23:59:59",
                                "5",
                                OrderState.CONFIRMED,
                                List.of(line("Map", "", "5"))),
                        order(
                                "14",
                                "1",
                                "2025-07-01T00:00",
                                "999",
                                OrderState.CONFIRMED,
                                List.of(line("Late", "", "9"))),
                        order("15", "1", "2025-05-01", "777", OrderState.CANCELLED, List.of(line("Not", "", "7"))),
                        order("21", "2", "2024-01-01", "100.01"),
                        order(
                                "31",
                                "3",
                                "2025-01-01",
                                "50",
                                OrderState.CONFIRMED,
                                List.of(line("Rope", "Climbing", "50"))))
                .with(new CampaignResponse("Spring", "1", "control", LocalDate.parse("2025-04-01"), true))
                .with(new CampaignResponse("Spring", "3", "mail", LocalDate.parse("2025-04-01"), true));
        new Sync(crm, mirror, SyncSettings.DEFAULT).run(Instant.parse("2025-07-02T00:00:00Z"), ProgressListener.SILENT);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void counts_only_confirmed_orders_up_to_the_date() {
        assertEquals(new MirrorCounts(5, 3, 5), mirror.counts(AS_OF));
        assertEquals(new MirrorCounts(5, 1, 1), mirror.counts(LocalDate.parse("2024-12-31")));
        assertEquals(new MirrorCounts(5, 0, 0), mirror.counts(LocalDate.parse("2000-01-01")));
    }

    @Test
    void streams_profiled_histories_in_order_of_contact_time_and_id_with_their_lines() {
        List<MirrorHistory> told = new ArrayList<>();
        mirror.stream(AS_OF, told::add);
        assertEquals(
                List.of("1", "2", "4"),
                told.stream().map(MirrorHistory::contactId).toList());
        MirrorHistory first = told.get(0);
        assertEquals(
                List.of(10.0, 20.5, 5.0),
                first.orders().stream().map(MirrorHistory.Order::amount).toList());
        assertEquals(
                List.of("Tent", "Pegs"),
                first.orders().get(0).lines().stream()
                        .map(MirrorHistory.Line::product)
                        .toList());
        assertEquals(
                List.of(0.0, 12.5),
                first.orders().get(0).lines().stream()
                        .map(MirrorHistory.Line::discount)
                        .toList());
        assertEquals("Map", first.orders().get(2).lines().get(0).product());
        assertEquals(20.5, first.orders().get(1).amount());
        assertEquals("Malmö", first.attributes().get("city"));
        assertTrue(first.emailAllowed());
        assertFalse(told.get(1).emailAllowed());
        assertTrue(told.get(2).orders().isEmpty(), "a prospect has a history without orders");
    }

    @Test
    void finds_a_contact_with_orders_newest_first_whether_profiled_or_not() {
        MirrorContact found = mirror.find("1", AS_OF).orElseThrow();
        assertEquals("Zoë Åkesson", found.contact().name());
        assertEquals(Optional.of("1@example.org"), found.contact().email());
        assertEquals(
                List.of("13", "12", "11"),
                found.orders().stream().map(order -> order.id()).toList());
        assertEquals(new BigDecimal("20.50"), found.orders().get(1).amount());
        assertEquals(2, found.orders().get(2).lines().size());
        assertFalse(mirror.find("3", AS_OF).orElseThrow().contact().consent().profiling());
        assertEquals(Optional.empty(), mirror.find("no-such", AS_OF));
    }

    @Test
    void names_are_told_for_those_who_are_there() {
        assertEquals(Map.of("4", "Prospect"), mirror.names(List.of("4", "no-such")));
        assertEquals(Map.of(), mirror.names(List.of()));
    }

    @Test
    void words_of_names_are_those_of_people_profiled_or_not_in_small_letters() {
        assertEquals(
                Set.of("zoë", "åkesson", "objector"),
                mirror.wordsOfNames(Set.of("zoë", "åkesson", "objector", "garden", "wine", "łu")));
        assertEquals(Set.of(), mirror.wordsOfNames(Set.of()));
    }

    @Test
    void responses_of_the_unprofiled_are_not_told() {
        List<CampaignResponse> told = new ArrayList<>();
        mirror.responses(AS_OF, told::add);
        assertEquals(
                List.of("1"), told.stream().map(CampaignResponse::contactId).toList());
        mirror.responses(LocalDate.parse("2025-03-31"), response -> {
            throw new AssertionError("a response of later: " + response);
        });
    }

    @Test
    void everything_is_still_there_after_a_restart() {
        warehouse.close();
        warehouse = new DuckDbWarehouse(folder.resolve("warehouse.duckdb"), 200, 2);
        assertEquals(new MirrorCounts(5, 3, 5), new Mirror(warehouse).counts(AS_OF));
    }
}
