/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.segcast.predictive.SegcastException;

/**
 * A confirmed order, or a refund: money given back, which counts in sums of money and never as an order.
 *
 * @param id for messages; empty where the source does not tell it
 * @param date the day it was placed, in the CRM's time zone
 * @param amount in the CRM's currency; zero or negative for a refund
 * @param channel where it was placed, in the CRM's words; empty if unknown
 * @param currency what it was agreed on in, by its code; empty if unknown
 * @param lines empty where the CRM gives none
 */
public record Purchase(
        String id,
        LocalDate date,
        double amount,
        boolean refund,
        String channel,
        String currency,
        List<PurchaseLine> lines) {

    /** An order whose channel and currency are unknown. */
    public Purchase(String id, LocalDate date, double amount, List<PurchaseLine> lines) {
        this(id, date, amount, false, "", "", lines);
    }

    public Purchase {
        Objects.requireNonNull(id);
        Objects.requireNonNull(date);
        Objects.requireNonNull(channel);
        Objects.requireNonNull(currency);
        if (!Double.isFinite(amount)) {
            throw SegcastException.brokenContract("the amount of order " + id + " must be finite, found " + amount);
        }
        if (refund && amount > 0) {
            throw SegcastException.brokenContract("refund " + id + " must not be above zero, found " + amount);
        }
        lines = List.copyOf(lines);
    }
}
