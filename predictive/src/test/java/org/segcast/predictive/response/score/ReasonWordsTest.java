/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.score;

import static org.junit.jupiter.api.Assertions.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureExtractor;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureType;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.VectorFixture;
import org.segcast.predictive.history.AttributeDefinition;
import org.segcast.predictive.history.AttributeType;

class ReasonWordsTest {

    private static final FeatureSchema SCHEMA = new FeatureExtractor(List.of(
                    new AttributeDefinition("age", AttributeType.NUMERIC),
                    new AttributeDefinition("shoe_size", AttributeType.NOMINAL),
                    new AttributeDefinition("club", AttributeType.BOOLEAN),
                    new AttributeDefinition("birthday", AttributeType.DATE)))
            .schema();

    private final ReasonWords words = new ReasonWords(SCHEMA);
    private final FeatureVector marta = VectorFixture.vector(
            SCHEMA,
            "1",
            Map.ofEntries(
                    Map.entry("days_since_last_order", 96),
                    Map.entry("mean_gap_days", 87),
                    Map.entry("overdue_ratio", 96 / 87.0),
                    Map.entry("gap_cv", 0.3),
                    Map.entry("order_count", 8),
                    Map.entry("orders_90d", 3),
                    Map.entry("orders_365d", 1),
                    Map.entry("total_spent", 1112),
                    Map.entry("spent_365d", 412),
                    Map.entry("tenure_days", 702),
                    Map.entry("mean_order_value", 139),
                    Map.entry("last_order_value", 92.5),
                    Map.entry("mean_order_value_90d", 64.2),
                    Map.entry("mean_order_value_30d", Double.NaN),
                    Map.entry("mails_opened_365d", 3),
                    Map.entry("days_since_mail_opened", 12),
                    Map.entry("days_since_meeting", Double.NaN),
                    Map.entry("trend", -0.4),
                    Map.entry("orders_next_60d_last_year", 1),
                    Map.entry("mean_basket_lines", 2.4),
                    Map.entry("mean_basket_quantity", 1),
                    Map.entry("distinct_products", 12),
                    Map.entry("distinct_categories", 1),
                    Map.entry("favourite_category", "Tents"),
                    Map.entry("favourite_category_share", 0.45),
                    Map.entry("attr_age", 41.5),
                    Map.entry("attr_club", 1),
                    Map.entry("attr_birthday", 40),
                    Map.entry("attr_shoe_size", "7\t\n½")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "days_since_last_order | Late by own rhythm | Orders every 87 days on average; the last order was 96 days ago. | late by own rhythm: orders every 87 days, last 96 days ago",
                "gap_cv | Regular orders | The gaps between orders vary by 30% around their average of 87 days. | regular orders: gaps vary by 30%",
                "order_count | 8 orders so far | 8 orders since the first one 23 months ago. | 8 orders so far",
                "orders_90d | 3 orders in the last 90 days | 3 orders in the last 90 days, 8 in all. | 3 orders in the last 90 days",
                "orders_365d | 1 order in the last 365 days | 1 order in the last 365 days, 8 in all. | 1 order in the last 365 days",
                "orders_30d | No order in the last 30 days | No order in the last 30 days, 8 in all. | no order in the last 30 days",
                "total_spent | Spend so far: 1,112 | Spent 1,112 in all, over 8 orders. | spent 1,112 in all",
                "spent_90d | Spent nothing in the last 90 days | Spent nothing in the last 90 days, 1,112 in all. | spent nothing in the last 90 days",
                "last_order_value | Last order worth 92.50 | The last order was worth 92.50; the average order is 139. | last order worth 92.50",
                "trend | Spending less | Of what was spent in the last 360 days, 30% falls into the latest 180. | spending less: 30% of a year's spend in the last half",
                "orders_next_60d_last_year | Ordered in this season last year | 1 order a year ago in the 60 days after this date. | 1 order in this season last year",
                "mean_basket_lines | 2.4 lines per order | An order holds 2.4 lines on average. | 2.4 lines per order",
                "mean_basket_quantity | 1 unit per order | An order holds 1 unit on average. | 1 unit per order",
                "distinct_products | Bought 12 products from 1 category | Bought 12 products so far, from 1 category. | 12 products from 1 category",
                "favourite_category | Buys mostly Tents | 45% of what was bought is Tents. | buys mostly Tents (45%)",
                "mean_order_value_90d | Orders of the last 90 days worth 64.20 on average | Orders of the last 90 days worth 64.20 on average, 139 over the whole time. | orders of the last 90 days worth 64.20 on average",
                "mean_order_value_30d | No order in the last 30 days | No order in the last 30 days, 8 in all. | no order in the last 30 days",
                "mails_opened_365d | 3 mails opened in the last 365 days | 3 mails opened in the last 365 days. | 3 mails opened in the last 365 days",
                "meetings_365d | No meeting in the last 365 days | No meeting in the last 365 days. | no meeting in the last 365 days",
                "days_since_mail_opened | Last mail opened 12 days ago | Last mail opened 12 days ago. | last mail opened 12 days ago",
                "days_since_meeting | No meeting yet | No meeting yet. | no meeting yet",
                "attr_age | Age: 41.5 | Age in the CRM: 41.5. | Age: 41.5",
                "attr_club | Club: yes | Club in the CRM: yes. | Club: yes",
                "attr_birthday | Birthday: 40 days ago | Birthday in the CRM: 40 days ago. | Birthday: 40 days ago",
                "attr_shoe_size | Shoe size: 7 ½ | Shoe size in the CRM: 7 ½. | Shoe size: 7 ½"
            })
    void tells_a_feature_with_the_customers_own_numbers(String feature, String headline, String detail, String brief) {
        assertEquals(new Words(headline, detail, brief), words.of(feature, marta));
    }

    static Stream<Feature> features() {
        return SCHEMA.features().stream();
    }

    @ParameterizedTest
    @MethodSource("features")
    void every_feature_has_words_whether_it_is_known_or_missing(Feature feature) {
        Map<String, Object> nothing = new HashMap<>();
        SCHEMA.ofType(FeatureType.NUMERIC).forEach(number -> nothing.put(number.name(), Double.NaN));
        for (String counted : List.of("order_count", "total_spent", "orders_365d", "spent_90d")) {
            nothing.put(counted, 0);
        }
        for (FeatureVector vector : List.of(marta, VectorFixture.vector(SCHEMA, "2", nothing))) {
            Words found = words.of(feature.name(), vector);
            for (String text : List.of(found.headline(), found.detail(), found.brief())) {
                assertFalse(
                        text.isBlank() || text.contains("NaN") || text.contains("null"), feature.name() + ": " + text);
                assertFalse(text.matches("(?s).*[\\t\\n\\r].*"), text);
            }
            assertTrue(found.detail().endsWith("."), found.detail());
            assertTrue(found.brief().length() <= 90, found.brief());
        }
    }

    @Test
    void the_rhythm_is_late_due_or_not_due_yet() {
        assertEquals("Not due yet", rhythm(60));
        assertEquals("Due again", rhythm(100));
        assertEquals("Late by own rhythm", rhythm(111));
    }

    @Test
    void a_customer_of_one_order_has_no_rhythm_to_be_late_by() {
        FeatureVector one = VectorFixture.vector(
                SCHEMA, "1", Map.of("days_since_last_order", 1, "mean_gap_days", Double.NaN, "order_count", 1));
        assertEquals(
                "The first order was 1 day ago; none since.",
                words.of("overdue_ratio", one).detail());
    }

    @Test
    void orders_on_two_days_are_compared_with_the_one_gap_and_never_called_a_rhythm() {
        assertEquals("A longer pause than before", rhythmOfTwoDays(45));
        assertEquals("About as long as the pause before", rhythmOfTwoDays(30));
        assertEquals("Ordered a short while ago", rhythmOfTwoDays(10));
        assertEquals(
                "The last order was 45 days ago; between the only two days with orders lay 30 days.",
                words.of("mean_gap_days", twoDays(45)).detail());
        for (Feature feature : SCHEMA.features()) {
            Words found = words.of(feature.name(), twoDays(45));
            assertFalse(found.headline().contains("own rhythm"), found.toString());
            assertFalse(found.brief().contains("orders every"), found.toString());
        }
    }

    private String rhythmOfTwoDays(int since) {
        return words.of("overdue_ratio", twoDays(since)).headline();
    }

    private static FeatureVector twoDays(int since) {
        return VectorFixture.vector(
                SCHEMA,
                "1",
                Map.of("days_since_last_order", since, "mean_gap_days", 30, "gap_cv", Double.NaN, "order_count", 2));
    }

    private String rhythm(int since) {
        FeatureVector vector = VectorFixture.vector(
                SCHEMA,
                "1",
                Map.of("days_since_last_order", since, "mean_gap_days", 100, "gap_cv", 0.3, "order_count", 4));
        return words.of("overdue_ratio", vector).headline();
    }
}
