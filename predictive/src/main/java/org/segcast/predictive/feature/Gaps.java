/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

/** The days between days with orders, fed in ascending order. */
final class Gaps {

    private long firstDay;
    private long lastDay;
    private int days;
    private double sumOfSquares;

    void add(long day) {
        if (days == 0) {
            firstDay = day;
        } else if (day == lastDay) {
            return;
        } else {
            double gap = day - lastDay;
            sumOfSquares += gap * gap;
        }
        days++;
        lastDay = day;
    }

    long firstDay() {
        return firstDay;
    }

    long lastDay() {
        return lastDay;
    }

    /** NaN below two days with orders. */
    double mean() {
        return days < 2 ? Double.NaN : (double) (lastDay - firstDay) / (days - 1);
    }

    /** Sample standard deviation divided by the mean; NaN below three days with orders. */
    double variation() {
        if (days < 3) {
            return Double.NaN;
        }
        int n = days - 1;
        double mean = mean();
        double variance = Math.max(0, (sumOfSquares - n * mean * mean) / (n - 1));
        return Math.sqrt(variance) / mean;
    }
}
