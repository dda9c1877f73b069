/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An order, or a refund, as read from the CRM.
 *
 * @param id the CRM's number, behind a prefix where the CRM keeps orders in several series ({@code 123}, {@code pos-12}, {@code refund-7})
 * @param contactId whom it counts for
 * @param orderedAt in UTC
 * @param amount in {@code currency}, tax as the CRM counts it in its order total; zero or negative for a refund
 * @param currency the one in which the CRM's company reports, the same for all orders of a CRM
 * @param lines their amounts in {@code currency} too
 * @param original what was agreed on, where that was in another currency; {@code amount} is then at the order's own rate
 */
public record OrderRecord(
        String id,
        String contactId,
        LocalDateTime orderedAt,
        BigDecimal amount,
        String currency,
        OrderState state,
        List<OrderLineRecord> lines,
        Optional<Money> original,
        Optional<Instant> changedAt) {
    /** What the id of an order begins with that was placed at a till. */
    public static final String TILL = "pos-";

    /** Confirmed orders and refunds count; the rest is kept so that a change of state is seen. */
    public enum OrderState {
        OPEN,
        CONFIRMED,
        CANCELLED,
        /** Money given back, as a credit note: it counts in sums of money, never as an order, as a day of ordering or as a response. */
        REFUND
    }

    public OrderRecord {
        if (id.isBlank() || contactId.isBlank()) {
            throw new IllegalArgumentException("an order needs an id and a contact");
        }
        Objects.requireNonNull(orderedAt, "orderedAt");
        Objects.requireNonNull(amount, "amount");
        if (currency.isBlank()) {
            throw new IllegalArgumentException("an order needs a currency");
        }
        Objects.requireNonNull(state, "state");
        if (state == OrderState.REFUND && amount.signum() > 0) {
            throw new IllegalArgumentException("a refund's amount must not be above zero");
        }
        lines = List.copyOf(lines);
        Objects.requireNonNull(original, "original");
        Objects.requireNonNull(changedAt, "changedAt");
    }

    /** An order agreed on in the company's currency. */
    public OrderRecord(
            String id,
            String contactId,
            LocalDateTime orderedAt,
            BigDecimal amount,
            String currency,
            OrderState state,
            List<OrderLineRecord> lines,
            Optional<Instant> changedAt) {
        this(id, contactId, orderedAt, amount, currency, state, lines, Optional.empty(), changedAt);
    }
}
