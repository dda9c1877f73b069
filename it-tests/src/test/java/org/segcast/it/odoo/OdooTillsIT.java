/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.odoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.segcast.connector.spi.IdRange;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.OrderRecord.OrderState;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.RecordKind;

/** Orders of a real Odoo with the point of sale beside the sales app: each counts once. */
class OdooTillsIT {
    private static OdooScratch odoo;
    private static OdooReaders readers;
    private static int product;
    private static int session;

    @BeforeAll
    static void open_a_shop() {
        odoo = OdooScratch.of("it_tills", OdooScratch.EMPTY);
        odoo.install("point_of_sale");
        readers = new OdooReaders(odoo);
        product = odoo.create("product.product", Map.of("name", "Tea", "type", "service"));
        int shop = odoo.create("pos.config", Map.of("name", "Shop"));
        odoo.call("pos.config", "open_ui", Map.of("ids", List.of(shop)));
        session = odoo.only("pos.session", List.of(List.of("config_id", "=", shop)));
    }

    @AfterAll
    static void close() {
        readers.close();
    }

    private static Map<String, Object> line(double amount, Object... more) {
        Map<String, Object> values = new TreeMap<>(Map.of(
                "product_id",
                product,
                "qty",
                amount < 0 ? -1 : 1,
                "price_unit",
                Math.abs(amount),
                "price_subtotal",
                amount,
                "price_subtotal_incl",
                amount,
                "full_product_name",
                "Tea",
                "tax_ids",
                List.of(List.of(5))));
        for (int i = 0; i < more.length; i += 2) {
            values.put((String) more[i], more[i + 1]);
        }
        return values;
    }

    @SafeVarargs
    private static int sold(Object partner, Map<String, Object>... lines) {
        double total = 0;
        List<Object> commands = new ArrayList<>();
        for (Map<String, Object> line : lines) {
            total += ((Number) line.get("price_subtotal_incl")).doubleValue();
            commands.add(List.of(0, 0, line));
        }
        int order = odoo.create(
                "pos.order",
                Map.of(
                        "session_id",
                        session,
                        "partner_id",
                        partner,
                        "amount_total",
                        total,
                        "amount_tax",
                        0,
                        "amount_paid",
                        total,
                        "amount_return",
                        0,
                        "date_order",
                        "2025-03-04 05:06:07",
                        "lines",
                        commands));
        odoo.write("pos.order", order, Map.of("state", "paid"));
        return order;
    }

    private static Map<String, OrderRecord> orders() {
        Page<OrderRecord> page;
        Map<String, OrderRecord> found = new TreeMap<>();
        PageRequest request = PageRequest.first(Optional.empty(), 3);
        var crm = readers.crm();
        do {
            page = crm.orders(request);
            assertEquals(List.of(), page.rejected());
            page.records().forEach(order -> found.put(order.id(), order));
            request = page.nextAfterId().map(request::after).orElse(request);
        } while (page.nextAfterId().isPresent());
        Set<String> listed = crm.idPrefixes(RecordKind.ORDER).stream()
                .flatMap(prefix -> crm.ids(IdRange.all(RecordKind.ORDER, prefix)).stream())
                .collect(Collectors.toSet());
        assertEquals(listed, found.keySet());
        return found;
    }

    private static void assertAmount(String expected, BigDecimal found) {
        assertEquals(0, new BigDecimal(expected).compareTo(found), expected + " expected, found " + found);
    }

    @Test
    void a_sale_at_the_till_is_an_order_and_money_given_back_there_a_refund() {
        int buyer = odoo.create("res.partner", Map.of("name", "Regular"));
        String sale = "pos-" + sold(buyer, line(30, "discount", 25), line(5));
        String refund = "pos-" + sold(buyer, line(-10));
        String nobody = "pos-" + sold(false, line(7));
        Map<String, OrderRecord> told = orders();
        assertEquals(OrderState.CONFIRMED, told.get(sale).state());
        assertEquals(Integer.toString(buyer), told.get(sale).contactId());
        assertEquals("2025-03-04T05:06:07", told.get(sale).orderedAt().toString());
        assertAmount("35", told.get(sale).amount());
        assertEquals(2, told.get(sale).lines().size());
        assertAmount("25", told.get(sale).lines().get(0).discount());
        assertAmount("0", told.get(sale).lines().get(1).discount());
        assertEquals(OrderState.REFUND, told.get(refund).state());
        assertAmount("-10", told.get(refund).amount());
        assertAmount("-1", told.get(refund).lines().get(0).quantity());
        assertFalse(told.containsKey(nobody), "sold to nobody known");
    }

    @Test
    void a_refund_at_the_till_that_has_a_credit_note_counts_once() {
        int buyer = odoo.create("res.partner", Map.of("name", "Invoiced"));
        int refund = sold(buyer, line(-10));
        int note = odoo.create(
                "account.move",
                Map.of(
                        "move_type",
                        "out_refund",
                        "partner_id",
                        buyer,
                        "invoice_date",
                        "2025-03-05",
                        "invoice_line_ids",
                        List.of(List.of(0, 0, Map.of("product_id", product, "quantity", 1, "price_unit", 10)))));
        odoo.call("account.move", "action_post", Map.of("ids", List.of(note)));
        assertTrue(orders().containsKey("refund-" + note));
        odoo.write("pos.order", refund, Map.of("account_move", note));
        Map<String, OrderRecord> told = orders();
        assertTrue(told.containsKey("pos-" + refund));
        assertFalse(told.containsKey("refund-" + note));
    }

    @Test
    void a_sale_order_paid_at_the_till_counts_once() {
        int buyer = odoo.create("res.partner", Map.of("name", "Quoted"));
        int sale = odoo.create(
                "sale.order",
                Map.of(
                        "partner_id",
                        buyer,
                        "state",
                        "sale",
                        "order_line",
                        List.of(List.of(
                                0,
                                0,
                                Map.of(
                                        "product_id",
                                        product,
                                        "product_uom_qty",
                                        1,
                                        "price_unit",
                                        40,
                                        "tax_ids",
                                        List.of(List.of(5)))))));
        String paid = "pos-" + sold(buyer, line(40, "sale_order_origin_id", sale));
        String more = "pos-" + sold(buyer, line(40, "sale_order_origin_id", sale), line(3));
        Map<String, OrderRecord> told = orders();
        assertAmount("40", told.get(Integer.toString(sale)).amount());
        assertFalse(told.containsKey(paid));
        assertAmount("3", told.get(more).amount());
        assertEquals(1, told.get(more).lines().size());
    }
}
