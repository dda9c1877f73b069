/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import static org.segcast.predictive.feature.PurchaseDetail.*;
import static org.segcast.predictive.feature.PurchaseFeature.ORDERS_NEXT_60D_LAST_YEAR;

import java.time.LocalDate;

/** When in the year and in the week orders were placed. */
final class Seasons {

    private static final int YEAR = 365;
    private static final int SEASON_DAYS = 60;
    private static final int LEAST_ORDERS = 3;
    private static final int MOST_DAYS = 366;
    /** The days of the year as points on a circle. */
    private static final double[] EAST = new double[MOST_DAYS];

    private static final double[] NORTH = new double[MOST_DAYS];

    static {
        for (int day = 0; day < MOST_DAYS; day++) {
            double angle = 2 * Math.PI * day / MOST_DAYS;
            EAST[day] = StrictMath.cos(angle);
            NORTH[day] = StrictMath.sin(angle);
        }
    }

    private final int[] quarters = new int[4];
    private int weekend;
    private int lastYear;
    private double east;
    private double north;

    void add(LocalDate date, long age) {
        quarters[(date.getMonthValue() - 1) / 3]++;
        weekend += Math.floorMod(date.toEpochDay() + 3, 7) >= 5 ? 1 : 0;
        lastYear += age < YEAR && age >= YEAR - SEASON_DAYS ? 1 : 0;
        int day = date.getDayOfYear() - 1;
        east += EAST[day];
        north += NORTH[day];
    }

    /** @param tenure days since the first order; below zero without */
    void writeTo(double[] numerics, int orders, long tenure) {
        numerics[ORDERS_NEXT_60D_LAST_YEAR.ordinal()] = lastYear;
        numerics[WEEKEND_SHARE.place()] = share(weekend, orders);
        numerics[FIRST_QUARTER_SHARE.place()] = share(quarters[0], orders);
        numerics[SECOND_QUARTER_SHARE.place()] = share(quarters[1], orders);
        numerics[THIRD_QUARTER_SHARE.place()] = share(quarters[2], orders);
        numerics[FOURTH_QUARTER_SHARE.place()] = share(quarters[3], orders);
        numerics[SEASON_STRENGTH.place()] = orders < LEAST_ORDERS || tenure < YEAR
                ? Double.NaN
                : Math.min(1, Math.sqrt(east * east + north * north) / orders);
    }

    private static double share(int some, int all) {
        return all == 0 ? Double.NaN : (double) some / all;
    }
}
