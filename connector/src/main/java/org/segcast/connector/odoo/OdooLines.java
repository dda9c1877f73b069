/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.segcast.connector.spi.OrderLineRecord;

/** Reads the lines of a page's orders in one call; headings and notes between the lines are left out. */
final class OdooLines {
    private static final String[] FIELDS = {"order_id", "product_id", "product_uom_qty", "price_total"};

    private final OdooClient client;
    private final OdooLookup products;
    private final OdooLookup categories;

    OdooLines(OdooClient client) {
        this.client = client;
        this.products = new OdooLookup(client, "product.product", "display_name", "categ_id");
        this.categories = new OdooLookup(client, "product.category", "complete_name");
    }

    void forget() {
        products.forget();
        categories.forget();
    }

    Map<Integer, List<OrderLineRecord>> of(List<Integer> orders) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        OdooDomain domain = OdooDomain.all().and("order_id", "in", orders).and("display_type", "=", false);
        List<OdooRow> rows = OdooQuery.read(client, "sale.order.line", domain, FIELDS);
        products.learn(rows.stream().map(row -> row.reference("product_id")));
        categories.learn(rows.stream().map(this::category));
        Map<Integer, List<OrderLineRecord>> byOrder = new HashMap<>();
        for (OdooRow row : rows) {
            byOrder.computeIfAbsent(row.needReference("order_id"), id -> new ArrayList<>())
                    .add(line(row));
        }
        return byOrder;
    }

    private OptionalInt category(OdooRow line) {
        return products.row(line.reference("product_id"))
                .map(product -> product.reference("categ_id"))
                .orElse(OptionalInt.empty());
    }

    private OrderLineRecord line(OdooRow row) {
        return new OrderLineRecord(
                products.text(row.reference("product_id"), "display_name").orElse(""),
                categories.text(category(row), "complete_name").orElse(""),
                row.needNumber("product_uom_qty"),
                row.needNumber("price_total"));
    }
}
