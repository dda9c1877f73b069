/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Orders with their lines, contact after contact: two results of the same order, merged. */
record MirrorOrders(MirrorCursor orders, MirrorCursor lines, MirrorCurrencies currencies) {

    /** Those of the contact with that row number; the contacts must be asked for in the order of the results. */
    List<MirrorHistory.Order> of(long contact) throws SQLException {
        List<MirrorHistory.Order> own = new ArrayList<>();
        while (orders.onRow() && orders.row().getLong(1) == contact) {
            own.add(order(orders.row()));
            orders.advance();
        }
        return own;
    }

    private MirrorHistory.Order order(ResultSet order) throws SQLException {
        return new MirrorHistory.Order(
                MirrorHistories.time(order.getLong(3)),
                order.getDouble(4),
                order.getBoolean(5),
                order.getBoolean(6),
                currencies.of(order, 7),
                lines(order.getLong(2)));
    }

    private List<MirrorHistory.Line> lines(long order) throws SQLException {
        if (!lines.onRow() || lines.row().getLong(1) != order) {
            return List.of();
        }
        List<MirrorHistory.Line> own = new ArrayList<>(2);
        while (lines.onRow() && lines.row().getLong(1) == order) {
            ResultSet line = lines.row();
            own.add(new MirrorHistory.Line(
                    line.getString(2), line.getString(3), line.getDouble(4), line.getDouble(5), line.getDouble(6)));
            lines.advance();
        }
        return own;
    }
}
