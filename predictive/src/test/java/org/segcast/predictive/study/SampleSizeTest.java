/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.SegcastException;

class SampleSizeTest {
    private static final SampleSize USUAL = new SampleSize(Confidence.PERCENT_95, 5);

    /** 1.96 squared / (4 * 0.05 squared) = 384.16; / (1 + 383.16 / N) = 384.01 and 277.74. */
    @Test
    void a_million_need_385_and_a_thousand_278_at_95_percent_and_5_points() {
        assertEquals(385, USUAL.of(1_000_000));
        assertEquals(278, USUAL.of(1_000));
    }

    @Test
    void few_people_are_all_asked_and_nobody_of_nobody() {
        assertEquals(1, USUAL.of(1));
        assertEquals(10, USUAL.of(10));
        assertEquals(0, USUAL.of(0));
    }

    @Test
    void a_margin_of_nothing_or_of_no_number_is_refused() {
        assertThrows(SegcastException.class, () -> new SampleSize(Confidence.PERCENT_90, 0));
        assertThrows(SegcastException.class, () -> new SampleSize(Confidence.PERCENT_90, Double.NaN));
    }

    @Test
    void largest_remainders_get_what_is_left() {
        assertEquals(Map.of("a", 5L, "b", 3L, "c", 2L), Allocation.of(Map.of("a", 47L, "b", 33L, "c", 20L), 10));
    }

    @Test
    void a_tiny_stratum_gets_one_and_the_large_one_gives_it() {
        assertEquals(
                Map.of("huge", 8L, "tiny", 1L, "wee", 1L),
                Allocation.of(Map.of("huge", 998L, "tiny", 1L, "wee", 1L), 10));
    }

    @Test
    void a_sample_smaller_than_the_strata_leaves_some_out_and_an_empty_one_gets_nobody() {
        assertEquals(Map.of("a", 1L, "b", 1L, "c", 0L), Allocation.of(Map.of("a", 9L, "b", 9L, "c", 9L), 2));
        assertEquals(Map.of("a", 4L, "none", 0L), Allocation.of(Map.of("a", 9L, "none", 0L), 4));
    }

    @Test
    void more_people_than_there_are_cannot_be_shared_out() {
        assertThrows(SegcastException.class, () -> Allocation.of(Map.of("a", 9L), 10));
    }
}
