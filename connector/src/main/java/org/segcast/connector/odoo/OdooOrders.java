/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.segcast.connector.spi.OrderLineRecord;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.OrderRecord.OrderState;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.RecordKind;

/**
 * Reads sale orders with their lines: one call for the page's orders, one for their lines, and now and then one for products or partners not seen
 * yet. An order counts for the commercial entity of its partner; a partner who moved to another company takes the old orders along at the next
 * full read, because Odoo does not stamp them.
 */
final class OdooOrders implements OdooReadAhead.Source<OrderRecord> {
    private static final List<String> FIELDS =
            List.of("partner_id", "date_order", "amount_total", "currency_id", "state", "write_date");

    private final OdooClient client;
    private final OdooLines lines;
    private final OdooLookup currencies;
    private final OdooLookup entities;

    OdooOrders(OdooClient client) {
        this.client = client;
        this.lines = new OdooLines(client);
        this.currencies = new OdooLookup(client, "res.currency", "name");
        this.entities = new OdooLookup(client, "res.partner", "commercial_partner_id");
    }

    @Override
    public void restart() {
        lines.forget();
        currencies.forget();
        entities.forget();
    }

    @Override
    public List<OdooRow> rows(PageRequest request) {
        return client.rows(
                "sale.order", "search_read", new OdooQuery(domain(request), FIELDS, request.size()).arguments());
    }

    @Override
    public Page<OrderRecord> page(PageRequest request, List<OdooRow> rows) {
        currencies.learn(rows.stream().map(row -> row.reference("currency_id")));
        entities.learn(rows.stream().map(row -> row.reference("partner_id")));
        Map<Integer, List<OrderLineRecord>> linesByOrder =
                lines.of(rows.stream().map(OdooRow::id).toList());
        return OdooPages.page(
                request, rows, row -> order(row, linesByOrder.getOrDefault(row.id(), List.of())), RecordKind.ORDER);
    }

    /** These orders, however long ago they changed. */
    Page<OrderRecord> byId(Set<String> ids) {
        restart();
        OdooDomain domain = OdooDomain.all()
                .and("id", "in", ids.stream().map(Integer::valueOf).sorted().toList());
        List<OdooRow> rows =
                client.rows("sale.order", "search_read", new OdooQuery(domain, FIELDS, OdooQuery.NO_LIMIT).arguments());
        return page(PageRequest.first(Optional.empty(), Math.max(1, rows.size() + 1)), rows);
    }

    private static OdooDomain domain(PageRequest request) {
        OdooDomain domain = OdooDomain.all().behind(request);
        request.changedSince().ifPresent(since -> domain.andAny(List.of(OdooDomain.since("write_date", since))));
        return domain;
    }

    private OrderRecord order(OdooRow row, List<OrderLineRecord> itsLines) {
        OptionalInt partner = OptionalInt.of(row.needReference("partner_id"));
        int entity = entities.row(partner)
                .map(found -> found.needReference("commercial_partner_id"))
                .orElseThrow(() -> new IllegalArgumentException("the order's partner is not readable with this key"));
        String currency = currencies
                .text(row.reference("currency_id"), "name")
                .orElseThrow(() -> new IllegalArgumentException("the order has no currency"));
        return new OrderRecord(
                Integer.toString(row.id()),
                Integer.toString(entity),
                row.needTime("date_order"),
                row.needNumber("amount_total"),
                currency,
                state(row.needText("state")),
                itsLines,
                row.instant("write_date"));
    }

    static OrderState state(String odoo) {
        return switch (odoo) {
            case "sale", "done" -> OrderState.CONFIRMED;
            case "cancel" -> OrderState.CANCELLED;
            default -> OrderState.OPEN;
        };
    }
}
