/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.segcast.connector.spi.Money;

/**
 * What an order amounts to in the currency in which we report.
 *
 * @param factor by which its lines are multiplied to get the same
 * @param decimals to which amounts in {@code currency} are rounded where they were converted
 * @param original where it was agreed on in another currency
 */
record OdooAmount(BigDecimal amount, String currency, BigDecimal factor, int decimals, Optional<Money> original) {

    BigDecimal ofLine(BigDecimal agreed) {
        return scaled(agreed, factor, decimals);
    }

    static BigDecimal scaled(BigDecimal agreed, BigDecimal factor, int decimals) {
        BigDecimal unsigned = factor.abs();
        BigDecimal signed = factor.signum() < 0 ? agreed.negate() : agreed;
        return unsigned.compareTo(BigDecimal.ONE) == 0
                ? signed
                : signed.multiply(unsigned).setScale(decimals, RoundingMode.HALF_UP);
    }
}
