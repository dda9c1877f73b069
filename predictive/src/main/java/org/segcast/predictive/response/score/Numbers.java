/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.score;

import java.util.Locale;

/** Numbers inside reasons: no cents from 100 up, a real minus sign, plurals. English, as the reasons are. */
final class Numbers {

    private static final double DAYS_PER_MONTH = 30.4375;

    private Numbers() {}

    static String whole(double value) {
        return signed(String.format(Locale.ROOT, "%,d", Math.round(value)));
    }

    /** At most one decimal. */
    static String decimal(double value) {
        double tenths = Math.round(value * 10) / 10.0;
        return tenths == Math.rint(tenths) ? whole(tenths) : signed(String.format(Locale.ROOT, "%,.1f", tenths));
    }

    static String money(double value) {
        return Math.abs(value) >= 100 ? whole(value) : signed(String.format(Locale.ROOT, "%.2f", value));
    }

    static String percent(double share) {
        return whole(share * 100) + "%";
    }

    static String count(double value, String one, String many) {
        return whole(value) + " " + (Math.round(value) == 1 ? one : many);
    }

    static String days(double value) {
        return count(value, "day", "days");
    }

    /** Days up to two months, months up to two years, then years. */
    static String span(double days) {
        if (days < 2 * DAYS_PER_MONTH) {
            return days(days);
        }
        double months = Math.floor(days / DAYS_PER_MONTH);
        return months < 24 ? count(months, "month", "months") : count(Math.floor(months / 12), "year", "years");
    }

    private static String signed(String text) {
        return text.replace('-', '−');
    }
}
