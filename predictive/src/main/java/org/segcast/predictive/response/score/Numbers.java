/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.score;

/**
 * Numbers inside reasons: no cents from 100 up, a real minus sign, commas between thousands, plurals. English, as the reasons are.
 * Written out by hand, since a million scores hold ten million of them and a formatter takes ten times as long.
 */
final class Numbers {

    private static final double DAYS_PER_MONTH = 30.4375;

    private Numbers() {}

    static String whole(double value) {
        return grouped(Math.round(value));
    }

    /** At most one decimal. */
    static String decimal(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? grouped(tenths / 10) : fraction(tenths, 10);
    }

    /** Two decimals below 100, none from there. */
    static String money(double value) {
        return Math.abs(value) >= 100 ? whole(value) : fraction(Math.round(value * 100), 100);
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

    /** A number of tenths or hundredths with all its decimals. */
    private static String fraction(long parts, int perUnit) {
        long size = Math.abs(parts);
        String digits = Long.toString(perUnit + size % perUnit).substring(1);
        return (parts < 0 ? "−" : "") + grouped(size / perUnit) + "." + digits;
    }

    private static String grouped(long number) {
        String digits = Long.toString(Math.abs(number));
        if (digits.length() <= 3) {
            return number < 0 ? "−" + digits : digits;
        }
        StringBuilder grouped = new StringBuilder(digits);
        for (int comma = digits.length() - 3; comma > 0; comma -= 3) {
            grouped.insert(comma, ',');
        }
        return number < 0 ? "−" + grouped : grouped.toString();
    }
}
