/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * An amount as it was agreed on.
 *
 * @param currency its code as the CRM names it, as a rule ISO 4217
 */
public record Money(BigDecimal amount, String currency) {
    public Money {
        Objects.requireNonNull(amount, "amount");
        if (currency.isBlank()) {
            throw new IllegalArgumentException("an amount needs a currency");
        }
    }
}
