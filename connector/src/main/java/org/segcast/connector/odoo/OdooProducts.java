/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.util.List;
import java.util.OptionalInt;

/** Names and categories of the products on lines, each read once. */
final class OdooProducts {
    private final OdooLookup products;
    private final OdooLookup categories;

    OdooProducts(OdooClient client) {
        this.products = new OdooLookup(client, "product.product", "display_name", "categ_id");
        this.categories = new OdooLookup(client, "product.category", "complete_name");
    }

    void forget() {
        products.forget();
        categories.forget();
    }

    void learn(List<OdooRow> lines) {
        products.learn(lines.stream().map(line -> line.reference("product_id")));
        categories.learn(lines.stream().map(line -> categoryOf(line.reference("product_id"))));
    }

    String name(OptionalInt product) {
        return products.text(product, "display_name").orElse("");
    }

    String category(OptionalInt product) {
        return categories.text(categoryOf(product), "complete_name").orElse("");
    }

    private OptionalInt categoryOf(OptionalInt product) {
        return products.row(product).map(found -> found.reference("categ_id")).orElse(OptionalInt.empty());
    }
}
