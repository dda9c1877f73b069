/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sample;

import java.time.LocalDate;

/**
 * The truth about one customer.
 *
 * @param since first order, or first contact of a prospect
 * @param meanGapDays between orders, apart from the season; 0 where there is no second order
 * @param dropout no order on or after it
 * @param season summer, winter, sale or none
 */
record SampleCustomer(
        String id,
        CustomerType type,
        LocalDate since,
        double meanGapDays,
        double regularity,
        LocalDate dropout,
        String season) {

    static SampleCustomer draw(String id, LocalDate asOf, Draws draws) {
        CustomerType type = type(draws);
        LocalDate since = asOf.minusDays(type == CustomerType.NEWCOMER ? draws.below(270) : 20 + draws.below(1075));
        double gap = type.ordersAgain() ? draws.gamma(type.alike, type.gapDays) : 0;
        LocalDate dropout = since.plusDays(type.ordersAgain() ? 1 + (long) draws.exponential(type.lifetimeDays) : 1);
        return new SampleCustomer(id, type, since, gap, type.regularity, dropout, season(type, draws));
    }

    private static CustomerType type(Draws draws) {
        double left = draws.unit();
        for (CustomerType type : CustomerType.values()) {
            left -= type.share;
            if (left < 0) {
                return type;
            }
        }
        return CustomerType.PROSPECT;
    }

    private static String season(CustomerType type, Draws draws) {
        return switch (type) {
            case SEASONAL -> draws.chance(0.55) ? "summer" : "winter";
            case BARGAIN_SEEKER -> "sale";
            default -> "none";
        };
    }
}
