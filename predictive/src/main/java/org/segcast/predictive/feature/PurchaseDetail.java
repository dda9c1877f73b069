/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What else there is to know of a purchase history, in the order of the matrix behind {@link PurchaseFeature}: the numbers first, then
 * the words. For segments, portraits and people. Models do not learn from these: they tell the same purchases once more, and a logistic
 * model with them forecasts no better and takes twice as long (docs/decisions, what models learn from). Windows and gaps are those of
 * {@link PurchaseFeature}; a trend is (now - before) / (now + before), from -1 stopped to 1 new, missing without any in both.
 */
public enum PurchaseDetail {
    SPENT_180D(FeatureGroup.ORDERS, "currency", "Amount of the orders in the last 180 days, less refunds in them."),
    SPENT_30D(FeatureGroup.ORDERS, "currency", "Amount of the orders in the last 30 days, less refunds in them."),
    LARGEST_ORDER_VALUE(FeatureGroup.ORDERS, "currency", "Amount of the largest order; missing without orders."),
    ORDER_VALUE_CV(
            FeatureGroup.ORDERS,
            "",
            "How much orders differ in amount: their standard deviation divided by their average; missing below two orders."),
    ORDER_TREND_30D(
            FeatureGroup.ORDERS,
            "",
            "Orders of the last 30 days against the 30 days before, from -1 stopped to 1 new."),
    ORDER_TREND_90D(
            FeatureGroup.ORDERS,
            "",
            "Orders of the last 90 days against the 90 days before, from -1 stopped to 1 new."),
    ORDER_TREND_180D(
            FeatureGroup.ORDERS,
            "",
            "Orders of the last 180 days against the 180 days before, from -1 stopped to 1 new."),
    ORDER_TREND_365D(
            FeatureGroup.ORDERS,
            "",
            "Orders of the last 365 days against the 365 days before, from -1 stopped to 1 new."),
    SPEND_TREND_30D(
            FeatureGroup.ORDERS, "", "Spend of the last 30 days against the 30 days before, from -1 stopped to 1 new."),
    SPEND_TREND_90D(
            FeatureGroup.ORDERS, "", "Spend of the last 90 days against the 90 days before, from -1 stopped to 1 new."),
    SPEND_TREND_365D(
            FeatureGroup.ORDERS,
            "",
            "Spend of the last 365 days against the 365 days before, from -1 stopped to 1 new."),
    ACTIVE_DAYS(FeatureGroup.RHYTHM, "days", "Whole days from the first order to the last; missing without orders."),
    ORDER_DAYS(FeatureGroup.RHYTHM, "days", "Different days with orders."),
    LAST_GAP_DAYS(
            FeatureGroup.RHYTHM,
            "days",
            "Days between the last two days with orders; missing below two days with orders."),
    LONGEST_GAP_DAYS(
            FeatureGroup.RHYTHM, "days", "The longest pause between orders; missing below two days with orders."),
    SHORTEST_GAP_DAYS(
            FeatureGroup.RHYTHM, "days", "The shortest pause between orders; missing below two days with orders."),
    WEEKEND_SHARE(
            FeatureGroup.SEASON,
            "share",
            "Share of the orders placed on a Saturday or Sunday, 0 to 1; missing without orders."),
    FIRST_QUARTER_SHARE(
            FeatureGroup.SEASON, "share", "Share of the orders placed in January to March; missing without orders."),
    SECOND_QUARTER_SHARE(
            FeatureGroup.SEASON, "share", "Share of the orders placed in April to June; missing without orders."),
    THIRD_QUARTER_SHARE(
            FeatureGroup.SEASON, "share", "Share of the orders placed in July to September; missing without orders."),
    FOURTH_QUARTER_SHARE(
            FeatureGroup.SEASON, "share", "Share of the orders placed in October to December; missing without orders."),
    SEASON_STRENGTH(
            FeatureGroup.SEASON,
            "",
            "How much orders keep to one time of the year, from 0 spread over the year to 1 always the same day; missing below three"
                    + " orders and in the first year as a customer."),
    LARGEST_BASKET_LINES(
            FeatureGroup.BASKET, "lines", "Lines of the order with the most lines; missing where no order has lines."),
    MEAN_UNIT_PRICE(
            FeatureGroup.BASKET,
            "currency",
            "Average amount paid for a unit in the order lines; missing without units."),
    PRODUCT_ENTROPY(
            FeatureGroup.BASKET,
            "bits",
            "How widely purchases spread over products: Shannon's entropy of their lines, 0 for a single one; missing without"
                    + " products."),
    FAVOURITE_PRODUCT_SHARE(
            FeatureGroup.BASKET,
            "share",
            "Share of the lines that are the favourite product, 0 to 1; missing without products."),
    REPEAT_PRODUCT_SHARE(
            FeatureGroup.BASKET,
            "share",
            "Share of the lines whose product stood in an earlier line already, 0 to 1; missing without products."),
    DISCOUNT_ORDER_SHARE(
            FeatureGroup.DISCOUNTS,
            "share",
            "Share of the orders with something off the list price, by percent or by a line of its own such as a voucher; missing where no order has lines."),
    MEAN_DISCOUNT(
            FeatureGroup.DISCOUNTS,
            "share",
            "What was taken off, as a share of the list prices of all that was bought: large lines weigh more; missing where no order has lines."),
    REFUNDS(FeatureGroup.REFUNDS, "refunds", "All refunds so far."),
    REFUNDED(FeatureGroup.REFUNDS, "currency", "Money given back so far."),
    REFUND_SHARE(
            FeatureGroup.REFUNDS,
            "share",
            "Share of the amount of all orders that was given back; missing while nothing was paid."),
    DAYS_SINCE_LAST_REFUND(
            FeatureGroup.REFUNDS,
            "days",
            "Whole days from the last refund to the as-of date; missing without refunds."),
    CHANNELS(
            FeatureGroup.CHANNEL, "channels", "Different channels ordered through; missing where no channel is known."),
    MAIN_CHANNEL_SHARE(
            FeatureGroup.CHANNEL,
            "share",
            "Share of the orders with a known channel that came through the main one, 0 to 1; missing without."),
    FAVOURITE_PRODUCT(
            FeatureGroup.BASKET,
            FeatureType.NOMINAL,
            "",
            "Product with the most lines, the first by name among equals; missing without products."),
    MAIN_CHANNEL(
            FeatureGroup.CHANNEL,
            FeatureType.NOMINAL,
            "",
            "Where most orders were placed: at the till, or sales for all others, the first by name among equals; missing where it is not known.");

    private static final Set<String> NAMES =
            Arrays.stream(values()).map(detail -> detail.feature.name()).collect(Collectors.toUnmodifiableSet());

    private final FeatureGroup group;
    private final Feature feature;

    PurchaseDetail(FeatureGroup group, String unit, String description) {
        this(group, FeatureType.NUMERIC, unit, description);
    }

    PurchaseDetail(FeatureGroup group, FeatureType type, String unit, String description) {
        this.group = group;
        this.feature = new Feature(name().toLowerCase(Locale.ROOT), type, unit, description);
    }

    public Feature feature() {
        return feature;
    }

    FeatureGroup group() {
        return group;
    }

    static boolean isNamed(String feature) {
        return NAMES.contains(feature);
    }

    /** Where the number stands in a vector. */
    int place() {
        return PurchaseFeature.numericCount() + ordinal();
    }

    /** Where the word stands in a vector. */
    int wordPlace() {
        return PurchaseFeature.wordCount() + ordinal() - numericCount();
    }

    static int numericCount() {
        return FAVOURITE_PRODUCT.ordinal();
    }

    static int wordCount() {
        return values().length - numericCount();
    }
}
