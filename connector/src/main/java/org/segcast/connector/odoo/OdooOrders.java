/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.segcast.connector.spi.OrderLineRecord;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.OrderRecord.OrderState;

/**
 * What sale orders, point-of-sale orders and credit notes have in common: one call for a page's rows, one for their lines, and now and then one for products, partners
 * or currencies not seen yet. An order counts for the contact of its partner.
 *
 * <p>Odoo stamps a partner who moves to another company, or under whom a contact is merged, but not the partner's orders. So orders of partners stamped since are
 * among the changes, but for those who hold a score of ours: writing it stamps them too, and whoever holds one stands for itself. Where such a partner
 * stops doing so, or is merged into another and deleted, the sync misses it and asks for its orders by their ids.
 */
final class OdooOrders {
    /** What is sold in the Sales app and at the till is told by the same names. */
    static final List<String> FIELDS = List.of(
            "partner_id",
            "date_order",
            "amount_total",
            "currency_id",
            "currency_rate",
            "company_id",
            "state",
            "write_date");

    private final OdooLines lines;
    private final OdooProducts products;
    private final OdooEntities entities;
    private final OdooCurrencies currencies;
    private final OdooPartnerFields partnerFields;
    private final OdooStandstill standstill;
    private final Map<Integer, List<OdooRow>> linesByOrder = new HashMap<>();

    OdooOrders(
            OdooLines lines,
            OdooProducts products,
            OdooEntities entities,
            OdooCurrencies currencies,
            OdooPartnerFields partnerFields,
            OdooStandstill standstill) {
        this.lines = lines;
        this.products = products;
        this.entities = entities;
        this.currencies = currencies;
        this.partnerFields = partnerFields;
        this.standstill = standstill;
    }

    void forget() {
        products.forget();
        entities.forget();
        currencies.forget();
        linesByOrder.clear();
        standstill.forget();
    }

    void learn(List<OdooRow> orders) {
        currencies.learn(orders);
        entities.learn(orders.stream().map(order -> order.reference("partner_id")));
        linesByOrder.clear();
        linesByOrder.putAll(lines.of(orders));
    }

    List<OdooDomain> changed(Instant since) {
        OdooDomain moved = OdooDomain.all().and(OdooDomain.since("partner_id.write_date", since));
        if (partnerFields.has(OdooScores.SEGMENT)) {
            moved.and("partner_id." + OdooScores.SEGMENT, "=", false);
        }
        return List.of(OdooDomain.all().and(OdooDomain.since("write_date", since)), moved);
    }

    /** Whether neither these rows nor any partner changed. */
    boolean standStill(String model, OdooDomain rows, Instant since) {
        return standstill.ofPartners(since) && standstill.of(model, rows, since);
    }

    OptionalLong counted(String model) {
        return standstill.rows(model);
    }

    String contact(OdooRow order) {
        return entities.need(order, "partner_id");
    }

    OdooCurrencies currencies() {
        return currencies;
    }

    /** At the rate of the order, or of its day. */
    OdooAmount amount(OdooRow order, BigDecimal total) {
        return currencies.amount(order, total, order.needTime("date_order").toLocalDate());
    }

    /** An order of the Sales app or of the till. */
    OrderRecord sold(String id, OdooRow order, OdooAmount amount, OrderState state, List<OdooRow> rows) {
        return new OrderRecord(
                id,
                contact(order),
                order.needTime("date_order"),
                amount.amount(),
                amount.currency(),
                state,
                lines(rows, amount),
                amount.original(),
                order.instant("write_date"));
    }

    List<OdooRow> linesOf(OdooRow order) {
        return linesByOrder.getOrDefault(order.id(), List.of());
    }

    List<OrderLineRecord> lines(List<OdooRow> rows, OdooAmount amount) {
        return rows.stream().map(row -> lines.line(row, amount)).toList();
    }
}
