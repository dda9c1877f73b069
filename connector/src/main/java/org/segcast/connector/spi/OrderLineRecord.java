/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * One line of an order.
 *
 * @param category empty text where the CRM names none
 * @param amount in the currency of the order's amount, after the discount; negative in a refund, and where an order's line is a reduction itself
 * @param discount percent off the list price, 0 to 100; 0 where there is none or the CRM tells of none
 */
public record OrderLineRecord(
        String product, String category, BigDecimal quantity, BigDecimal amount, BigDecimal discount) {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** Without a discount. */
    public OrderLineRecord(String product, String category, BigDecimal quantity, BigDecimal amount) {
        this(product, category, quantity, amount, BigDecimal.ZERO);
    }

    public OrderLineRecord {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(amount, "amount");
        if (!isDiscount(discount)) {
            throw new IllegalArgumentException("a line's discount is 0 to 100 percent, found " + discount);
        }
    }

    public static boolean isDiscount(BigDecimal percent) {
        return percent.signum() >= 0 && percent.compareTo(ALL) <= 0;
    }
}
