/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.connector.spi.OrderRecord.OrderState;

/** Short ways to say a contact or an order in tests. */
public final class Records {
    private Records() {}

    public static ContactRecord contact(String id, String name) {
        return contact(id, name, Consent.GIVEN, Map.of());
    }

    public static ContactRecord contact(String id, String name, Consent consent, Map<String, String> attributes) {
        return new ContactRecord(
                id,
                name,
                Optional.of(id + "@example.org"),
                Optional.empty(),
                Optional.empty(),
                true,
                consent,
                attributes,
                Optional.empty());
    }

    public static ContactRecord at(Instant changedAt, ContactRecord contact) {
        return new ContactRecord(
                contact.id(),
                contact.name(),
                contact.email(),
                contact.phone(),
                contact.company(),
                contact.active(),
                contact.consent(),
                contact.attributes(),
                Optional.of(changedAt));
    }

    public static OrderRecord at(Instant changedAt, OrderRecord order) {
        return new OrderRecord(
                order.id(),
                order.contactId(),
                order.orderedAt(),
                order.amount(),
                order.currency(),
                order.state(),
                order.lines(),
                Optional.of(changedAt));
    }

    public static OrderRecord order(String id, String contactId, String at, String amount) {
        return order(id, contactId, at, amount, OrderState.CONFIRMED, List.of());
    }

    public static OrderRecord order(
            String id, String contactId, String at, String amount, OrderState state, List<OrderLineRecord> lines) {
        LocalDateTime orderedAt = LocalDateTime.parse(at.length() == 10 ? at + "T00:00" : at);
        return new OrderRecord(id, contactId, orderedAt, new BigDecimal(amount), "EUR", state, lines, Optional.empty());
    }

    public static OrderLineRecord line(String product, String category, String amount, String discount) {
        return new OrderLineRecord(product, category, BigDecimal.ONE, new BigDecimal(amount), new BigDecimal(discount));
    }

    public static OrderLineRecord line(String product, String category, String amount) {
        return new OrderLineRecord(product, category, BigDecimal.ONE, new BigDecimal(amount));
    }
}
