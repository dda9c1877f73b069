/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.segcast.predictive.SegcastException;

/**
 * A contact with all its confirmed orders and refunds, and what happened beside them.
 *
 * @param purchases oldest first; empty for someone who has not ordered yet
 * @param engagements oldest first; empty where the CRM tells of none
 */
public record PurchaseHistory(ContactProfile contact, List<Purchase> purchases, List<Engagement> engagements) {

    /** A contact of whom only purchases are known. */
    public PurchaseHistory(ContactProfile contact, List<Purchase> purchases) {
        this(contact, purchases, List.of());
    }

    public PurchaseHistory {
        Objects.requireNonNull(contact);
        purchases = List.copyOf(purchases);
        engagements = List.copyOf(engagements);
        checkOldestFirst(contact, purchases);
        checkEngagements(contact, engagements);
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
            checkOrder(
                    contact,
                    "purchases",
                    purchases.get(i - 1).date(),
                    purchases.get(i).date());
        }
    }

    private static void checkEngagements(ContactProfile contact, List<Engagement> engagements) {
        for (int i = 1; i < engagements.size(); i++) {
            checkOrder(
                    contact,
                    "engagements",
                    engagements.get(i - 1).date(),
                    engagements.get(i).date());
        }
    }

    private static void checkOrder(ContactProfile contact, String what, LocalDate earlier, LocalDate later) {
        if (later.isBefore(earlier)) {
            throw SegcastException.brokenContract("the " + what + " of contact " + contact.id()
                    + " must come oldest first, found " + later + " after " + earlier);
        }
    }
}
