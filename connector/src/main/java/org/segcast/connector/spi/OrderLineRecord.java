/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * One line of an order.
 *
 * @param category empty text where the CRM names none
 * @param amount in the currency of the order's amount; negative in a refund
 */
public record OrderLineRecord(String product, String category, BigDecimal quantity, BigDecimal amount) {
    public OrderLineRecord {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(amount, "amount");
    }
}
