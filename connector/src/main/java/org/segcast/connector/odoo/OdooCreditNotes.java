/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.OrderRecord.OrderState;

/**
 * Posted credit notes to customers, under {@code refund-} and their number, with amounts below zero.
 *
 * <p>Two kinds are left out, because what they give back counts nowhere as money taken: those of a till's order, which is a refund itself, and those of a sale order
 * that was cancelled. A credit note keeps the links of the invoice it reverses to the lines of the sale order.
 */
final class OdooCreditNotes implements OdooPart<OrderRecord> {
    static final String PREFIX = "refund-";
    static final OdooLines.Names LINES =
            new OdooLines.Names("account.move.line", "move_id", "quantity", "price_total", "", OdooCreditNotes::sold);

    private static final String SOLD_BY = "invoice_line_ids.sale_line_ids.order_id.";

    private final OdooFields fields;
    private final OdooOrders orders;

    OdooCreditNotes(OdooFields fields, OdooOrders orders) {
        this.fields = fields;
        this.orders = orders;
    }

    @Override
    public String place() {
        return PREFIX;
    }

    @Override
    public String model() {
        return "account.move";
    }

    @Override
    public Set<String> series() {
        return Set.of(PREFIX);
    }

    @Override
    public OdooDomain all() {
        OdooDomain all = OdooDomain.all()
                .and("move_type", "=", "out_refund")
                .and("state", "=", "posted")
                .and("partner_id", "!=", false);
        if (fields.exists(OdooTills.LINES.model())) {
            all.and("pos_order_ids", "=", false);
        }
        return knowsSales() ? all.andNot(SOLD_BY + "state", "=", "cancel") : all;
    }

    /** Before version 16, taxes and what is to be paid are lines without a display type too, kept out of the invoice's own tab. */
    private static OdooDomain sold(OdooFields fields) {
        return fields.has("account.move.line", "exclude_from_invoice_tab")
                ? OdooDomain.all().and("exclude_from_invoice_tab", "=", false).and("display_type", "=", false)
                : OdooDomain.all().and("display_type", "=", "product");
    }

    private boolean knowsSales() {
        return fields.has(LINES.model(), "sale_line_ids");
    }

    @Override
    public List<OdooDomain> changed(Instant since) {
        List<OdooDomain> changed = new ArrayList<>(orders.changed(since));
        if (knowsSales()) {
            changed.add(OdooDomain.all().and(OdooDomain.since(SOLD_BY + "write_date", since)));
        }
        return changed;
    }

    /** A credit note counts or not by its sale order too, which stands before. */
    @Override
    public boolean standsStill(Instant since) {
        return orders.standStill(model(), OdooDomain.all().and("move_type", "=", "out_refund"), since);
    }

    @Override
    public List<String> fields() {
        return List.of(
                "partner_id",
                "invoice_date",
                "amount_total",
                "amount_total_signed",
                "currency_id",
                "company_id",
                "write_date");
    }

    @Override
    public void forget() {
        orders.forget();
    }

    @Override
    public void learn(List<OdooRow> rows) {
        orders.learn(rows);
    }

    @Override
    public Stream<OrderRecord> records(OdooRow row) {
        LocalDate day = row.needDate("invoice_date");
        OdooAmount amount = orders.currencies()
                .credited(row, row.needNumber("amount_total"), row.needNumber("amount_total_signed"), day);
        return Stream.of(new OrderRecord(
                PREFIX + row.id(),
                orders.contact(row),
                day.atStartOfDay(),
                amount.amount(),
                amount.currency(),
                OrderState.REFUND,
                orders.lines(orders.linesOf(row), amount),
                amount.original(),
                row.instant("write_date")));
    }
}
