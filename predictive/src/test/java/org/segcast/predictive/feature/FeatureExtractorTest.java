/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import static org.junit.jupiter.api.Assertions.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.history.AttributeDefinition;
import org.segcast.predictive.history.AttributeType;
import org.segcast.predictive.history.ContactProfile;
import org.segcast.predictive.history.Purchase;
import org.segcast.predictive.history.PurchaseHistory;
import org.segcast.predictive.history.PurchaseLine;

class FeatureExtractorTest {

    private static final LocalDate AS_OF = LocalDate.of(2025, 6, 30);
    private static final ContactProfile NOBODY = new ContactProfile("1", Map.of());

    private final FeatureExtractor extractor = new FeatureExtractor(List.of());

    @Test
    void equals_an_example_computed_by_hand() {
        FeatureVector found = extract(
                order(400, 50, new PurchaseLine("tent", "Tents", 1, 50)),
                order(340, 100, new PurchaseLine("mat", "Mats", 2, 60), new PurchaseLine("tent", "Tents", 1, 40)),
                order(200, 30),
                order(100, 20, new PurchaseLine("pegs", "Tents", 10, 20)),
                order(10, 200, new PurchaseLine("bag", "Bags", 1, 200)));
        assertEquals(10, number(found, "days_since_last_order"));
        assertEquals(5, number(found, "order_count"));
        assertEquals(400, number(found, "total_spent"));
        assertEquals(400, number(found, "tenure_days"));
        assertEquals(80, number(found, "mean_order_value"));
        assertEquals(200, number(found, "last_order_value"));
        assertEquals(4, number(found, "orders_365d"));
        assertEquals(2, number(found, "orders_180d"));
        assertEquals(1, number(found, "orders_90d"));
        assertEquals(1, number(found, "orders_30d"));
        assertEquals(350, number(found, "spent_365d"));
        assertEquals(200, number(found, "spent_90d"));
        assertEquals(97.5, number(found, "mean_gap_days"));
        assertEquals(
                Math.sqrt((37.5 * 37.5 + 42.5 * 42.5 + 2.5 * 2.5 + 7.5 * 7.5) / 3) / 97.5,
                number(found, "gap_cv"),
                1e-12);
        assertEquals(10 / 97.5, number(found, "overdue_ratio"), 1e-12);
        assertEquals((220.0 - 130) / (220 + 130), number(found, "trend"), 1e-12);
        assertEquals(5 / 4.0, number(found, "mean_basket_lines"));
        assertEquals(15 / 4.0, number(found, "mean_basket_quantity"));
        assertEquals(4, number(found, "distinct_products"));
        assertEquals(3, number(found, "distinct_categories"));
        assertEquals(0.6, number(found, "favourite_category_share"));
        assertEquals("Tents", found.nominal(0));
        double entropy = -(0.6 * Math.log(0.6) + 0.4 * Math.log(0.2)) / Math.log(2);
        assertEquals(entropy, number(found, "category_entropy"), 1e-12);
        assertEquals(1, number(found, "orders_next_60d_last_year"));
    }

    @Test
    void windows_hold_their_last_day_and_not_the_one_before_them() {
        FeatureVector found = extract(
                order(365, 1), order(364, 1), order(305, 1), order(304, 1), order(30, 1), order(29, 1), order(0, 1));
        assertEquals(6, number(found, "orders_365d"));
        assertEquals(2, number(found, "orders_30d"));
        assertEquals(2, number(found, "orders_next_60d_last_year"));
        assertEquals(0, number(found, "days_since_last_order"));
    }

    @Test
    void a_contact_without_orders_has_zeros_where_things_are_counted_and_nothing_elsewhere() {
        FeatureVector found = extract();
        assertEquals(0, number(found, "order_count"));
        assertEquals(0, number(found, "total_spent"));
        for (String missing :
                List.of("days_since_last_order", "tenure_days", "overdue_ratio", "trend", "distinct_products")) {
            assertTrue(Double.isNaN(number(found, missing)), missing);
        }
        assertEquals("", found.nominal(0));
    }

    @Test
    void a_single_order_has_no_rhythm_and_two_of_one_day_are_no_gap() {
        assertTrue(Double.isNaN(number(extract(order(50, 1)), "mean_gap_days")));
        FeatureVector twice = extract(order(50, 1), order(50, 2));
        assertTrue(Double.isNaN(number(twice, "mean_gap_days")));
        assertTrue(Double.isNaN(number(twice, "overdue_ratio")));
        assertEquals(2, number(twice, "order_count"));
    }

    @Test
    void a_refund_counts_in_money_and_never_as_an_order() {
        PurchaseLine tent = new PurchaseLine("tent", "Tents", 1, 100);
        PurchaseLine back = new PurchaseLine("tent", "Tents", -1, -100);
        FeatureVector bought = extract(order(100, 100, tent), order(40, 60, tent));
        FeatureVector returned = extract(order(100, 100, tent), order(40, 60, tent), refund(5, -100, back));
        for (String same : List.of(
                "days_since_last_order",
                "order_count",
                "mean_order_value",
                "last_order_value",
                "orders_30d",
                "mean_gap_days",
                "overdue_ratio",
                "mean_basket_lines",
                "mean_basket_quantity")) {
            assertEquals(number(bought, same), number(returned, same), same);
        }
        assertEquals(60, number(returned, "total_spent"));
        assertEquals(60, number(returned, "spent_365d"));
        assertEquals(-40, number(returned, "spent_90d"));
    }

    @Test
    void who_has_refunds_alone_has_not_ordered() {
        FeatureVector found = extract(refund(5, -30));
        assertEquals(0, number(found, "order_count"));
        assertEquals(-30, number(found, "total_spent"));
        assertTrue(Double.isNaN(number(found, "days_since_last_order")));
    }

    @Test
    void orders_after_as_of_change_nothing() {
        SplittableRandom random = new SplittableRandom(4);
        for (int round = 0; round < 200; round++) {
            List<Purchase> before = randomOrders(random, 900, 0);
            List<Purchase> withLater = new ArrayList<>(before);
            withLater.addAll(randomOrders(random, 0, -400));
            assertEquals(
                    extractor.extract(new PurchaseHistory(NOBODY, before), AS_OF),
                    extractor.extract(new PurchaseHistory(NOBODY, withLater), AS_OF));
        }
    }

    @Test
    void the_same_favourite_whatever_the_order_of_equals() {
        FeatureVector one = extract(order(9, 1, new PurchaseLine("a", "B", 1, 1), new PurchaseLine("b", "A", 1, 1)));
        assertEquals("A", one.nominal(0));
    }

    @Test
    void counts_many_products_beyond_the_first_table() {
        PurchaseLine[] lines = new PurchaseLine[500];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = new PurchaseLine("p" + i % 250, "c" + i % 40, 1, 1);
        }
        FeatureVector found = extract(order(9, 1, lines));
        assertEquals(250, number(found, "distinct_products"));
        assertEquals(40, number(found, "distinct_categories"));
    }

    @Test
    void attributes_become_features_by_their_types() {
        FeatureExtractor withAttributes = new FeatureExtractor(List.of(
                new AttributeDefinition("age", AttributeType.NUMERIC),
                new AttributeDefinition("city", AttributeType.NOMINAL),
                new AttributeDefinition("club", AttributeType.BOOLEAN),
                new AttributeDefinition("since", AttributeType.DATE),
                new AttributeDefinition("note", AttributeType.TEXT)));
        Map<String, String> values =
                Map.of("age", "41.5", "city", " Oslo ", "club", "Yes", "since", "2025-06-01T10:00:00", "note", "x");
        FeatureVector found =
                withAttributes.extract(new PurchaseHistory(new ContactProfile("1", values), List.of()), AS_OF);
        assertEquals(41.5, number(found, "attr_age"));
        assertEquals(1, number(found, "attr_club"));
        assertEquals(29, number(found, "attr_since"));
        assertEquals("Oslo", found.nominal(found.schema().nominalIndex("attr_city")));
        assertTrue(found.schema().features().stream()
                .noneMatch(feature -> feature.name().equals("attr_note")));
    }

    @Test
    void unreadable_absent_and_future_attributes_are_missing() {
        FeatureExtractor withAttributes = new FeatureExtractor(List.of(
                new AttributeDefinition("age", AttributeType.NUMERIC),
                new AttributeDefinition("club", AttributeType.BOOLEAN),
                new AttributeDefinition("since", AttributeType.DATE)));
        for (Map<String, String> values : List.of(
                Map.<String, String>of(),
                Map.of("age", "old", "club", "maybe", "since", "soon"),
                Map.of("age", "NaN", "club", "", "since", "2025-07-01"))) {
            FeatureVector found =
                    withAttributes.extract(new PurchaseHistory(new ContactProfile("1", values), List.of()), AS_OF);
            for (String name : List.of("attr_age", "attr_club", "attr_since")) {
                assertTrue(Double.isNaN(number(found, name)), name + values);
            }
        }
    }

    private List<Purchase> randomOrders(SplittableRandom random, int oldest, int newest) {
        return random.ints(random.nextInt(8), newest, oldest)
                .boxed()
                .sorted((a, b) -> b - a)
                .map(age -> order(
                        age - (newest < 0 ? 1 : 0), age % 90, new PurchaseLine("p" + age % 5, "c" + age % 3, 1, 1)))
                .toList();
    }

    private FeatureVector extract(Purchase... purchases) {
        return extractor.extract(new PurchaseHistory(NOBODY, List.of(purchases)), AS_OF);
    }

    private static Purchase order(int daysAgo, double amount, PurchaseLine... lines) {
        return new Purchase("o" + daysAgo, AS_OF.minusDays(daysAgo), amount, List.of(lines));
    }

    private static Purchase refund(int daysAgo, double amount, PurchaseLine... lines) {
        return new Purchase("r" + daysAgo, AS_OF.minusDays(daysAgo), amount, true, "", "", List.of(lines));
    }

    private static double number(FeatureVector vector, String name) {
        return vector.numeric(vector.schema().numericIndex(name));
    }

    @Test
    void models_may_not_learn_from_dates_among_the_attributes_nor_from_what_tells_the_same_again() {
        FeatureExtractor extractor = new FeatureExtractor(List.of(
                new AttributeDefinition("last_login", AttributeType.DATE),
                new AttributeDefinition("age", AttributeType.NUMERIC)));
        List<String> left = extractor.schema().features().stream()
                .filter(feature -> !feature.canBeLearnt())
                .map(Feature::name)
                .filter(name -> !PurchaseDetail.isNamed(name) && !ChannelFeature.isNamed(name))
                .toList();
        assertEquals(List.of("attr_last_login", "age_band"), left);
        for (PurchaseDetail detail : PurchaseDetail.values()) {
            assertFalse(detail.feature().canBeLearnt(), detail.name());
        }
        for (PurchaseFeature learnt : PurchaseFeature.values()) {
            assertTrue(learnt.feature().canBeLearnt(), learnt.name());
        }
    }
}
