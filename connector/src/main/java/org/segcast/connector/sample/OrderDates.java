/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** When a customer orders: gaps of the own rhythm, in a time that runs faster in season. */
final class OrderDates {
    private OrderDates() {}

    static List<LocalDate> draw(SampleCustomer customer, LocalDate asOf, Draws draws) {
        List<LocalDate> dates = new ArrayList<>();
        if (customer.type() == CustomerType.PROSPECT) {
            return dates;
        }
        dates.add(customer.since());
        double left = gap(customer, draws);
        LocalDate end = customer.dropout().isBefore(asOf) ? customer.dropout() : asOf.plusDays(1);
        for (LocalDate day = customer.since().plusDays(1); day.isBefore(end); day = day.plusDays(1)) {
            left -= pace(customer.season(), day);
            if (left <= 0 && customer.type().ordersAgain()) {
                dates.add(day);
                left = gap(customer, draws);
            }
        }
        return dates;
    }

    private static double gap(SampleCustomer customer, Draws draws) {
        return customer.type().ordersAgain() ? draws.gamma(customer.regularity(), customer.meanGapDays()) : 0;
    }

    /** Days of rhythm that one day counts for. */
    private static double pace(String season, LocalDate day) {
        int month = day.getMonthValue();
        return switch (season) {
            case "summer" -> month >= 5 && month <= 8 ? 2.6 : month == 4 || month == 9 ? 1.0 : 0.15;
            case "winter" -> month >= 11 || month <= 2 ? 2.6 : month == 10 || month == 3 ? 1.0 : 0.15;
            case "sale" -> sale(day) ? 6.0 : 0.35;
            default -> month == 12 ? 1.2 : 1.0;
        };
    }

    /** Sales in January and July and in the last third of November. */
    static boolean sale(LocalDate day) {
        int date = day.getDayOfMonth();
        return switch (day.getMonthValue()) {
            case 1, 7 -> date <= 21;
            case 11 -> date >= 20;
            default -> false;
        };
    }
}
