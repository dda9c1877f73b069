/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.segcast.predictive.SegcastException;

/** A contact with all its confirmed orders and refunds, oldest first; empty for someone who has not ordered yet. */
public record PurchaseHistory(ContactProfile contact, List<Purchase> purchases) {

    public PurchaseHistory {
        Objects.requireNonNull(contact);
        purchases = List.copyOf(purchases);
        checkOldestFirst(contact, purchases);
    }

    /** The day of the first order; refunds are none. */
    public Optional<LocalDate> firstOrder() {
        return purchases.stream()
                .filter(purchase -> !purchase.refund())
                .map(Purchase::date)
                .findFirst();
    }

    private static void checkOldestFirst(ContactProfile contact, List<Purchase> purchases) {
        for (int i = 1; i < purchases.size(); i++) {
            LocalDate earlier = purchases.get(i - 1).date();
            LocalDate later = purchases.get(i).date();
            if (later.isBefore(earlier)) {
                throw SegcastException.brokenContract("the purchases of contact " + contact.id()
                        + " must come oldest first, found " + later + " after " + earlier);
            }
        }
    }
}
