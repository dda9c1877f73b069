/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response;

import java.time.LocalDate;
import java.util.List;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.history.Purchase;

/**
 * What counts as a response: at least one order in the window after the cut-off.
 *
 * @param key stable, kebab or snake case
 * @param name completes "this customer ..."
 * @param windowDays length of the window; the day of the cut-off is outside, the last day inside
 */
public record Objective(String key, String name, int windowDays) {

    public static final Objective REORDER_60 = reorder(60);

    public Objective {
        SegcastException.require(!key.isBlank() && !name.isBlank(), "an objective needs key and name");
        SegcastException.require(
                windowDays >= 1 && windowDays <= 366,
                "the window of objective " + key + " must be 1 to 366 days, found " + windowDays);
    }

    public static Objective reorder(int days) {
        return new Objective("reorder_" + days, "orders again within " + days + " days", days);
    }

    public ObservationWindow windowAfter(LocalDate cutOff) {
        return new ObservationWindow(cutOff, cutOff.plusDays(windowDays));
    }

    /** Whether an order falls into the window; refunds are none. */
    public boolean isMet(List<Purchase> purchases, ObservationWindow window) {
        return purchases.stream().anyMatch(purchase -> !purchase.refund() && window.contains(purchase.date()));
    }
}
