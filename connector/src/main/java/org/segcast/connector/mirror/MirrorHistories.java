/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/**
 * One ordered pass over contacts, orders and lines: three results of the same order, merged by equality of ids, so it does not matter how the database compares
 * texts. Each result streams on a connection of its own.
 */
final class MirrorHistories {
    private static final String CONTACTS =
            "SELECT id, email_allowed, attributes FROM mirror.contact WHERE profiling_allowed AND active ORDER BY id";
    private static final String COUNTED =
            " JOIN mirror.contact c ON c.id = o.contact_id WHERE c.profiling_allowed AND c.active"
                    + " AND o.state = 'CONFIRMED' AND o.ordered_at < ?";
    private static final String ORDERS =
            "SELECT o.contact_id, o.id, o.ordered_at, CAST(o.amount AS DOUBLE), o.currency FROM mirror.orders o"
                    + COUNTED + " ORDER BY o.contact_id, o.ordered_at, o.id";
    private static final String LINES =
            "SELECT l.order_id, l.product, l.category, CAST(l.quantity AS DOUBLE), CAST(l.amount AS DOUBLE)"
                    + " FROM mirror.order_line l JOIN mirror.orders o ON o.id = l.order_id" + COUNTED
                    + " ORDER BY o.contact_id, o.ordered_at, o.id, l.ordinal";

    private final Warehouse warehouse;

    MirrorHistories(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    void stream(LocalDate asOf, Consumer<MirrorHistory> visitor) {
        LocalDateTime end = asOf.plusDays(1).atStartOfDay();
        try (MirrorSession first = MirrorSession.open(warehouse);
                MirrorSession second = MirrorSession.open(warehouse);
                MirrorSession third = MirrorSession.open(warehouse);
                MirrorCursor contacts = first.stream(CONTACTS);
                MirrorCursor orders = second.stream(ORDERS, end);
                MirrorCursor lines = third.stream(LINES, end)) {
            while (contacts.onRow()) {
                visitor.accept(history(contacts.row(), orders, lines));
                contacts.advance();
            }
            allTaken(orders, lines);
        } catch (SQLException broken) {
            throw MirrorSession.failed("streaming histories", broken);
        }
    }

    private static MirrorHistory history(ResultSet contact, MirrorCursor orders, MirrorCursor lines)
            throws SQLException {
        String id = contact.getString(1);
        List<MirrorHistory.Order> own = new ArrayList<>();
        while (orders.onRow() && orders.row().getString(1).equals(id)) {
            own.add(order(orders.row(), lines));
            orders.advance();
        }
        return new MirrorHistory(id, contact.getBoolean(2), attributes(contact, 3), own);
    }

    private static MirrorHistory.Order order(ResultSet order, MirrorCursor lines) throws SQLException {
        String id = order.getString(2);
        List<MirrorHistory.Line> own = new ArrayList<>();
        while (lines.onRow() && lines.row().getString(1).equals(id)) {
            ResultSet line = lines.row();
            own.add(new MirrorHistory.Line(line.getString(2), line.getString(3), line.getDouble(4), line.getDouble(5)));
            lines.advance();
        }
        return new MirrorHistory.Order(
                id, order.getObject(3, LocalDateTime.class), order.getDouble(4), order.getString(5), own);
    }

    static Map<String, String> attributes(ResultSet row, int column) throws SQLException {
        Map<String, String> attributes = new TreeMap<>();
        ((Map<?, ?>) row.getObject(column))
                .forEach((name, value) -> attributes.put(String.valueOf(name), String.valueOf(value)));
        return attributes;
    }

    /** Something left over means that a sync merged between the three queries. */
    private static void allTaken(MirrorCursor orders, MirrorCursor lines) {
        if (orders.onRow() || lines.onRow()) {
            throw new SegcastException(
                    ErrorCode.BUSY, "A sync changed the mirror while histories were read from it: read them again");
        }
    }
}
