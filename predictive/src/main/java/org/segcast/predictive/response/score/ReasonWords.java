/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.score;

import static org.segcast.predictive.feature.PurchaseFeature.*;
import static org.segcast.predictive.response.score.Numbers.*;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.segcast.predictive.feature.EngagementFeature;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureType;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.PurchaseFeature;

/** The words of every feature, with the customer's own numbers in them. All words of purchase features are here and nowhere else. */
final class ReasonWords {

    private static final double LATE = 1.1;
    private static final double EARLY = 0.7;

    private static final Words NO_ORDER = new Words("No order yet", "There is no order yet.", "no order yet");

    private final FeatureSchema schema;
    private final Map<String, Feature> features;
    private final KnownNumbers known;

    ReasonWords(FeatureSchema schema) {
        this.schema = schema;
        this.features = schema.features().stream().collect(Collectors.toMap(Feature::name, Function.identity()));
        this.known = new KnownNumbers(schema);
    }

    Words of(String name, FeatureVector vector) {
        return known.named(name)
                .map(feature -> number(ORDER_COUNT, vector) > 0 ? purchaseWords(feature, vector) : NO_ORDER)
                .orElseGet(() -> otherWords(features.get(name), vector));
    }

    private Words otherWords(Feature feature, FeatureVector vector) {
        return EngagementFeature.kindOf(feature.name())
                .map(kind -> EngagementWords.of(kind, feature, vector.numeric(schema.numericIndex(feature.name()))))
                .orElseGet(() -> attributeWords(feature, vector));
    }

    private Words attributeWords(Feature feature, FeatureVector vector) {
        return feature.type() == FeatureType.NUMERIC
                ? AttributeWords.of(feature, vector.numeric(schema.numericIndex(feature.name())))
                : AttributeWords.of(feature, vector.nominal(schema.nominalIndex(feature.name())));
    }

    private Words purchaseWords(PurchaseFeature feature, FeatureVector vector) {
        return switch (feature) {
            case DAYS_SINCE_LAST_ORDER, MEAN_GAP_DAYS, OVERDUE_RATIO -> rhythm(vector);
            case GAP_CV -> regularity(vector);
            case ORDER_COUNT -> ordersSoFar(vector);
            case ORDERS_365D -> ordersIn(365, number(ORDERS_365D, vector), vector);
            case ORDERS_180D -> ordersIn(180, number(ORDERS_180D, vector), vector);
            case ORDERS_90D -> ordersIn(90, number(ORDERS_90D, vector), vector);
            case ORDERS_30D -> ordersIn(30, number(ORDERS_30D, vector), vector);
            case TOTAL_SPENT -> spentSoFar(vector);
            case SPENT_365D -> spentIn(365, number(SPENT_365D, vector), vector);
            case SPENT_90D -> spentIn(90, number(SPENT_90D, vector), vector);
            case MEAN_ORDER_VALUE, LAST_ORDER_VALUE -> orderValue(feature, vector);
            case MEAN_ORDER_VALUE_365D -> orderValueIn(365, number(feature, vector), vector);
            case MEAN_ORDER_VALUE_180D -> orderValueIn(180, number(feature, vector), vector);
            case MEAN_ORDER_VALUE_90D -> orderValueIn(90, number(feature, vector), vector);
            case MEAN_ORDER_VALUE_30D -> orderValueIn(30, number(feature, vector), vector);
            case TREND -> trend(number(TREND, vector));
            case TENURE_DAYS -> tenure(number(TENURE_DAYS, vector));
            case ORDERS_NEXT_60D_LAST_YEAR -> season(number(ORDERS_NEXT_60D_LAST_YEAR, vector));
            case MEAN_BASKET_LINES -> basket(number(MEAN_BASKET_LINES, vector), "line", "lines");
            case MEAN_BASKET_QUANTITY -> basket(number(MEAN_BASKET_QUANTITY, vector), "unit", "units");
            case DISTINCT_PRODUCTS, DISTINCT_CATEGORIES, CATEGORY_ENTROPY -> range(vector);
            case FAVOURITE_CATEGORY, FAVOURITE_CATEGORY_SHARE -> favourite(vector);
        };
    }

    private Words rhythm(FeatureVector vector) {
        double gap = number(MEAN_GAP_DAYS, vector);
        double since = number(DAYS_SINCE_LAST_ORDER, vector);
        if (Double.isNaN(gap)) {
            String brief = "first order " + days(since) + " ago, none since";
            return new Words("No second order yet", "The first order was " + days(since) + " ago; none since.", brief);
        }
        if (Double.isNaN(number(GAP_CV, vector))) {
            return onlyGap(gap, since);
        }
        String headline = since > LATE * gap ? "Late by own rhythm" : since < EARLY * gap ? "Not due yet" : "Due again";
        String detail = "Orders every " + days(gap) + " on average; the last order was " + days(since) + " ago.";
        String brief = lowerFirst(headline) + ": orders every " + days(gap) + ", last " + days(since) + " ago";
        return new Words(headline, detail, brief);
    }

    /** Orders on two days make one gap: something to compare with, no rhythm. */
    private static Words onlyGap(double gap, double since) {
        String headline = since > LATE * gap
                ? "A longer pause than before"
                : since < EARLY * gap ? "Ordered a short while ago" : "About as long as the pause before";
        String detail = "The last order was " + days(since) + " ago; between the only two days with orders lay "
                + days(gap) + ".";
        return new Words(
                headline, detail, "last order " + days(since) + " ago, " + days(gap) + " between the first two");
    }

    private Words regularity(FeatureVector vector) {
        double variation = number(GAP_CV, vector);
        if (Double.isNaN(variation)) {
            return new Words(
                    "Rhythm not known yet",
                    "There are orders on fewer than three days, too few to tell a rhythm.",
                    "too few orders for a rhythm");
        }
        String headline = variation < 0.5 ? "Regular orders" : variation < 1 ? "Uneven orders" : "Irregular orders";
        String gap = days(number(MEAN_GAP_DAYS, vector));
        return new Words(
                headline,
                "The gaps between orders vary by " + percent(variation) + " around their average of " + gap + ".",
                lowerFirst(headline) + ": gaps vary by " + percent(variation));
    }

    private Words ordersSoFar(FeatureVector vector) {
        String orders = orders(number(ORDER_COUNT, vector));
        String since = span(number(TENURE_DAYS, vector));
        return new Words(orders + " so far", orders + " since the first one " + since + " ago.", orders + " so far");
    }

    private Words ordersIn(int days, double count, FeatureVector vector) {
        String orders = (count == 0 ? "no order" : orders(count)) + " in the last " + days + " days";
        String detail = upperFirst(orders) + ", " + whole(number(ORDER_COUNT, vector)) + " in all.";
        return new Words(upperFirst(orders), detail, orders);
    }

    private Words spentSoFar(FeatureVector vector) {
        String spent = money(number(TOTAL_SPENT, vector));
        String detail = "Spent " + spent + " in all, over " + orders(number(ORDER_COUNT, vector)) + ".";
        return new Words("Spend so far: " + spent, detail, "spent " + spent + " in all");
    }

    private Words spentIn(int days, double amount, FeatureVector vector) {
        String spent = amount == 0 ? "nothing" : money(amount);
        String brief = "spent " + spent + " in the last " + days + " days";
        String detail = upperFirst(brief) + ", " + money(number(TOTAL_SPENT, vector)) + " in all.";
        return new Words(upperFirst(brief), detail, brief);
    }

    private Words orderValue(PurchaseFeature feature, FeatureVector vector) {
        String mean = money(number(MEAN_ORDER_VALUE, vector));
        String last = money(number(LAST_ORDER_VALUE, vector));
        String detail = "The last order was worth " + last + "; the average order is " + mean + ".";
        String brief = feature == LAST_ORDER_VALUE ? "last order worth " + last : "average order worth " + mean;
        return new Words(upperFirst(brief), detail, brief);
    }

    private Words orderValueIn(int days, double mean, FeatureVector vector) {
        if (Double.isNaN(mean)) {
            return ordersIn(days, 0, vector);
        }
        String brief = "orders of the last " + days + " days worth " + money(mean) + " on average";
        String detail = upperFirst(brief) + ", " + money(number(MEAN_ORDER_VALUE, vector)) + " over the whole time.";
        return new Words(upperFirst(brief), detail, brief);
    }

    private static Words trend(double trend) {
        if (Double.isNaN(trend)) {
            return new Words(
                    "Nothing spent for a year", "Nothing was spent in the last 360 days.", "nothing spent in 360 days");
        }
        String headline = trend > 0.2 ? "Spending more" : trend < -0.2 ? "Spending less" : "Steady spending";
        String share = percent((1 + trend) / 2);
        return new Words(
                headline,
                "Of what was spent in the last 360 days, " + share + " falls into the latest 180.",
                lowerFirst(headline) + ": " + share + " of a year's spend in the last half");
    }

    private static Words tenure(double days) {
        String brief = "customer for " + span(days);
        return new Words(upperFirst(brief), "The first order was " + span(days) + " ago.", brief);
    }

    private static Words season(double count) {
        String detail = (count == 0 ? "No order" : orders(count)) + " a year ago in the 60 days after this date.";
        return count == 0
                ? new Words("Did not order in this season last year", detail, "no order in this season last year")
                : new Words("Ordered in this season last year", detail, orders(count) + " in this season last year");
    }

    private static Words basket(double size, String one, String many) {
        if (Double.isNaN(size)) {
            return noLines();
        }
        String brief = decimal(size) + " " + (decimal(size).equals("1") ? one : many) + " per order";
        return new Words(
                upperFirst(brief), "An order holds " + brief.replace(" per order", "") + " on average.", brief);
    }

    private Words range(FeatureVector vector) {
        double products = number(DISTINCT_PRODUCTS, vector);
        double categories = number(DISTINCT_CATEGORIES, vector);
        if (Double.isNaN(products)) {
            return noLines();
        }
        String brief = count(products, "product", "products") + " from " + count(categories, "category", "categories");
        return new Words("Bought " + brief, "Bought " + brief.replace(" from", " so far, from") + ".", brief);
    }

    private Words favourite(FeatureVector vector) {
        String category = AttributeWords.clean(known.word(FAVOURITE_CATEGORY, vector));
        if (category.isEmpty()) {
            return new Words(
                    "No favourite category", "Categories of the orders are not known.", "categories not known");
        }
        String share = percent(number(FAVOURITE_CATEGORY_SHARE, vector));
        return new Words(
                "Buys mostly " + category,
                share + " of what was bought is " + category + ".",
                "buys mostly " + category + " (" + share + ")");
    }

    private static Words noLines() {
        return new Words("Order lines not known", "What the orders held is not known.", "order lines not known");
    }

    private double number(PurchaseFeature feature, FeatureVector vector) {
        return known.number(feature, vector);
    }

    private static String orders(double count) {
        return count(count, "order", "orders");
    }

    private static String upperFirst(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String lowerFirst(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
