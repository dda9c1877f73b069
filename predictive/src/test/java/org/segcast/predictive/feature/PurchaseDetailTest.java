/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import static org.junit.jupiter.api.Assertions.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.history.ContactProfile;
import org.segcast.predictive.history.Purchase;
import org.segcast.predictive.history.PurchaseHistory;
import org.segcast.predictive.history.PurchaseLine;

class PurchaseDetailTest {

    /** A Monday. */
    private static final LocalDate AS_OF = LocalDate.of(2025, 6, 30);

    private final FeatureExtractor extractor = new FeatureExtractor(List.of());

    @Test
    void windows_and_trends_equal_an_example_computed_by_hand() {
        FeatureVector found = extract(
                order(700, 400),
                order(500, 100),
                order(200, 30),
                order(100, 20),
                order(70, 10),
                order(45, 40),
                order(29, 60),
                order(3, 100));
        assertEquals(230, number(found, "spent_180d"));
        assertEquals(160, number(found, "spent_30d"));
        assertEquals(260 / 6.0, number(found, "mean_order_value_365d"), 1e-12);
        assertEquals(230 / 5.0, number(found, "mean_order_value_180d"), 1e-12);
        assertEquals(210 / 4.0, number(found, "mean_order_value_90d"), 1e-12);
        assertEquals(80, number(found, "mean_order_value_30d"));
        assertEquals((2 - 1) / 3.0, number(found, "order_trend_30d"), 1e-12);
        assertEquals((4 - 1) / 5.0, number(found, "order_trend_90d"), 1e-12);
        assertEquals((5 - 1) / 6.0, number(found, "order_trend_180d"), 1e-12);
        assertEquals((6 - 2) / 8.0, number(found, "order_trend_365d"), 1e-12);
        assertEquals((160 - 40) / 200.0, number(found, "spend_trend_30d"), 1e-12);
        assertEquals((210 - 20) / 230.0, number(found, "spend_trend_90d"), 1e-12);
        assertEquals((260 - 500) / 760.0, number(found, "spend_trend_365d"), 1e-12);
        assertEquals(400, number(found, "largest_order_value"));
    }

    @Test
    void discounts_are_weighed_by_list_price_and_count_by_order() {
        FeatureVector found = extract(
                order(90, 90, line(90, 10), line(0, 0)), // 10 of 100
                order(60, 300, line(300, 0)),
                order(30, 80, line(100, 0), new PurchaseLine("Voucher", "", 1, -20)),
                order(20, 70, line(100, 0), new PurchaseLine("Tent", "", -1, -30)), // came back
                order(10, 55));
        assertEquals(2 / 4.0, number(found, "discount_order_share"), 1e-12);
        assertEquals(30 / 600.0, number(found, "mean_discount"), 1e-12);
        assertFalse(found.schema().features().stream()
                .anyMatch(feature -> feature.group() == FeatureGroup.DISCOUNTS && feature.canBeLearnt()));
    }

    @Test
    void without_lines_nothing_is_known_of_discounts_and_refunds_are_none() {
        FeatureVector found = extract(order(9, 10), refund(3, -5));
        assertMissing("discount_order_share", found);
        assertMissing("mean_discount", found);
        assertEquals(0, number(extract(order(9, 10, line(10, 0))), "mean_discount"));
        FeatureVector given = extract(order(9, 0, line(0, 100)));
        assertEquals(1, number(given, "discount_order_share"));
        assertMissing("mean_discount", given);
        assertEquals(1, number(extract(order(9, -5, line(10, 0), new PurchaseLine("V", "", 1, -15))), "mean_discount"));
    }

    private static PurchaseLine line(double amount, double percent) {
        return new PurchaseLine("Tent", "Camping", 1, amount, percent);
    }

    @Test
    void orders_of_one_amount_do_not_differ_whatever_the_amount() {
        for (double amount : List.of(0.1, 99.99, 1e9 + 0.01)) {
            assertEquals(
                    0, number(extract(order(90, amount), order(50, amount), order(9, amount)), "order_value_cv"), 1e-9);
        }
        assertEquals(Math.sqrt(200) / 20, number(extract(order(9, 10), order(8, 30)), "order_value_cv"), 1e-12);
        assertMissing("order_value_cv", extract(order(9, 10)));
        assertMissing("order_value_cv", extract(order(9, 0), order(8, 0)));
    }

    @Test
    void gaps_tell_the_last_the_longest_and_the_shortest() {
        FeatureVector found =
                extract(order(100, 1), order(70, 1), order(70, 1), order(65, 1), order(20, 1), order(0, 1));
        assertEquals(5, number(found, "order_days"));
        assertEquals(100, number(found, "active_days"));
        assertEquals(20, number(found, "last_gap_days"));
        assertEquals(45, number(found, "longest_gap_days"));
        assertEquals(5, number(found, "shortest_gap_days"));
        assertEquals(0, number(extract(order(7, 1)), "active_days"));
        assertMissing("last_gap_days", extract(order(7, 1), order(7, 1)));
    }

    @Test
    void seasons_are_those_of_the_calendar() {
        FeatureVector found = extract(
                on("2024-01-06", 1),
                on("2024-03-31", 1),
                on("2024-04-01", 1),
                on("2024-12-30", 1),
                on("2025-06-29", 1));
        assertEquals(0.4, number(found, "first_quarter_share"));
        assertEquals(0.4, number(found, "second_quarter_share"));
        assertEquals(0, number(found, "third_quarter_share"));
        assertEquals(0.2, number(found, "fourth_quarter_share"));
        assertEquals(0.6, number(found, "weekend_share"));
    }

    @Test
    void who_always_buys_on_the_same_day_of_the_year_has_the_strongest_season() {
        assertEquals(
                1,
                number(extract(on("2022-02-01", 1), on("2023-02-01", 1), on("2024-02-01", 1)), "season_strength"),
                1e-9);
        double even = number(extract(on("2023-01-01", 1), on("2023-05-02", 1), on("2023-09-01", 1)), "season_strength");
        assertTrue(even < 0.02, "found " + even);
        assertMissing("season_strength", extract(on("2023-02-01", 1), on("2024-02-01", 1)));
        assertMissing("season_strength", extract(on("2025-02-01", 1), on("2025-03-01", 1), on("2025-04-01", 1)));
    }

    @Test
    void baskets_tell_size_price_and_mix_of_products() {
        PurchaseLine tent = new PurchaseLine("tent", "Tents", 1, 90);
        PurchaseLine pegs = new PurchaseLine("pegs", "Tents", 9, 10);
        FeatureVector found = extract(order(50, 100, tent, pegs), order(9, 10, pegs), order(2, 5));
        assertEquals(2, number(found, "largest_basket_lines"));
        assertEquals(110 / 19.0, number(found, "mean_unit_price"), 1e-12);
        assertEquals("pegs", word(found, "favourite_product"));
        assertEquals(2 / 3.0, number(found, "favourite_product_share"), 1e-12);
        assertEquals(1 / 3.0, number(found, "repeat_product_share"), 1e-12);
        assertEquals(0.9182958, number(found, "product_entropy"), 1e-6);
        assertMissing("mean_unit_price", extract(order(9, 10, new PurchaseLine("gift", "", 0, 0))));
    }

    @Test
    void refunds_are_counted_apart_and_as_a_share_of_what_was_ordered() {
        FeatureVector found = extract(order(100, 150), refund(50, -20), order(40, 50), refund(5, -30));
        assertEquals(2, number(found, "refunds"));
        assertEquals(50, number(found, "refunded"));
        assertEquals(0.25, number(found, "refund_share"));
        assertEquals(5, number(found, "days_since_last_refund"));
        FeatureVector none = extract(order(9, 1));
        assertEquals(0, number(none, "refunds"));
        assertEquals(0, number(none, "refund_share"));
        assertMissing("days_since_last_refund", none);
        assertMissing("refund_share", extract(refund(5, -30)));
        assertMissing("refund_share", extract(order(5, 0), refund(5, -30)));
    }

    @Test
    void the_main_channel_is_the_one_with_the_most_orders() {
        FeatureVector found = extract(through("till", 90), through("web", 80), through("", 70), through("web", 60));
        assertEquals("web", word(found, "main_channel"));
        assertEquals(2 / 3.0, number(found, "main_channel_share"), 1e-12);
        assertEquals(2, number(found, "channels"));
        FeatureVector unknown = extract(through("", 9));
        assertEquals("", word(unknown, "main_channel"));
        assertMissing("channels", unknown);
    }

    @Test
    void no_number_is_ever_infinite_whatever_the_amounts() {
        double most = Double.MAX_VALUE / 4;
        for (List<Purchase> purchases : List.of(
                List.of(order(5, most), order(4, most)),
                List.of(order(5, most), order(4, most), order(3, most), order(2, most), order(1, most)),
                List.of(order(5, Double.MIN_VALUE), refund(5, -most)),
                List.of(order(5, -most), order(5, most), order(3, most, new PurchaseLine("a", "b", 1e-300, most))))) {
            FeatureVector found = extract(purchases.toArray(Purchase[]::new));
            for (Feature feature : found.schema().ofType(FeatureType.NUMERIC)) {
                double value = number(found, feature.name());
                assertFalse(Double.isInfinite(value), feature.name() + " of " + purchases);
            }
        }
    }

    private FeatureVector extract(Purchase... purchases) {
        return extractor.extract(new PurchaseHistory(new ContactProfile("1", Map.of()), List.of(purchases)), AS_OF);
    }

    private static Purchase order(int daysAgo, double amount, PurchaseLine... lines) {
        return new Purchase("o" + daysAgo, AS_OF.minusDays(daysAgo), amount, List.of(lines));
    }

    private static Purchase on(String date, double amount) {
        return new Purchase(date, LocalDate.parse(date), amount, List.of());
    }

    private static Purchase refund(int daysAgo, double amount) {
        return new Purchase("r" + daysAgo, AS_OF.minusDays(daysAgo), amount, true, "", "", List.of());
    }

    private static Purchase through(String channel, int daysAgo) {
        return new Purchase("o" + daysAgo, AS_OF.minusDays(daysAgo), 10, false, channel, "", List.of());
    }

    private static void assertMissing(String name, FeatureVector vector) {
        assertTrue(Double.isNaN(number(vector, name)), name);
    }

    private static double number(FeatureVector vector, String name) {
        return vector.numeric(vector.schema().numericIndex(name));
    }

    private static String word(FeatureVector vector, String name) {
        return vector.nominal(vector.schema().nominalIndex(name));
    }
}
