/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.OrderRecord.OrderState;
import org.segcast.connector.spi.SegcastException;

/** Sale orders, under bare numbers. Their invoices are no orders of their own. */
final class OdooSales implements OdooPart<OrderRecord> {
    static final OdooLines.Names LINES = new OdooLines.Names(
            "sale.order.line",
            "order_id",
            "product_uom_qty",
            "price_total",
            "",
            fields -> OdooDomain.all().and("display_type", "=", false));

    private final OdooOrders orders;
    private final OdooTills tills;

    OdooSales(OdooOrders orders, OdooTills tills) {
        this.orders = orders;
        this.tills = tills;
    }

    @Override
    public String place() {
        return "";
    }

    @Override
    public String model() {
        return "sale.order";
    }

    @Override
    public Set<String> series() {
        return Set.of("");
    }

    @Override
    public OdooDomain all() {
        return OdooDomain.all();
    }

    @Override
    public List<OdooDomain> changed(Instant since) {
        return orders.changed(since);
    }

    @Override
    public boolean standsStill(Instant since) {
        return orders.standStill(model(), all(), since);
    }

    @Override
    public OptionalLong counted() {
        return orders.counted(model());
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
        return Stream.of(orders.sold(
                Integer.toString(row.id()),
                row,
                orders.amount(row, row.needNumber("amount_total")),
                state(row.needText("state")),
                orders.linesOf(row)));
    }

    static OrderState state(String odoo) {
        return switch (odoo) {
            case "sale", "done" -> OrderState.CONFIRMED;
            case "cancel" -> OrderState.CANCELLED;
            default -> OrderState.OPEN;
        };
    }

    /** A shop that sells at the till only has no Sales app. Sales without the right to read them are not passed over. */
    @Override
    public boolean mayMiss(SegcastException why) {
        return why.code() == ErrorCode.MODULE_MISSING && tills.canBeRead();
    }
}
