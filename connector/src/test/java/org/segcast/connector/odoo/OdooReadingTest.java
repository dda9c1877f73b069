/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segcast.connector.odoo.FakeOdoo.Answer;
import org.segcast.connector.spi.Consent;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.OrderRecord.OrderState;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.RecordKind;
import org.segcast.connector.spi.SegcastException;

class OdooReadingTest {
    private static final Answer NONE = Answer.json("[]");

    private final FakeOdoo odoo = new FakeOdoo();
    private final ExecutorService background = Executors.newCachedThreadPool();
    private final OdooCrm crm = new OdooCrm(odoo.config(), background, FakeOdoo.guard(odoo.config()));

    @BeforeEach
    void nothing_special() {
        odoo.small().on("res.country/search_read", Answer.json("[{\"id\":57,\"code\":\"DE\"}]"));
    }

    @AfterEach
    void close() {
        crm.close();
        odoo.close();
        background.shutdown();
    }

    private Page<ContactRecord> contacts(int size) {
        return crm.contacts(PageRequest.first(Optional.empty(), size));
    }

    @Test
    void false_is_empty_and_ids_become_names() {
        odoo.on("res.partner/search_read", Answer.json("""
                        [{"id":7,"name":"Ada","email":false,"phone":" ","active":true,"is_company":false,"commercial_company_name":false,
                          "is_blacklisted":true,"country_id":57,"state_id":false,"comment":"<p>a&nbsp;<b>b</b></p>","lang":"en_US",
                          "create_date":"2026-11-23 02:05:14","write_date":"2026-11-23 02:08:49"}]
                        """));
        ContactRecord ada = contacts(5).records().get(0);
        ContactRecord expected = new ContactRecord(
                "7",
                "Ada",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                new Consent(false, true),
                Map.of("kind", "person", "country", "DE", "language", "en_US", "note", "a b", "created", "2026-11-23"),
                Optional.of(Instant.parse("2026-11-23T02:08:49Z")));
        assertEquals(
                expected,
                new ContactRecord(
                        ada.id(),
                        ada.name(),
                        ada.email(),
                        ada.phone(),
                        ada.company(),
                        ada.active(),
                        ada.consent(),
                        withPlainSpaces(ada.attributes()),
                        ada.changedAt()));
    }

    private static Map<String, String> withPlainSpaces(Map<String, String> attributes) {
        Map<String, String> plain = new java.util.TreeMap<>(attributes);
        plain.computeIfPresent("note", (name, text) -> text.replace('\u00a0', ' '));
        return plain;
    }

    @Test
    void a_record_that_cannot_be_read_sinks_only_itself() {
        odoo.on(
                "res.partner/search_read",
                Answer.json("[{\"id\":7,\"name\":\"A\",\"write_date\":\"yesterday\"},{\"id\":8,\"name\":\"B\"}]"));
        Page<ContactRecord> page = contacts(5);
        assertEquals(
                List.of("8"), page.records().stream().map(ContactRecord::id).toList());
        assertEquals("7", page.rejected().get(0).id());
        assertEquals("field write_date holds no time", page.rejected().get(0).reason());
    }

    @Test
    void pages_follow_the_last_id_and_the_next_is_read_ahead() {
        odoo.on(
                "res.partner/search_read",
                Answer.json("[{\"id\":7,\"name\":\"A\"},{\"id\":9,\"name\":\"B\"}]"),
                Answer.json("[{\"id\":12,\"name\":\"C\"}]"));
        Page<ContactRecord> first = contacts(2);
        assertEquals(Optional.of("9"), first.nextAfterId());
        Page<ContactRecord> second =
                crm.contacts(PageRequest.first(Optional.empty(), 2).after("9"));
        assertEquals(Optional.empty(), second.nextAfterId());
        assertEquals(
                2,
                odoo.asked().stream().filter("res.partner/search_read"::equals).count());
        assertTrue(odoo.bodies().stream().anyMatch(body -> body.contains("[\"id\",\">\",9]")));
    }

    @Test
    void a_failure_of_the_page_read_ahead_comes_with_that_page_and_it_can_be_asked_for_again() {
        odoo.on(
                "res.partner/search_read",
                Answer.json("[{\"id\":7,\"name\":\"A\"}]"),
                Answer.error(403, "odoo.exceptions.AccessError"),
                NONE);
        contacts(1);
        PageRequest second = PageRequest.first(Optional.empty(), 1).after("7");
        SegcastException failure = assertThrows(SegcastException.class, () -> crm.contacts(second));
        assertEquals(ErrorCode.RIGHTS_MISSING, failure.code());
        assertEquals(List.of(), crm.contacts(second).records());
    }

    @Test
    void changes_are_asked_for_in_whole_seconds_with_fresh_opt_outs_beside() {
        odoo.on("res.partner/search_read", NONE)
                .on("mail.blacklist/search_read", Answer.json("[{\"id\":1,\"email\":\"ada@example.org\"}]"));
        crm.contacts(PageRequest.first(Optional.of(Instant.parse("2026-01-02T03:04:05.678Z")), 5));
        String asked = odoo.bodies().get(odoo.asked().indexOf("res.partner/search_read"));
        assertTrue(asked.contains("[\"write_date\",\">=\",\"2026-01-02 03:04:05\"]"), asked);
        assertTrue(asked.contains("[\"email_normalized\",\"in\",[\"ada@example.org\"]]"), asked);
        assertTrue(asked.contains("[\"id\",\"not in\",[1,4]]"), asked);
    }

    @Test
    void without_the_right_to_the_blacklist_all_on_it_are_read_again() {
        odoo.on("res.partner/search_read", NONE)
                .on("mail.blacklist/search_read", Answer.error(403, "odoo.exceptions.AccessError"));
        crm.contacts(PageRequest.first(Optional.of(Instant.EPOCH), 5));
        String asked = odoo.bodies().get(odoo.asked().indexOf("res.partner/search_read"));
        assertTrue(asked.contains("[\"is_blacklisted\",\"=\",true]"), asked);
    }

    @Test
    void an_order_counts_for_the_commercial_entity_and_has_its_lines() {
        odoo.on("sale.order/search_read", Answer.json("""
                                [{"id":1,"partner_id":9,"date_order":"2025-03-01 10:15:30","amount_total":118.45,"currency_id":2,"state":"sale"},
                                 {"id":2,"partner_id":9,"date_order":"2025-03-02 00:00:00","amount_total":1,"currency_id":false,"state":"draft"}]
                                """))
                .on(
                        "res.partner/search_read",
                        Answer.json(
                                "[{\"id\":9,\"is_company\":false,\"parent_id\":7,\"type\":\"contact\"},{\"id\":7,\"is_company\":true,\"parent_id\":false}]"))
                .on(
                        "sale.order.line/search_read",
                        Answer.json(
                                "[{\"id\":5,\"order_id\":1,\"product_id\":3,\"product_uom_qty\":2.0,\"price_total\":118.45,\"discount\":12.5},"
                                        + "{\"id\":6,\"order_id\":1,\"product_id\":3,\"product_uom_qty\":1.0,\"price_total\":1,\"discount\":-5.0},"
                                        + "{\"id\":7,\"order_id\":1,\"product_id\":3,\"product_uom_qty\":1.0,\"price_total\":1}]"))
                .on("product.product/search_read", Answer.json("[{\"id\":3,\"display_name\":\"Tent\",\"categ_id\":6}]"))
                .on("product.category/search_read", Answer.json("[{\"id\":6,\"complete_name\":\"Camping\"}]"));
        Page<OrderRecord> page = crm.orders(PageRequest.first(Optional.empty(), 5));
        OrderRecord order = page.records().get(0);
        assertEquals("7", order.contactId());
        assertEquals("EUR", order.currency());
        assertEquals("118.45", order.amount().toString());
        assertEquals("Tent", order.lines().get(0).product());
        assertEquals("Camping", order.lines().get(0).category());
        assertEquals(
                List.of("12.5", "0", "0"),
                order.lines().stream().map(line -> line.discount().toString()).toList(),
                "a surcharge is no discount");
        assertEquals("the order has no currency", page.rejected().get(0).reason());
        assertEquals(RecordKind.ORDER, page.rejected().get(0).kind());
    }

    @Test
    void states_are_open_confirmed_or_cancelled() {
        assertEquals(OrderState.OPEN, OdooSales.state("sent"));
        assertEquals(OrderState.CONFIRMED, OdooSales.state("sale"));
        assertEquals(OrderState.CONFIRMED, OdooSales.state("done"));
        assertEquals(OrderState.CANCELLED, OdooSales.state("cancel"));
    }

    @Test
    void an_odoo_without_sales_says_so() {
        odoo.on("sale.order/search_read", Answer.error(404, "werkzeug.exceptions.NotFound"));
        SegcastException failure =
                assertThrows(SegcastException.class, () -> crm.orders(PageRequest.first(Optional.empty(), 5)));
        assertEquals(ErrorCode.MODULE_MISSING, failure.code());
    }
}
