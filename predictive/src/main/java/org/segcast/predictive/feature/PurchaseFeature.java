/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import java.util.Locale;

/**
 * The measures of a purchase history that models learn from, in the order of the matrix: the numbers first, the word last. "Last n
 * days" means dated after as-of minus n days and on or before as-of. Gaps are counted between different days with orders; two orders
 * of one day are no gap. What else there is to know is in {@link PurchaseDetail}.
 */
public enum PurchaseFeature {
    DAYS_SINCE_LAST_ORDER(
            FeatureGroup.ORDERS, "days", "Whole days from the last order to the as-of date; missing without orders."),
    ORDER_COUNT(FeatureGroup.ORDERS, "orders", "All orders so far."),
    TOTAL_SPENT(FeatureGroup.ORDERS, "currency", "Amount of all orders so far, less refunds."),
    TENURE_DAYS(FeatureGroup.ORDERS, "days", "Whole days since the first order; missing without orders."),
    MEAN_ORDER_VALUE(
            FeatureGroup.ORDERS, "currency", "Average amount of an order before refunds; missing without orders."),
    LAST_ORDER_VALUE(FeatureGroup.ORDERS, "currency", "Amount of the last order; missing without orders."),
    ORDERS_365D(FeatureGroup.ORDERS, "orders", "Orders in the last 365 days."),
    ORDERS_180D(FeatureGroup.ORDERS, "orders", "Orders in the last 180 days."),
    ORDERS_90D(FeatureGroup.ORDERS, "orders", "Orders in the last 90 days."),
    ORDERS_30D(FeatureGroup.ORDERS, "orders", "Orders in the last 30 days."),
    SPENT_365D(FeatureGroup.ORDERS, "currency", "Amount of the orders in the last 365 days, less refunds in them."),
    SPENT_90D(FeatureGroup.ORDERS, "currency", "Amount of the orders in the last 90 days, less refunds in them."),
    MEAN_GAP_DAYS(
            FeatureGroup.RHYTHM,
            "days",
            "Average days between orders: the customer's own rhythm; missing below two days with orders."),
    GAP_CV(
            FeatureGroup.RHYTHM,
            "",
            "How irregular the rhythm is: standard deviation of the gaps divided by their average; missing below three days with orders."),
    OVERDUE_RATIO(
            FeatureGroup.RHYTHM,
            "",
            "Days since the last order divided by the own average gap: above 1 is late; missing below two days with orders."),
    TREND(
            FeatureGroup.ORDERS,
            "",
            "Spend of the last 180 days against the 180 days before, (now - before) / (now + before), from -1 stopped to 1 new; missing"
                    + " without spend in both."),
    MEAN_BASKET_LINES(
            FeatureGroup.BASKET, "lines", "Average number of lines of the orders that have lines; missing without."),
    MEAN_BASKET_QUANTITY(
            FeatureGroup.BASKET, "units", "Average number of units of the orders that have lines; missing without."),
    DISTINCT_PRODUCTS(
            FeatureGroup.BASKET, "products", "Different products bought so far; missing where no order has lines."),
    DISTINCT_CATEGORIES(
            FeatureGroup.BASKET,
            "categories",
            "Different categories bought from so far; missing where no order has lines."),
    CATEGORY_ENTROPY(
            FeatureGroup.BASKET,
            "bits",
            "How widely purchases spread over categories: Shannon's entropy of their lines, 0 for a single one; missing without"
                    + " categories."),
    FAVOURITE_CATEGORY_SHARE(
            FeatureGroup.BASKET,
            "share",
            "Share of the lines that fall into the favourite category, 0 to 1; missing without categories."),
    ORDERS_NEXT_60D_LAST_YEAR(
            FeatureGroup.SEASON,
            "orders",
            "Orders a year ago in the 60 days that followed this date: the same season last year."),
    MEAN_ORDER_VALUE_365D(
            FeatureGroup.ORDERS, "currency", "Average amount of the orders in the last 365 days; missing without."),
    MEAN_ORDER_VALUE_180D(
            FeatureGroup.ORDERS, "currency", "Average amount of the orders in the last 180 days; missing without."),
    MEAN_ORDER_VALUE_90D(
            FeatureGroup.ORDERS, "currency", "Average amount of the orders in the last 90 days; missing without."),
    MEAN_ORDER_VALUE_30D(
            FeatureGroup.ORDERS, "currency", "Average amount of the orders in the last 30 days; missing without."),
    FAVOURITE_CATEGORY(
            FeatureGroup.BASKET,
            "",
            FeatureType.NOMINAL,
            "Category with the most lines, the first by name among equals; missing without categories.");

    private final FeatureGroup group;
    private final Feature feature;

    PurchaseFeature(FeatureGroup group, String unit, String description) {
        this(group, unit, FeatureType.NUMERIC, description);
    }

    PurchaseFeature(FeatureGroup group, String unit, FeatureType type, String description) {
        this.group = group;
        this.feature = new Feature(name().toLowerCase(Locale.ROOT), type, unit, description);
    }

    FeatureGroup group() {
        return group;
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

    static int wordCount() {
        return 1;
    }
}
