/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.segcast.connector.spi.EngagementKind;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.SegcastException;

/**
 * One ordered pass over contacts, orders, lines and engagements: four results of the same order, merged by equality of row numbers, so it does not matter how the database
 * compares texts. Each result streams on a connection of its own.
 */
final class MirrorHistories {
    /** Reading a MAP costs ten times what reading these two texts does. */
    private static final String CONTACTS =
            "SELECT rowid, id, email_allowed, coalesce(array_to_string(map_keys(attributes), chr(31)), ''),"
                    + " coalesce(array_to_string(map_values(attributes), chr(31)), '') FROM mirror.contact WHERE profiling_allowed AND active"
                    + " ORDER BY id";

    private static final String COUNTED =
            " JOIN mirror.contact c ON c.id = o.contact_id WHERE c.profiling_allowed AND c.active"
                    + " AND o.state IN ('CONFIRMED', 'REFUND') AND o.ordered_at < ?";
    private static final String ORDERS =
            "SELECT c.rowid, o.rowid, epoch_us(o.ordered_at), CAST(o.amount AS DOUBLE), o.state = 'REFUND', starts_with(o.id, '"
                    + OrderRecord.TILL + "'), %s FROM mirror.orders o" + COUNTED
                    + " ORDER BY o.contact_id, o.ordered_at, o.id";
    private static final String LINES =
            "SELECT o.rowid, l.product, l.category, CAST(l.quantity AS DOUBLE), CAST(l.amount AS DOUBLE), CAST(l.discount AS DOUBLE)"
                    + " FROM mirror.order_line l JOIN mirror.orders o ON o.id = l.order_id" + COUNTED
                    + " ORDER BY o.contact_id, o.ordered_at, o.id, l.ordinal";
    private static final String ENGAGEMENTS =
            "SELECT c.rowid, e.kind, epoch_us(e.happened_at) FROM mirror.engagement e JOIN mirror.contact c ON c.id = e.contact_id"
                    + " WHERE c.profiling_allowed AND c.active AND e.happened_at < ? ORDER BY e.contact_id, e.happened_at, e.id";
    private static final long MICROS = 1_000_000;

    private final Warehouse warehouse;

    MirrorHistories(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    void stream(LocalDate asOf, Consumer<MirrorHistory> visitor) {
        MirrorCurrencies currencies = currencies();
        LocalDateTime end = asOf.plusDays(1).atStartOfDay();
        try (MirrorSession first = MirrorSession.open(warehouse);
                MirrorSession second = MirrorSession.open(warehouse);
                MirrorSession third = MirrorSession.open(warehouse);
                MirrorSession fourth = MirrorSession.open(warehouse);
                MirrorCursor contacts = first.stream(CONTACTS);
                MirrorCursor orders = second.stream(ORDERS.formatted(currencies.place()), end);
                MirrorCursor lines = third.stream(LINES, end);
                MirrorCursor engagements = fourth.stream(ENGAGEMENTS, end)) {
            MirrorOrders told = new MirrorOrders(orders, lines, currencies);
            while (contacts.onRow()) {
                visitor.accept(history(contacts.row(), told, engagements));
                contacts.advance();
            }
            allTaken(orders, lines, engagements);
        } catch (SQLException broken) {
            throw MirrorSession.failed("streaming histories", broken);
        }
    }

    MirrorCurrencies currencies() {
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            return MirrorCurrencies.in(session);
        }
    }

    private static MirrorHistory history(ResultSet contact, MirrorOrders orders, MirrorCursor engagements)
            throws SQLException {
        long row = contact.getLong(1);
        Map<String, String> attributes = attributes(contact.getString(4), contact.getString(5));
        return new MirrorHistory(
                contact.getString(2), contact.getBoolean(3), attributes, orders.of(row), engagements(row, engagements));
    }

    private static List<MirrorHistory.Engagement> engagements(long contact, MirrorCursor engagements)
            throws SQLException {
        if (!engagements.onRow() || engagements.row().getLong(1) != contact) {
            return List.of();
        }
        List<MirrorHistory.Engagement> own = new ArrayList<>();
        while (engagements.onRow() && engagements.row().getLong(1) == contact) {
            ResultSet row = engagements.row();
            own.add(new MirrorHistory.Engagement(EngagementKind.valueOf(row.getString(2)), time(row.getLong(3))));
            engagements.advance();
        }
        return own;
    }

    static LocalDateTime time(long micros) {
        int nanos = (int) Math.floorMod(micros, MICROS) * 1000;
        return LocalDateTime.ofEpochSecond(Math.floorDiv(micros, MICROS), nanos, ZoneOffset.UTC);
    }

    private static Map<String, String> attributes(String names, String values) {
        if (names.isEmpty()) {
            return Map.of();
        }
        String[] keys = names.split(MirrorRows.SEPARATOR, -1);
        String[] texts = values.split(MirrorRows.SEPARATOR, -1);
        Map<String, String> attributes = new HashMap<>(keys.length * 2);
        for (int i = 0; i < keys.length; i++) {
            attributes.put(keys[i], texts[i]);
        }
        return attributes;
    }

    /** Something left over means that a sync merged between the queries. */
    private static void allTaken(MirrorCursor... cursors) {
        if (Stream.of(cursors).anyMatch(MirrorCursor::onRow)) {
            throw new SegcastException(
                    ErrorCode.BUSY, "A sync changed the mirror while histories were read from it: read them again");
        }
    }
}
