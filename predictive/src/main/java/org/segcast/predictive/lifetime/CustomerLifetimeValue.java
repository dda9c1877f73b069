/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime;

/**
 * What is expected of a customer over the terms' horizon.
 *
 * @param alive the probability that the customer has not left
 * @param orders days with an order
 * @param ordersLow the tenth least of what may come
 * @param ordersHigh the tenth most
 * @param amount discounted margin of these orders, in the CRM's currency
 * @param amountLow of {@code ordersLow} orders at the spend expected
 * @param amountHigh of {@code ordersHigh}
 */
public record CustomerLifetimeValue(
        String contactId,
        double alive,
        double orders,
        int ordersLow,
        int ordersHigh,
        double amount,
        double amountLow,
        double amountHigh) {}
