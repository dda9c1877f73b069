/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.segcast.predictive.SegcastException;

/**
 * A confirmed order.
 *
 * @param date the day it was placed, in the CRM's time zone
 * @param amount in the CRM's currency
 * @param lines empty where the CRM gives none
 */
public record Purchase(String id, LocalDate date, double amount, List<PurchaseLine> lines) {

    public Purchase {
        Objects.requireNonNull(id);
        Objects.requireNonNull(date);
        if (!Double.isFinite(amount)) {
            throw SegcastException.brokenContract("the amount of order " + id + " must be finite, found " + amount);
        }
        lines = List.copyOf(lines);
    }
}
