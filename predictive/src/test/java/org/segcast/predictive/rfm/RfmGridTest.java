/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rfm;

import static org.junit.jupiter.api.Assertions.*;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.feature.FeatureExtractor;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.VectorFixture;

class RfmGridTest {

    private final FeatureSchema schema = new FeatureExtractor(List.of()).schema();

    @Test
    void every_one_of_the_125_combinations_has_a_segment_and_every_customer_segment_is_used() {
        Set<RfmSegment> seen = EnumSet.noneOf(RfmSegment.class);
        for (int r = 1; r <= 5; r++) {
            for (int f = 1; f <= 5; f++) {
                for (int m = 1; m <= 5; m++) {
                    seen.add(RfmGrid.usual(5).segmentOf(new RfmScore(r, f, m)));
                }
            }
        }
        assertEquals(EnumSet.complementOf(EnumSet.of(RfmSegment.PROSPECTS)), seen);
    }

    @Test
    void the_corners_are_what_marketers_expect() {
        assertEquals(RfmSegment.CHAMPIONS, RfmGrid.usual(5).segmentOf(new RfmScore(5, 5, 5)));
        assertEquals(RfmSegment.LOST, RfmGrid.usual(5).segmentOf(new RfmScore(1, 1, 1)));
        assertEquals(RfmSegment.RESCUE, RfmGrid.usual(5).segmentOf(new RfmScore(1, 5, 5)));
        assertEquals(RfmSegment.NEW, RfmGrid.usual(5).segmentOf(new RfmScore(5, 1, 1)));
    }

    @Test
    void frequency_and_money_count_alike_and_the_better_one_decides_a_tie() {
        assertEquals(3, new RfmScore(1, 1, 4).fm());
        assertEquals(3, new RfmScore(1, 4, 1).fm());
        assertEquals(5, new RfmScore(1, 5, 4).fm());
    }

    @Test
    void there_are_ten_keys_ten_colour_slots_and_words_for_each() {
        assertEquals(10, RfmSegment.values().length);
        assertEquals(
                10,
                Arrays.stream(RfmSegment.values())
                        .map(RfmSegment::key)
                        .distinct()
                        .count());
        for (RfmSegment segment : RfmSegment.values()) {
            assertTrue(segment.key().matches("[a-z]+(-[a-z]+)*"), segment.key());
            assertTrue(segment.colourSlot() >= 1 && segment.colourSlot() <= 10);
            assertFalse(segment.meaning().isBlank() || segment.strategy().isBlank());
            assertEquals(segment, RfmSegment.ofKey(segment.key()).orElseThrow());
        }
        assertTrue(RfmSegment.ofKey("no-such").isEmpty());
    }

    @Test
    void contacts_without_orders_are_prospects() {
        RfmSegmentation rfm = segmentation(customer("1", 0, 0, 0));
        assertEquals("prospects", rfm.keyOf(customer("2", 0, 0, 0)));
        assertTrue(rfm.scoreOf(customer("2", 0, 0, 0)).isEmpty());
    }

    @Test
    void nobody_at_all_still_gives_cut_points() {
        assertEquals(List.of(1.0, 1.0, 1.0, 1.0), segmentation().cutPoints().recency());
    }

    @Test
    void all_the_same_are_recent_and_of_the_lowest_frequency_and_money() {
        FeatureVector one = customer("1", 30, 2, 50);
        RfmSegmentation rfm = segmentation(one, customer("2", 30, 2, 50), customer("3", 30, 2, 50));
        assertEquals(new RfmScore(5, 1, 1), rfm.scoreOf(one).orElseThrow());
    }

    @Test
    void two_different_values_use_the_outer_ranks() {
        FeatureVector seldom = customer("1", 300, 1, 10);
        FeatureVector often = customer("5", 3, 9, 900);
        RfmSegmentation rfm = segmentation(seldom, seldom, seldom, seldom, often);
        assertTrue(rfm.scoreOf(seldom).orElseThrow().f()
                < rfm.scoreOf(often).orElseThrow().f());
        assertTrue(rfm.scoreOf(seldom).orElseThrow().r()
                <= rfm.scoreOf(often).orElseThrow().r());
    }

    @Test
    void every_contact_of_a_matrix_is_in_exactly_one_segment() {
        List<FeatureVector> contacts = java.util.stream.IntStream.range(0, 500)
                .mapToObj(i -> customer("c" + i, i * 7 % 400, i % 6, i * 31 % 977))
                .toList();
        RfmSegmentation rfm = segmentation(contacts.toArray(FeatureVector[]::new));
        Map<RfmSegment, Long> sizes =
                contacts.stream().collect(Collectors.groupingBy(rfm::segmentOf, Collectors.counting()));
        assertEquals(500, sizes.values().stream().mapToLong(Long::longValue).sum());
        assertEquals(84, sizes.get(RfmSegment.PROSPECTS));
    }

    @Test
    void refuses_ranks_outside_1_to_5() {
        assertThrows(SegcastException.class, () -> new RfmScore(0, 1, 1));
        assertThrows(SegcastException.class, () -> RfmGrid.usual(5).cell(1, 6));
    }

    private RfmSegmentation segmentation(FeatureVector... vectors) {
        return RfmSegmentation.of(VectorFixture.matrix(schema, List.of(vectors)));
    }

    private FeatureVector customer(String id, int days, int orders, double spent) {
        return VectorFixture.vector(
                schema, id, Map.of("days_since_last_order", days, "order_count", orders, "total_spent", spent));
    }
}
