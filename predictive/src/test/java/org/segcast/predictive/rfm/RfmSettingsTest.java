/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rfm;

import static org.junit.jupiter.api.Assertions.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.feature.ExtractedFeatures;
import org.segcast.predictive.feature.FeatureExtractor;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.history.InMemoryHistories;

class RfmSettingsTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    /** Twelve customers: customer i ordered i times in the last i weeks, 10 each, and once two years ago. */
    private final ExtractedFeatures features = features();

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10})
    void a_usual_grid_keeps_its_corners_whatever_its_size(int ranks) {
        RfmGrid grid = RfmGrid.usual(ranks);
        assertEquals(RfmSegment.LOST, grid.cell(1, 1));
        assertEquals(RfmSegment.RESCUE, grid.cell(1, ranks));
        assertEquals(RfmSegment.NEW, grid.cell(ranks, 1));
        assertEquals(RfmSegment.CHAMPIONS, grid.cell(ranks, ranks));
    }

    @Test
    void ten_ranks_are_tenths_and_two_are_halves() {
        assertEquals(9, segmentation(settings(10)).cutPoints().frequency().size());
        // orders are 2 to 13: the median of type 7 is 7.5, and the package adds 1
        assertEquals(List.of(8.5), segmentation(settings(2)).cutPoints().frequency());
    }

    @Test
    void thresholds_set_by_hand_hold_their_lower_end_and_do_not_follow_the_customers() {
        RfmCutPoints byHand = new RfmCutPoints(List.of(15.0, 50.0), List.of(5.0, 10.0), List.of(50.0, 100.0));
        RfmSegmentation rfm = segmentation(new RfmSettings(
                3, RfmOrders.ALL, RfmWindow.LIFETIME, RfmWindow.LIFETIME, Optional.of(byHand), RfmGrid.usual(3)));
        assertSame(byHand, rfm.cutPoints());
        // five orders are rank 2 of 3, four are rank 1
        assertEquals(2, rfm.scoreOf(customer(4)).orElseThrow().f());
        assertEquals(1, rfm.scoreOf(customer(3)).orElseThrow().f());
        // everybody ordered a week ago: the best recency
        assertEquals(3, rfm.scoreOf(customer(1)).orElseThrow().r());
    }

    @Test
    void a_window_leaves_out_what_was_before_it_but_nobody_who_ever_ordered() {
        RfmCutPoints byHand = new RfmCutPoints(List.of(15.0), List.of(2.0), List.of(20.0));
        RfmSettings year = new RfmSettings(
                2, RfmOrders.ALL, RfmWindow.YEAR, RfmWindow.QUARTER, Optional.of(byHand), RfmGrid.usual(2));
        RfmSettings ever = new RfmSettings(
                2, RfmOrders.ALL, RfmWindow.LIFETIME, RfmWindow.LIFETIME, Optional.of(byHand), RfmGrid.usual(2));
        // two orders of all time, one of them in the year
        assertEquals(
                new RfmScore(2, 1, 1), segmentation(year).scoreOf(customer(1)).orElseThrow());
        assertEquals(
                new RfmScore(2, 2, 2), segmentation(ever).scoreOf(customer(1)).orElseThrow());
    }

    @Test
    void another_grid_gives_other_names_to_the_same_ranks() {
        List<List<RfmSegment>> rows =
                List.of(List.of(RfmSegment.LOST, RfmSegment.LOST), List.of(RfmSegment.LOYAL, RfmSegment.LOYAL));
        RfmSettings own = new RfmSettings(
                2, RfmOrders.ALL, RfmWindow.LIFETIME, RfmWindow.LIFETIME, Optional.empty(), new RfmGrid(rows));
        assertEquals(EnumSet.of(RfmSegment.LOST, RfmSegment.LOYAL), own.grid().segments());
        RfmSegmentation rfm = segmentation(own);
        features.forEach(vector -> assertTrue(own.grid().segments().contains(rfm.segmentOf(vector))));
    }

    @Test
    void what_does_not_fit_together_is_refused_with_what_was_found() {
        assertRefused("2 to 10 ranks, found 11", () -> settings(11));
        assertRefused(
                "must have 4 ranks, found 5",
                () -> new RfmSettings(
                        4, RfmOrders.ALL, RfmWindow.LIFETIME, RfmWindow.LIFETIME, Optional.empty(), RfmGrid.usual(5)));
        assertRefused(
                "prospects have no ranks",
                () -> new RfmGrid(List.of(
                        List.of(RfmSegment.PROSPECTS, RfmSegment.LOST), List.of(RfmSegment.LOST, RfmSegment.LOST))));
        assertRefused(
                "ascending recency", () -> new RfmCutPoints(List.of(9.0, 3.0), List.of(1.0, 2.0), List.of(1.0, 2.0)));
        assertRefused("as many cut points", () -> new RfmCutPoints(List.of(9.0), List.of(1.0, 2.0), List.of(1.0, 2.0)));
        assertRefused("ascending monetary", () -> new RfmCutPoints(List.of(9.0), List.of(1.0), List.of(Double.NaN)));
    }

    @Test
    void only_orders_at_the_till_make_a_customer_there_and_set_the_ranks() {
        InMemoryHistories shop = new InMemoryHistories()
                .through("till", "both", AS_OF.minusDays(400), 70)
                .through("sales", "both", AS_OF.minusDays(5), 500)
                .through("till", "counter", AS_OF.minusDays(20), 30)
                .through("till", "counter", AS_OF.minusDays(10), 30)
                .through("sales", "online", AS_OF.minusDays(1), 900)
                .order("unknown", AS_OF, 900);
        ExtractedFeatures found = new ExtractedFeatures(shop, new FeatureExtractor(List.of()), AS_OF);
        RfmCutPoints byHand = new RfmCutPoints(List.of(15.0), List.of(2.0), List.of(65.0));
        assertEquals(
                List.of("both 1 1 2", "counter 2 2 1"),
                scores(found, settings(RfmOrders.TILL, RfmWindow.LIFETIME, byHand)));
        assertEquals(
                List.of("both 1 1 1", "counter 2 2 1"),
                scores(found, settings(RfmOrders.TILL, RfmWindow.YEAR, byHand)));
        assertEquals(
                List.of("both 2 1 2", "online 2 1 2"),
                scores(found, settings(RfmOrders.SALES, RfmWindow.LIFETIME, byHand)));
        assertEquals(
                4,
                scores(found, settings(RfmOrders.ALL, RfmWindow.LIFETIME, byHand))
                        .size());
    }

    @Test
    void only_orders_in_a_currency_make_a_customer_of_it_and_set_the_ranks() {
        InMemoryHistories trader = new InMemoryHistories()
                .in("EUR", "both", AS_OF.minusDays(400), 70)
                .in("USD", "both", AS_OF.minusDays(5), 500)
                .in("USD", "abroad", AS_OF.minusDays(20), 30)
                .in("USD", "abroad", AS_OF.minusDays(10), 30)
                .order("unknown", AS_OF, 900);
        ExtractedFeatures found = new ExtractedFeatures(trader, new FeatureExtractor(trader), AS_OF);
        RfmCutPoints byHand = new RfmCutPoints(List.of(15.0), List.of(2.0), List.of(65.0));
        assertEquals(
                List.of("abroad 2 2 1", "both 2 1 2"),
                scores(found, settings(new RfmOrders("USD"), RfmWindow.LIFETIME, byHand)));
        assertEquals(List.of("both 1 1 2"), scores(found, settings(new RfmOrders("EUR"), RfmWindow.LIFETIME, byHand)));
        assertEquals(List.of(), scores(found, settings(new RfmOrders("CHF"), RfmWindow.LIFETIME, byHand)));
        assertEquals(
                List.of("all", "sales", "till", "EUR", "USD"),
                RfmOrders.choices(found.schema()).stream().map(RfmOrders::key).toList());
    }

    @Test
    void one_currency_alone_is_no_choice_and_an_unknown_name_is_refused() {
        InMemoryHistories shop = new InMemoryHistories().in("EUR", "one", AS_OF, 70);
        assertEquals(
                List.of("all", "sales", "till"),
                RfmOrders.choices(new FeatureExtractor(shop).schema()).stream()
                        .map(RfmOrders::key)
                        .toList());
        assertRefused("all, sales, till or a currency, found 'web'", () -> new RfmOrders("web"));
        assertEquals(Optional.empty(), RfmOrders.ofKey("usd"));
    }

    private static RfmSettings settings(RfmOrders orders, RfmWindow window, RfmCutPoints byHand) {
        return new RfmSettings(2, orders, window, window, Optional.of(byHand), RfmGrid.usual(2));
    }

    private static List<String> scores(ExtractedFeatures found, RfmSettings settings) {
        RfmSegmentation rfm = RfmSegmentation.of(found, settings);
        List<String> scores = new ArrayList<>();
        found.forEach(vector -> rfm.scoreOf(vector)
                .ifPresent(
                        score -> scores.add(vector.contactId() + " " + score.r() + " " + score.f() + " " + score.m())));
        return scores;
    }

    private static void assertRefused(String reason, Executable work) {
        String said = assertThrows(SegcastException.class, work).getMessage();
        assertTrue(said.contains(reason), said);
    }

    private static RfmSettings settings(int ranks) {
        return new RfmSettings(
                ranks,
                RfmOrders.ALL,
                RfmWindow.LIFETIME,
                RfmWindow.LIFETIME,
                Optional.empty(),
                RfmGrid.usual(Math.min(ranks, RfmSettings.MOST_RANKS)));
    }

    private RfmSegmentation segmentation(RfmSettings settings) {
        return RfmSegmentation.of(features, settings);
    }

    private FeatureVector customer(int number) {
        List<FeatureVector> found = new ArrayList<>();
        features.forEach(vector -> {
            if (vector.contactId().equals("c" + number)) {
                found.add(vector);
            }
        });
        return found.get(0);
    }

    private static ExtractedFeatures features() {
        InMemoryHistories histories = new InMemoryHistories();
        for (int customer = 1; customer <= 12; customer++) {
            histories.order("c" + customer, AS_OF.minusYears(2), 10);
            for (int week = 1; week <= customer; week++) {
                histories.order("c" + customer, AS_OF.minusWeeks(week), 10);
            }
        }
        return new ExtractedFeatures(histories, new FeatureExtractor(List.of()), AS_OF);
    }
}
