/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.segcast.connector.spi.OrderLineRecord;

/** Reads the lines of a page's orders in one call; headings and notes between the lines are left out. */
final class OdooLines {
    /**
     * How a model of lines names its fields.
     *
     * @param sold which lines sell something, beside headings, taxes and payment terms
     * @param further a field to read beside where this Odoo has it; empty text for none
     */
    record Names(
            String model,
            String order,
            String quantity,
            String amount,
            String further,
            Function<OdooFields, OdooDomain> sold) {}

    /** All models of lines name it so. */
    private static final String DISCOUNT = "discount";

    private final OdooClient client;
    private final OdooFields fields;
    private final Names names;
    private final OdooProducts products;

    OdooLines(OdooClient client, OdooFields fields, Names names, OdooProducts products) {
        this.client = client;
        this.fields = fields;
        this.names = names;
        this.products = products;
    }

    /** By the order's id. */
    Map<Integer, List<OdooRow>> of(List<OdooRow> orders) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        OdooDomain domain = OdooDomain.all()
                .and(names.order(), "in", orders.stream().map(OdooRow::id).toList())
                .and(names.sold().apply(fields));
        List<OdooRow> rows = client.rows(
                names.model(), "search_read", new OdooQuery(domain, columns(), OdooQuery.NO_LIMIT).arguments());
        products.learn(rows);
        Map<Integer, List<OdooRow>> byOrder = new HashMap<>();
        for (OdooRow row : rows) {
            byOrder.computeIfAbsent(row.needReference(names.order()), id -> new ArrayList<>())
                    .add(row);
        }
        return byOrder;
    }

    private List<String> columns() {
        List<String> columns =
                new ArrayList<>(List.of(names.order(), "product_id", names.quantity(), names.amount(), DISCOUNT));
        if (!names.further().isEmpty() && fields.has(names.model(), names.further())) {
            columns.add(names.further());
        }
        return columns;
    }

    /**
     * A surcharge, which Odoo writes as a discount below zero, is none.
     *
     * @param amount by whose factor the line's own amount is told; where that turns the sign, the quantity is turned too
     */
    OrderLineRecord line(OdooRow row, OdooAmount amount) {
        OptionalInt product = row.reference("product_id");
        return new OrderLineRecord(
                products.name(product),
                products.category(product),
                amount.factor().signum() < 0
                        ? row.needNumber(names.quantity()).negate()
                        : row.needNumber(names.quantity()),
                amount.ofLine(row.needNumber(names.amount())),
                row.number(DISCOUNT).filter(OrderLineRecord::isDiscount).orElse(BigDecimal.ZERO));
    }
}
