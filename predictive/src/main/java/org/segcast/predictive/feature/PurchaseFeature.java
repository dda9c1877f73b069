/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

/**
 * Every measure of a purchase history, in the order of the matrix: the numbers first, the word last. "Last n days" means dated after
 * as-of minus n days and on or before as-of. Gaps are counted between different days with orders; two orders of one day are no gap.
 */
public enum PurchaseFeature {
    DAYS_SINCE_LAST_ORDER("days", "Whole days from the last order to the as-of date; missing without orders."),
    ORDER_COUNT("orders", "All orders so far."),
    TOTAL_SPENT("currency", "Amount of all orders so far, less refunds."),
    TENURE_DAYS("days", "Whole days since the first order; missing without orders."),
    MEAN_ORDER_VALUE("currency", "Average amount of an order before refunds; missing without orders."),
    LAST_ORDER_VALUE("currency", "Amount of the last order; missing without orders."),
    ORDERS_365D("orders", "Orders in the last 365 days."),
    ORDERS_180D("orders", "Orders in the last 180 days."),
    ORDERS_90D("orders", "Orders in the last 90 days."),
    ORDERS_30D("orders", "Orders in the last 30 days."),
    SPENT_365D("currency", "Amount of the orders in the last 365 days, less refunds in them."),
    SPENT_90D("currency", "Amount of the orders in the last 90 days, less refunds in them."),
    MEAN_GAP_DAYS(
            "days", "Average days between orders: the customer's own rhythm; missing below two days with orders."),
    GAP_CV(
            "",
            "How irregular the rhythm is: standard deviation of the gaps divided by their average; missing below three days with orders."),
    OVERDUE_RATIO(
            "",
            "Days since the last order divided by the own average gap: above 1 is late; missing below two days with orders."),
    TREND(
            "",
            "Spend of the last 180 days against the 180 days before, (now - before) / (now + before), from -1 stopped to 1 new; missing"
                    + " without spend in both."),
    MEAN_BASKET_LINES("lines", "Average number of lines of the orders that have lines; missing without."),
    MEAN_BASKET_QUANTITY("units", "Average number of units of the orders that have lines; missing without."),
    DISTINCT_PRODUCTS("products", "Different products bought so far; missing where no order has lines."),
    DISTINCT_CATEGORIES("categories", "Different categories bought from so far; missing where no order has lines."),
    CATEGORY_ENTROPY(
            "bits",
            "How widely purchases spread over categories: Shannon's entropy of their lines, 0 for a single one; missing without"
                    + " categories."),
    FAVOURITE_CATEGORY_SHARE(
            "share", "Share of the lines that fall into the favourite category, 0 to 1; missing without categories."),
    ORDERS_NEXT_60D_LAST_YEAR(
            "orders", "Orders a year ago in the 60 days that followed this date: the same season last year."),
    FAVOURITE_CATEGORY(
            "",
            FeatureType.NOMINAL,
            "Category with the most lines, the first by name among equals; missing without categories.");

    private final Feature feature;

    PurchaseFeature(String unit, String description) {
        this(unit, FeatureType.NUMERIC, description);
    }

    PurchaseFeature(String unit, FeatureType type, String description) {
        this.feature = new Feature(name().toLowerCase(java.util.Locale.ROOT), type, unit, description);
    }

    public Feature feature() {
        return feature;
    }

    /** The feature's name in schema and files, such as {@code days_since_last_order}. */
    public String key() {
        return feature.name();
    }

    /** How many of these are numbers; a number's place in the vector is its ordinal. */
    static int numericCount() {
        return FAVOURITE_CATEGORY.ordinal();
    }
}
