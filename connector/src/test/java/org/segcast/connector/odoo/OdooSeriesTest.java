/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segcast.connector.odoo.FakeOdoo.Answer;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.OrderRecord.OrderState;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.RecordKind;
import org.segcast.connector.spi.SegcastException;

/** Several models read as one series, where some of them are missing or closed. */
class OdooSeriesTest {
    private static final Answer NONE = Answer.json("[]");
    private static final Answer MISSING = Answer.error(404, "werkzeug.exceptions.NotFound");
    private static final Answer CLOSED = Answer.error(403, "odoo.exceptions.AccessError");
    private static final Answer SALES = Answer.json("""
            [{"id":1,"partner_id":9,"date_order":"2025-03-01 10:15:30","amount_total":5,"currency_id":2,"company_id":1,"currency_rate":1.0,"state":"sale"}]
            """);
    private static final Answer CREDIT_NOTES = Answer.json("""
            [{"id":1,"partner_id":9,"invoice_date":"2025-03-02","amount_total":5,"amount_total_signed":-5,"currency_id":2,"company_id":1}]
            """);

    private final FakeOdoo odoo = new FakeOdoo();
    private final ExecutorService background = Executors.newCachedThreadPool();
    private final OdooCrm crm = new OdooCrm(odoo.config(), background, FakeOdoo.guard(odoo.config()));

    @BeforeEach
    void a_company_with_one_contact() {
        odoo.on("res.partner/search_read", Answer.json("[{\"id\":9,\"is_company\":true,\"parent_id\":false}]"))
                .on("sale.order.line/search_read", NONE)
                .on("account.move.line/search_read", NONE);
    }

    @AfterEach
    void close() {
        crm.close();
        odoo.close();
        background.shutdown();
    }

    private List<OrderRecord> orders() {
        List<OrderRecord> all = new ArrayList<>();
        PageRequest request = PageRequest.first(Optional.empty(), 5);
        Page<OrderRecord> page;
        do {
            page = crm.orders(request);
            all.addAll(page.records());
            request = page.nextAfterId().map(request::after).orElse(request);
        } while (page.nextAfterId().isPresent());
        return all;
    }

    private void accounting() {
        odoo.on("account.move/fields_get", Answer.json("{\"move_type\":{}}"))
                .on("account.move.line/fields_get", Answer.json("{\"display_type\":{},\"sale_line_ids\":{}}"));
    }

    @Test
    void the_same_number_in_two_models_is_two_orders() {
        accounting();
        odoo.small().on("sale.order/search_read", SALES).on("account.move/search_read", CREDIT_NOTES);
        List<OrderRecord> told = orders();
        assertEquals(
                List.of("1", "refund-1"), told.stream().map(OrderRecord::id).toList());
        assertEquals(OrderState.REFUND, told.get(1).state());
        assertEquals("-5", told.get(1).amount().toPlainString());
        assertEquals(Set.of("", "refund-"), crm.idPrefixes(RecordKind.ORDER));
    }

    @Test
    void whoever_was_read_as_a_contact_is_not_looked_up_for_its_orders() {
        odoo.small().on("sale.order/search_read", SALES);
        crm.contacts(PageRequest.first(Optional.empty(), 5));
        long asked = partnersAsked();
        assertEquals("9", orders().get(0).contactId());
        assertEquals(asked, partnersAsked());
    }

    private long partnersAsked() {
        return odoo.asked().stream().filter("res.partner/search_read"::equals).count();
    }

    @Test
    void what_is_closed_to_the_user_is_passed_over_and_not_taken_for_deleted() {
        accounting();
        odoo.small().on("sale.order/search_read", SALES).on("account.move/search_read", CLOSED);
        assertEquals(List.of("1"), orders().stream().map(OrderRecord::id).toList());
        assertEquals(Set.of(""), crm.idPrefixes(RecordKind.ORDER));
    }

    @Test
    void sales_that_the_user_may_not_read_are_not_passed_over() {
        odoo.small().on("sale.order/search_read", CLOSED);
        assertEquals(
                ErrorCode.RIGHTS_MISSING,
                assertThrows(SegcastException.class, this::orders).code());
    }

    @Test
    void a_shop_with_a_till_alone_needs_no_sales_app() {
        odoo.on("pos.order/has_access", Answer.json("true"))
                .on("pos.order.line/fields_get", Answer.json("{\"qty\":{}}"))
                .on("pos.order/search_read", Answer.json("""
                        [{"id":4,"partner_id":9,"date_order":"2025-03-01 10:15:30","amount_total":5,"currency_id":2,"company_id":1,"currency_rate":1.0,"state":"done"}]
                        """))
                .on("pos.order.line/search_read", NONE);
        odoo.small().on("sale.order/search_read", MISSING);
        assertEquals(List.of("pos-4"), orders().stream().map(OrderRecord::id).toList());
    }

    @Test
    void orders_of_partners_stamped_since_are_among_the_changes_but_for_those_who_hold_a_score() {
        odoo.small().on("sale.order/search_read", NONE);
        crm.orders(PageRequest.first(Optional.of(Instant.parse("2026-01-02T03:04:05Z")), 5));
        String asked = odoo.bodies().get(odoo.asked().indexOf("sale.order/search_read"));
        assertTrue(
                asked.contains(
                        "[\"|\",[\"write_date\",\">=\",\"2026-01-02 03:04:05\"],\"&\",[\"partner_id.write_date\",\">=\",\"2026-01-02 03:04:05\"],"
                                + "[\"partner_id.x_segcast_segment\",\"=\",false]]"),
                asked);
    }

    @Test
    void an_order_in_another_currency_is_converted_at_its_own_rate_with_its_lines() {
        odoo.on(
                        "res.currency/search_read",
                        Answer.json(
                                "[{\"id\":2,\"name\":\"EUR\",\"decimal_places\":2},{\"id\":3,\"name\":\"USD\",\"decimal_places\":2}]"))
                .on("sale.order/search_read", Answer.json("""
                        [{"id":1,"partner_id":9,"date_order":"2025-03-01 10:15:30","amount_total":10,"currency_id":3,"company_id":1,"currency_rate":1.25,"state":"sale"}]
                        """));
        odoo.small();
        OrderRecord told = orders().get(0);
        assertEquals("8.00", told.amount().toPlainString());
        assertEquals("EUR", told.currency());
        assertEquals("USD", told.original().orElseThrow().currency());
    }
}
