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
 * @param amount in the CRM's currency, after the discount; below zero where the line is a reduction itself
 * @param discount percent off the list price, 0 to 100
 */
public record PurchaseLine(String product, String category, double quantity, double amount, double discount) {

    /** Without a discount. */
    public PurchaseLine(String product, String category, double quantity, double amount) {
        this(product, category, quantity, amount, 0);
    }

    public PurchaseLine {
        Objects.requireNonNull(product);
        Objects.requireNonNull(category);
        if (!Double.isFinite(quantity) || !Double.isFinite(amount)) {
            throw SegcastException.brokenContract(
                    "quantity and amount of an order line must be finite, found " + quantity + " and " + amount);
        }
        SegcastException.require(
                discount >= 0 && discount <= 100, "a line's discount must be 0 to 100 percent, found " + discount);
    }
}
