/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ParallelLimitTest {
    private static final Duration SLOW = Duration.ofSeconds(15);

    private final ParallelLimit limit = new ParallelLimit(4, SLOW);
    private Instant now = Instant.parse("2026-11-24T10:00:00Z");

    private void answered(Duration time, boolean failed) throws InterruptedException {
        limit.enter();
        Instant start = now;
        now = now.plus(time);
        limit.left(start, now, failed);
    }

    private void quick(int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            answered(Duration.ofMillis(50), false);
        }
    }

    @Test
    void quick_answers_allow_more_up_to_the_most() throws InterruptedException {
        assertEquals(2, limit.now());
        quick(3);
        assertEquals(3, limit.now());
        quick(100);
        assertEquals(4, limit.now());
    }

    @Test
    void a_slow_answer_halves_and_a_failed_one_too_but_one_is_always_left() throws InterruptedException {
        quick(100);
        answered(SLOW, false);
        assertEquals(2, limit.now());
        now = now.plusSeconds(1);
        answered(Duration.ofMillis(5), true);
        assertEquals(1, limit.now());
        now = now.plusSeconds(1);
        answered(SLOW, true);
        assertEquals(1, limit.now());
        quick(2);
        assertEquals(2, limit.now());
    }

    @Test
    void slow_answers_to_requests_that_were_under_way_together_halve_once() throws InterruptedException {
        quick(100);
        Instant start = now;
        for (int i = 0; i < 4; i++) {
            limit.enter();
        }
        now = now.plus(SLOW);
        for (int i = 0; i < 4; i++) {
            limit.left(start, now, false);
        }
        assertEquals(2, limit.now());
    }

    @Test
    void who_finds_no_place_waits_until_one_is_left() throws InterruptedException {
        limit.enter();
        limit.enter();
        CountDownLatch third = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            try {
                limit.enter();
                third.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        assertFalse(third.await(100, TimeUnit.MILLISECONDS));
        limit.left(now, now.plusMillis(1), false);
        assertTrue(third.await(5, TimeUnit.SECONDS));
    }
}
