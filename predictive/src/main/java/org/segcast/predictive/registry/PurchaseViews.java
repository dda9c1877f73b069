/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The purchases as set-based questions read them: two views in the warehouse, {@code predictive.purchase (contact_id, day, amount, refund)} and
 * {@code predictive.purchase_line (contact_id, order_id, day, product, category, quantity, amount, refund)}. They tell the same purchases as
 * {@link org.segcast.predictive.history.PurchaseHistories}; amounts are exact decimals, so that sums do not depend on the order of the rows.
 */
public final class PurchaseViews {

    private PurchaseViews() {}

    /**
     * @param purchases a SELECT with the columns of {@code predictive.purchase} by name
     * @param lines a SELECT with the columns of {@code predictive.purchase_line} by name
     */
    public static void define(WarehouseConnections connections, String purchases, String lines) {
        new Warehouse(connections).transaction("defining the purchases", connection -> {
            replace(connection, "purchase", "contact_id, day, amount, refund", purchases);
            replace(
                    connection,
                    "purchase_line",
                    "contact_id, order_id, day, product, category, quantity, amount, refund",
                    lines);
        });
    }

    private static void replace(Connection connection, String view, String columns, String select) throws SQLException {
        Warehouse.execute(
                connection,
                "CREATE OR REPLACE VIEW predictive." + view + " AS SELECT " + columns + " FROM (" + select + ")");
    }
}
