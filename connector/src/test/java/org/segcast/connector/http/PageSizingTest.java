/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

class PageSizingTest {
    private final SettableClock clock = new SettableClock("2026-11-24T10:00:00Z");
    private final PageSizing sizing = new PageSizing(clock::instant, Duration.ofSeconds(60));
    private final List<Integer> asked = new ArrayList<>();

    private void read(int wanted, int seconds) {
        sizing.read(wanted, size -> {
            asked.add(size);
            clock.advance(Duration.ofSeconds(seconds));
            return size;
        });
    }

    @Test
    void a_quick_host_gets_what_is_wanted() {
        read(5000, 1);
        read(5000, 29);
        read(5000, 1);
        assertEquals(List.of(5000, 5000, 5000), asked);
    }

    @Test
    void an_answer_near_the_time_out_halves_and_quick_ones_double_again() {
        read(5000, 31);
        read(5000, 40);
        read(5000, 20);
        read(5000, 2);
        read(5000, 2);
        read(5000, 2);
        assertEquals(List.of(5000, 2500, 1250, 1250, 2500, 5000), asked);
    }

    @Test
    void a_page_that_timed_out_is_asked_for_again_in_halves() {
        int read = sizing.read(5000, size -> {
            asked.add(size);
            if (size > 1000) {
                throw new SegcastException(ErrorCode.TIMED_OUT, "too slow");
            }
            return size;
        });
        assertEquals(625, read);
        assertEquals(List.of(5000, 2500, 1250, 625), asked);
    }

    @Test
    void the_smallest_page_that_times_out_ends_it() {
        assertThrows(
                SegcastException.class,
                () -> sizing.read(200, size -> {
                    asked.add(size);
                    throw new SegcastException(ErrorCode.TIMED_OUT, "too slow");
                }));
        assertEquals(List.of(200, 100, 50), asked);
    }

    @Test
    void other_failures_are_the_callers() {
        assertThrows(
                SegcastException.class,
                () -> sizing.read(200, size -> {
                    asked.add(size);
                    throw new SegcastException(ErrorCode.BUSY, "too many");
                }));
        assertEquals(List.of(200), asked);
    }
}
