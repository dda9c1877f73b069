/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.history;

import java.util.Objects;
import org.segcast.predictive.SegcastException;

/**
 * One line of an order.
 *
 * @param product its key in the CRM, empty if unknown
 * @param category its category's name, empty if unknown
 * @param quantity in units of sale; negative for what came back
 * @param amount in the CRM's currency
 */
public record PurchaseLine(String product, String category, double quantity, double amount) {

    public PurchaseLine {
        Objects.requireNonNull(product);
        Objects.requireNonNull(category);
        if (!Double.isFinite(quantity) || !Double.isFinite(amount)) {
            throw SegcastException.brokenContract(
                    "quantity and amount of an order line must be finite, found " + quantity + " and " + amount);
        }
    }
}
