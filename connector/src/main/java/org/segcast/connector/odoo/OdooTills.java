/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.OrderRecord.OrderState;
import org.segcast.connector.spi.SegcastException;

/**
 * Point-of-sale orders of known contacts, under {@code pos-} and their number. One below zero is a refund.
 *
 * <p>A quotation that is paid at the till becomes a sale order and stands on the till's order as well ({@code sale_order_origin_id}, where both apps are installed):
 * these lines are left out here. Money given back for such a line is kept, because the sale order does not know of it.
 */
final class OdooTills implements OdooPart<OrderRecord> {
    static final String PREFIX = OrderRecord.TILL;
    private static final String FROM_SALE = "sale_order_origin_id";
    static final OdooLines.Names LINES = new OdooLines.Names(
            "pos.order.line", "order_id", "qty", "price_subtotal_incl", FROM_SALE, fields -> OdooDomain.all());

    private final OdooClient client;
    private final OdooFields fields;
    private final OdooOrders orders;

    OdooTills(OdooClient client, OdooFields fields, OdooOrders orders) {
        this.client = client;
        this.fields = fields;
        this.orders = orders;
    }

    boolean canBeRead() {
        try {
            return client.may(model(), "read");
        } catch (SegcastException e) {
            if (e.code().isClosed()) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public String place() {
        return PREFIX;
    }

    @Override
    public String model() {
        return "pos.order";
    }

    @Override
    public Set<String> series() {
        return Set.of(PREFIX);
    }

    @Override
    public OdooDomain all() {
        OdooDomain all = OdooDomain.all().and("partner_id", "!=", false);
        return settlesSales()
                ? all.andAny(List.of(
                        OdooDomain.term("amount_total", "<", 0), OdooDomain.term("lines." + FROM_SALE, "=", false)))
                : all;
    }

    private boolean settlesSales() {
        return fields.has(LINES.model(), FROM_SALE);
    }

    @Override
    public List<OdooDomain> changed(Instant since) {
        return orders.changed(since);
    }

    /** Asked of all rows: which of them are told depends on fields that would have to be asked for first. */
    @Override
    public boolean standsStill(Instant since) {
        return orders.standStill(model(), OdooDomain.all(), since);
    }

    @Override
    public List<String> fields() {
        return OdooOrders.FIELDS;
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
        BigDecimal total = row.needNumber("amount_total");
        List<OdooRow> sold = orders.linesOf(row);
        List<OdooRow> own = total.signum() < 0
                ? sold
                : sold.stream()
                        .filter(line -> line.reference(FROM_SALE).isEmpty())
                        .toList();
        BigDecimal ownTotal = own.size() == sold.size()
                ? total
                : own.stream().map(line -> line.needNumber(LINES.amount())).reduce(BigDecimal.ZERO, BigDecimal::add);
        OdooAmount amount = orders.amount(row, ownTotal);
        return Stream.of(
                orders.sold(PREFIX + row.id(), row, amount, state(row.needText("state"), amount.amount()), own));
    }

    private static OrderState state(String odoo, BigDecimal amount) {
        return switch (odoo) {
            case "paid", "done", "invoiced" -> amount.signum() < 0 ? OrderState.REFUND : OrderState.CONFIRMED;
            case "cancel" -> OrderState.CANCELLED;
            default -> OrderState.OPEN;
        };
    }
}
