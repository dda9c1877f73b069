/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.segcast.connector.spi.Consent;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.EngagementKind;
import org.segcast.connector.spi.EngagementRecord;
import org.segcast.connector.spi.Money;
import org.segcast.connector.spi.OrderLineRecord;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.OrderRecord.OrderState;

/** Contacts one by one. */
final class MirrorContacts {
    private final Warehouse warehouse;

    MirrorContacts(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    Optional<MirrorContact> find(String id, LocalDate asOf) {
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            return session.first(
                            "SELECT id, name, email, phone, company, active, email_allowed, profiling_allowed, attributes"
                                    + " FROM mirror.contact WHERE id = ?",
                            MirrorContacts::contact,
                            id)
                    .map(contact ->
                            new MirrorContact(contact, orders(session, id, asOf), engagements(session, id, asOf)));
        }
    }

    private static List<OrderRecord> orders(MirrorSession session, String contactId, LocalDate asOf) {
        LocalDateTime end = asOf.plusDays(1).atStartOfDay();
        Map<String, List<OrderLineRecord>> lines = new HashMap<>();
        session.each(
                "SELECT l.order_id, l.product, l.category, l.quantity, l.amount, l.discount FROM mirror.order_line l"
                        + " JOIN mirror.orders o ON o.id = l.order_id WHERE o.contact_id = ? ORDER BY l.ordinal",
                row -> lines.computeIfAbsent(row.getString(1), order -> new ArrayList<>())
                        .add(new OrderLineRecord(
                                row.getString(2),
                                row.getString(3),
                                row.getBigDecimal(4),
                                row.getBigDecimal(5),
                                row.getBigDecimal(6))),
                contactId);
        return session.list(
                "SELECT id, ordered_at, amount, currency, state, original_amount, original_currency FROM mirror.orders"
                        + " WHERE contact_id = ? AND state IN ('CONFIRMED', 'REFUND') AND ordered_at < ? ORDER BY ordered_at DESC, id DESC",
                row -> new OrderRecord(
                        row.getString(1),
                        contactId,
                        row.getObject(2, LocalDateTime.class),
                        row.getBigDecimal(3),
                        row.getString(4),
                        OrderState.valueOf(row.getString(5)),
                        lines.getOrDefault(row.getString(1), List.of()),
                        original(row),
                        Optional.empty()),
                contactId,
                end);
    }

    private static Optional<Money> original(ResultSet row) throws SQLException {
        String currency = row.getString(7);
        return row.wasNull() ? Optional.empty() : Optional.of(new Money(row.getBigDecimal(6), currency));
    }

    private static List<EngagementRecord> engagements(MirrorSession session, String contactId, LocalDate asOf) {
        return session.list(
                "SELECT id, kind, happened_at FROM mirror.engagement WHERE contact_id = ? AND happened_at < ?"
                        + " ORDER BY happened_at DESC, id DESC LIMIT " + MirrorContact.ENGAGEMENTS,
                row -> new EngagementRecord(
                        row.getString(1),
                        contactId,
                        EngagementKind.valueOf(row.getString(2)),
                        row.getObject(3, LocalDateTime.class),
                        Optional.empty()),
                contactId,
                asOf.plusDays(1).atStartOfDay());
    }

    Map<String, String> names(Collection<String> ids) {
        Map<String, String> names = new HashMap<>();
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            session.each(
                    "SELECT id, name FROM mirror.contact WHERE id IN (SELECT unnest(CAST(? AS VARCHAR[])))",
                    row -> names.put(row.getString(1), row.getString(2)),
                    ids);
        }
        return names;
    }

    /** Whoever is not said to be a company is a person. */
    Set<String> wordsOfNames(Set<String> words) {
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            return new HashSet<>(session.list(
                    "SELECT DISTINCT word FROM (SELECT unnest(regexp_split_to_array(lower(name), '[^\\p{L}\\p{M}]+')) AS word"
                            + " FROM mirror.contact WHERE NOT coalesce(list_contains(map_extract(attributes, 'kind'), 'company'), false))"
                            + " WHERE word IN (SELECT unnest(CAST(? AS VARCHAR[])))",
                    row -> row.getString(1),
                    words));
        }
    }

    private static ContactRecord contact(ResultSet row) throws SQLException {
        return new ContactRecord(
                row.getString(1),
                row.getString(2),
                Optional.ofNullable(row.getString(3)),
                Optional.ofNullable(row.getString(4)),
                Optional.ofNullable(row.getString(5)),
                row.getBoolean(6),
                new Consent(row.getBoolean(7), row.getBoolean(8)),
                attributes(row, 9),
                Optional.empty());
    }

    private static Map<String, String> attributes(ResultSet row, int column) throws SQLException {
        Map<String, String> attributes = new HashMap<>();
        ((Map<?, ?>) row.getObject(column))
                .forEach((name, value) -> attributes.put(String.valueOf(name), String.valueOf(value)));
        return attributes;
    }
}
