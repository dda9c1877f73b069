/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import static org.segcast.predictive.feature.PurchaseDetail.*;
import static org.segcast.predictive.feature.PurchaseFeature.*;

/** The days between days with orders, fed in ascending order. */
final class Gaps {

    private long firstDay;
    private long lastDay;
    private int days;
    private double sumOfSquares;
    private double last = Double.NaN;
    private double longest = Double.NaN;
    private double shortest = Double.NaN;

    void add(long day) {
        if (days == 0) {
            firstDay = day;
        } else if (day == lastDay) {
            return;
        } else {
            addGap(day - lastDay);
        }
        days++;
        lastDay = day;
    }

    private boolean hasGap() {
        return !Double.isNaN(last);
    }

    private void addGap(double gap) {
        sumOfSquares += gap * gap;
        longest = hasGap() ? Math.max(longest, gap) : gap;
        shortest = hasGap() ? Math.min(shortest, gap) : gap;
        last = gap;
    }

    void writeTo(double[] numerics, long today) {
        boolean none = days == 0;
        numerics[DAYS_SINCE_LAST_ORDER.ordinal()] = none ? Double.NaN : today - lastDay;
        numerics[TENURE_DAYS.ordinal()] = none ? Double.NaN : today - firstDay;
        numerics[ACTIVE_DAYS.place()] = none ? Double.NaN : lastDay - firstDay;
        numerics[ORDER_DAYS.place()] = days;
        numerics[MEAN_GAP_DAYS.ordinal()] = mean();
        numerics[GAP_CV.ordinal()] = variation();
        numerics[OVERDUE_RATIO.ordinal()] = none ? Double.NaN : (today - lastDay) / mean();
        numerics[LAST_GAP_DAYS.place()] = last;
        numerics[LONGEST_GAP_DAYS.place()] = longest;
        numerics[SHORTEST_GAP_DAYS.place()] = shortest;
    }

    /** Below zero without an order. */
    long tenure(long today) {
        return days == 0 ? -1 : today - firstDay;
    }

    /** NaN below two days with orders. */
    private double mean() {
        return days < 2 ? Double.NaN : (double) (lastDay - firstDay) / (days - 1);
    }

    /** Sample standard deviation divided by the mean; NaN below three days with orders. */
    private double variation() {
        if (days < 3) {
            return Double.NaN;
        }
        int n = days - 1;
        double mean = mean();
        double variance = Math.max(0, (sumOfSquares - n * mean * mean) / (n - 1));
        return Math.sqrt(variance) / mean;
    }
}
