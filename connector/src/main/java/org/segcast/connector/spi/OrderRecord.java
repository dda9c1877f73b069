/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An order as read from the CRM.
 *
 * @param contactId whom it counts for
 * @param orderedAt in UTC
 * @param amount in {@code currency}, tax as the CRM counts it in its order total
 * @param currency ISO 4217 code
 */
public record OrderRecord(
        String id,
        String contactId,
        LocalDateTime orderedAt,
        BigDecimal amount,
        String currency,
        OrderState state,
        List<OrderLineRecord> lines,
        Optional<Instant> changedAt) {

    /** Only confirmed orders count; the rest is kept so that a change of state is seen. */
    public enum OrderState {
        OPEN,
        CONFIRMED,
        CANCELLED
    }

    public OrderRecord {
        if (id.isBlank() || contactId.isBlank()) {
            throw new IllegalArgumentException("an order needs an id and a contact");
        }
        Objects.requireNonNull(orderedAt, "orderedAt");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(state, "state");
        lines = List.copyOf(lines);
        Objects.requireNonNull(changedAt, "changedAt");
    }
}
