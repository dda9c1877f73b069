/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.connector.csv.CsvConfig;
import org.segcast.connector.csv.CsvCrm;
import org.segcast.connector.mirror.MirrorCounts;
import org.segcast.connector.mirror.MirrorHistory;
import org.segcast.connector.spi.Capability;
import org.segcast.connector.spi.EngagementKind;
import org.segcast.connector.spi.FakeCrm;
import org.segcast.connector.spi.Money;
import org.segcast.connector.spi.OrderLineRecord;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.OrderRecord.OrderState;
import org.segcast.connector.spi.Records;
import org.segcast.connector.spi.RejectedRecord;

/** Money is in one currency and less what was given back. */
class SyncMoneyTest {
    private static final LocalDate LATE = LocalDate.parse("2025-12-31");
    private static final String ORDERS = "id,contact_id,date,amount,currency,state";

    @TempDir
    Path home;

    @TempDir
    Path folder;

    private SyncFixture fixture;

    @BeforeEach
    void open() {
        fixture = new SyncFixture(home);
        file("contacts.csv", "id,name,email", "1,Ada,", "2,Bo,");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_refund_counts_in_money_and_not_among_orders() {
        file(
                "orders.csv",
                ORDERS,
                "10,1,2025-01-01,100,EUR,confirmed",
                "11,1,2025-02-01,30,EUR,refund",
                "12,1,2025-02-02,-20,EUR,refund",
                "13,2,2025-02-03,5,EUR,refund");
        sync();
        assertEquals(new MirrorCounts(2, 1, 1), fixture.counts());
        assertEquals(new BigDecimal("50.00"), spent("1"));
        assertEquals(new BigDecimal("-5.00"), spent("2"));
        assertEquals(
                List.of(false, true, true),
                history("1").orders().stream().map(MirrorHistory.Order::refund).toList());
        assertEquals(-30, history("1").orders().get(1).amount());
    }

    private BigDecimal spent(String contact) {
        return orders(contact).values().stream().map(OrderRecord::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void an_order_with_a_rate_is_turned_into_the_companys_currency_with_its_lines() {
        file(
                "orders.csv",
                ORDERS + ",rate",
                "9,1,2025-01-01,200.00,USD,confirmed,0.925",
                "10,1,2025-01-02,10,EUR,confirmed,",
                "11,1,2025-01-03,100,USD,refund,0.9");
        file(
                "order_lines.csv",
                "order_id,product,category,quantity,amount",
                "9,Tent,Camping,1,150",
                "9,Rope,Climbing,1,50",
                "10,Map,,1,10",
                "11,Tent,Camping,1,100");
        assertEquals(0, sync().rejectedCount());
        OrderRecord dollars = orders("1").get("9");
        assertEquals(new BigDecimal("185.00"), dollars.amount());
        assertEquals("EUR", dollars.currency());
        assertEquals(Optional.of(new Money(new BigDecimal("200.00"), "USD")), dollars.original());
        assertEquals(List.of("138.75", "46.25"), amounts(dollars));
        assertEquals(Optional.empty(), orders("1").get("10").original());
        OrderRecord back = orders("1").get("11");
        assertEquals(OrderState.REFUND, back.state());
        assertEquals(new BigDecimal("-90.00"), back.amount());
        assertEquals(List.of("-90.00"), amounts(back));
        assertEquals(new BigDecimal("-1.000"), back.lines().get(0).quantity());
        assertEquals(0, sync().changed(), "what is turned is recognised");
        assertEquals(List.of("EUR", "USD"), fixture.mirror().currencies());
        assertEquals(List.of("USD", "EUR", "USD"), currencies("1"));
    }

    @Test
    void of_more_than_ten_currencies_those_with_fewest_orders_are_not_told_apart() {
        List<String> rows = new ArrayList<>(List.of(ORDERS + ",rate", "0,1,2025-01-01,5,EUR,confirmed,"));
        for (int i = 0; i < 10; i++) {
            String code = "A" + (char) ('A' + i) + "Z";
            rows.add("a" + i + ",1,2025-02-0" + (1 + i % 9) + ",5," + code + ",confirmed,2");
            if (i > 0) {
                rows.add("b" + i + ",2,2025-03-01,5," + code + ",confirmed,2");
            }
        }
        file("orders.csv", rows.toArray(String[]::new));
        assertEquals(0, sync().rejectedCount());
        List<String> told = fixture.mirror().currencies();
        assertEquals("EUR", told.get(0));
        assertEquals(10, told.size());
        assertEquals(List.of("EUR", ""), currencies("1").subList(0, 2));
    }

    @Test
    void where_all_orders_are_in_the_companys_currency_it_is_the_only_one() {
        file("orders.csv", ORDERS, "10,1,2025-01-02,10,EUR,confirmed");
        sync();
        assertEquals(List.of("EUR"), fixture.mirror().currencies());
        assertEquals(List.of("EUR"), currencies("1"));
    }

    private List<String> currencies(String contact) {
        return history(contact).orders().stream()
                .map(MirrorHistory.Order::currency)
                .toList();
    }

    @Test
    void an_order_in_another_currency_without_a_rate_is_listed_and_never_added_up() {
        file(
                "orders.csv",
                ORDERS,
                "8,1,2025-01-01,10,XAU,confirmed",
                "9,1,2025-01-01,10,EUR,confirmed",
                "10,1,2025-01-02,20,EUR,confirmed");
        SyncResult result = sync();
        RejectedRecord gold = result.rejected().get(0);
        assertEquals("8", gold.id());
        assertEquals(2, gold.line().getAsInt());
        assertEquals(
                "order 8: it is in XAU without a rate, and the company reports in EUR, the currency of most orders: give the order its rate",
                gold.reason());
        assertEquals(new MirrorCounts(2, 1, 2), fixture.counts());
    }

    @Test
    void an_order_with_a_rate_needs_one_without_to_say_the_companys_currency() {
        file("orders.csv", ORDERS + ",rate", "9,1,2025-01-01,10,USD,confirmed,0.9", "10,1,2025-01-01,10,USD,open,0");
        List<RejectedRecord> rejected = sync().rejected();
        assertEquals(
                "orders.csv line 2: has a rate, and no order is without one: leave the rate empty for orders in the company's currency",
                rejected.get(0).reason());
        assertEquals(
                "orders.csv line 3: rate is not above zero", rejected.get(1).reason());
    }

    @Test
    void a_changed_order_in_another_currency_does_not_turn_the_currency_of_the_mirror() {
        FakeCrm crm = new FakeCrm(Capability.READS_CHANGES, Capability.COUNTS_IDS)
                .with(Records.at(Instant.EPOCH, Records.contact("1", "Ada")))
                .with(Records.at(Instant.EPOCH, Records.order("7", "1", "2025-01-01", "5")));
        fixture.sync(crm, "2025-06-01T12:00:00Z");
        OrderRecord seven = Records.order("7", "1", "2025-01-01", "5");
        for (String id : List.of("8", "9", "10")) {
            crm.with(new OrderRecord(
                    id,
                    "1",
                    seven.orderedAt(),
                    seven.amount(),
                    "USD",
                    seven.state(),
                    List.of(),
                    Optional.of(Instant.EPOCH)));
        }
        assertEquals(3, fixture.sync(crm, "2025-06-01T12:01:00Z").rejectedCount());
        assertEquals(new MirrorCounts(1, 1, 1), fixture.counts());
        crm.asked().clear();
        fixture.sync(crm, "2025-06-01T12:02:00Z");
        assertEquals(
                List.of("count ORDER "),
                crm.asked().stream().filter(call -> call.contains("ORDER")).toList(),
                "what was left out is known and no difference");
    }

    @Test
    void engagements_stream_with_their_contact_and_stand_on_its_page() {
        file("orders.csv", ORDERS);
        file(
                "engagements.csv",
                "id,contact_id,kind,date",
                "1,2,mail_opened,2025-03-01T10:00:00",
                "2,2,MEETING,2025-02-01",
                "3,2,nap,2025-02-01",
                "4,2,website_visit,2026-02-01");
        assertEquals(
                "engagements.csv line 4: kind is none of mail_sent, mail_opened, mail_clicked, meeting, lead_won, lead_lost, website_visit",
                sync().rejected().get(0).reason());
        assertEquals(List.of(), history("1").engagements());
        assertEquals(
                List.of(EngagementKind.MEETING, EngagementKind.MAIL_OPENED),
                history("2").engagements().stream()
                        .map(MirrorHistory.Engagement::kind)
                        .toList());
        assertEquals(
                List.of("1", "2"),
                fixture.mirror().find("2", LATE).orElseThrow().engagements().stream()
                        .map(engagement -> engagement.id())
                        .toList());
    }

    private static List<String> amounts(OrderRecord order) {
        return order.lines().stream()
                .map(OrderLineRecord::amount)
                .map(BigDecimal::toPlainString)
                .toList();
    }

    private Map<String, OrderRecord> orders(String contact) {
        Map<String, OrderRecord> byId = new HashMap<>();
        fixture.mirror().find(contact, LATE).orElseThrow().orders().forEach(order -> byId.put(order.id(), order));
        return byId;
    }

    private MirrorHistory history(String contact) {
        List<MirrorHistory> told = new ArrayList<>();
        fixture.mirror().stream(LATE, told::add);
        return told.stream()
                .filter(history -> history.contactId().equals(contact))
                .findFirst()
                .orElseThrow();
    }

    private SyncResult sync() {
        return fixture.sync(new CsvCrm(new CsvConfig(folder)), "2025-06-01T12:00:00Z");
    }

    private void file(String name, String... lines) {
        try {
            Files.write(folder.resolve(name), List.of(lines));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
