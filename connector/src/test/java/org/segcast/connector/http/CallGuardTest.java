/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

class CallGuardTest {
    private static final HttpWords WORDS =
            new HttpWords("Some CRM", URI.create("https://crm.example"), "segcast.some.request-timeout");

    private final SettableClock clock = new SettableClock("2026-11-24T10:00:00Z");
    private final List<Duration> waits = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private ErrorCode trouble = ErrorCode.BUSY;
    private Duration askedWait = Duration.ZERO;
    private boolean broken = true;

    private CallGuard guard(int attempts, Optional<BusinessHours> hours) {
        HttpPolicy policy = new HttpPolicy(Duration.ofSeconds(5), Duration.ofSeconds(60), attempts, 4, hours);
        return new CallGuard(policy, clock, () -> 0, time -> {
            waits.add(time);
            clock.advance(time);
        });
    }

    private final Supplier<HttpAttempt<String>> host = () -> {
        asked.incrementAndGet();
        return broken
                ? new HttpAttempt.Failed<>(new SegcastException(trouble, "no"), askedWait)
                : new HttpAttempt.Answered<>("yes");
    };

    private SegcastException failure(CallGuard guard) {
        return assertThrows(SegcastException.class, () -> guard.call(WORDS, host));
    }

    /** Fails often enough to be left alone. */
    private CallGuard opened() {
        CallGuard guard = guard(1, Optional.empty());
        for (int i = 0; i < 8; i++) {
            failure(guard);
        }
        assertEquals(8, asked.get());
        return guard;
    }

    @Test
    void waits_double_and_end() {
        failure(guard(4, Optional.empty()));
        assertEquals(List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2)), waits);
    }

    @Test
    void only_what_time_mends_is_tried_again() {
        for (ErrorCode code : ErrorCode.values()) {
            asked.set(0);
            trouble = code;
            failure(guard(2, Optional.empty()));
            assertEquals(code.kind() == SegcastException.Kind.TRANSIENT ? 2 : 1, asked.get(), code.name());
        }
    }

    @Test
    void a_time_out_is_tried_once_more_only() {
        trouble = ErrorCode.TIMED_OUT;
        failure(guard(4, Optional.empty()));
        assertEquals(2, asked.get());
    }

    @Test
    void a_host_that_fails_eight_times_in_a_row_is_left_alone_and_the_answer_says_until_when() {
        CallGuard guard = opened();
        SegcastException at_once = failure(guard);
        assertEquals(8, asked.get(), "the host was not asked");
        assertEquals(ErrorCode.BUSY, at_once.code());
        assertEquals(
                "Some CRM at https://crm.example failed again and again or asked for a rest: Segcast leaves it alone until "
                        + "2026-11-24T10:00:30Z, then tries it again",
                at_once.getMessage());
    }

    @Test
    void after_the_rest_one_call_tries_and_its_success_lets_all_through() {
        CallGuard guard = opened();
        clock.advance(Duration.ofSeconds(30));
        broken = false;
        assertEquals("yes", guard.call(WORDS, host));
        assertEquals("yes", guard.call(WORDS, host));
        broken = true;
        failure(guard);
        assertEquals(11, asked.get(), "one failure is none in a row");
        broken = false;
        assertEquals("yes", guard.call(WORDS, host));
    }

    @Test
    void a_failed_try_after_the_rest_begins_another_rest() {
        CallGuard guard = opened();
        clock.advance(Duration.ofSeconds(30));
        failure(guard);
        assertEquals(9, asked.get(), "one call tried");
        assertTrue(failure(guard).getMessage().contains("10:01:00Z"));
        assertEquals(9, asked.get());
    }

    @Test
    void while_one_call_tries_the_others_are_answered_at_once() {
        CallGuard guard = opened();
        clock.advance(Duration.ofSeconds(30));
        broken = false;
        guard.call(WORDS, () -> {
            failure(guard);
            return host.get();
        });
        assertEquals(9, asked.get());
    }

    @Test
    void a_try_that_somebody_stopped_leaves_the_way_free_for_the_next() {
        CallGuard guard = opened();
        clock.advance(Duration.ofSeconds(30));
        assertThrows(
                CancellationException.class,
                () -> guard.call(WORDS, () -> {
                    throw new CancellationException("stopped");
                }));
        broken = false;
        assertEquals("yes", guard.call(WORDS, host));
    }

    @Test
    void a_person_who_tests_is_let_through_and_its_success_closes_the_breaker() {
        CallGuard guard = opened();
        broken = false;
        assertEquals("yes", guard.once(WORDS, host));
        assertEquals("yes", guard.call(WORDS, host));
    }

    @Test
    void what_the_admin_must_mend_does_not_open_the_breaker() {
        trouble = ErrorCode.LOGIN_REFUSED;
        CallGuard guard = guard(1, Optional.empty());
        for (int i = 0; i < 20; i++) {
            failure(guard);
        }
        assertEquals(20, asked.get());
    }

    @Test
    void a_rest_of_an_hour_that_the_host_asked_for_is_told_at_once_and_kept() {
        askedWait = Duration.ofHours(1);
        CallGuard guard = guard(4, Optional.empty());
        failure(guard);
        assertEquals(1, asked.get());
        clock.advance(Duration.ofMinutes(59));
        assertTrue(failure(guard).getMessage().contains("2026-11-24T11:00:00Z"));
        assertEquals(1, asked.get());
        clock.advance(Duration.ofMinutes(1));
        broken = false;
        assertEquals("yes", guard.call(WORDS, host));
    }

    @Test
    void a_rest_of_45_seconds_is_waited_out() {
        askedWait = Duration.ofSeconds(45);
        CallGuard guard = guard(2, Optional.empty());
        failure(guard);
        assertEquals(List.of(Duration.ofSeconds(45)), waits);
        assertEquals(2, asked.get());
    }

    @Test
    void calls_in_business_hours_are_spaced_out() {
        broken = false;
        CallGuard guard = guard(1, Optional.of(BusinessHours.of("08:00-18:00 UTC", Duration.ofSeconds(2))));
        guard.call(WORDS, host);
        guard.call(WORDS, host);
        assertEquals(List.of(Duration.ofSeconds(2)), waits);
    }

    @Test
    void a_stopped_wait_is_a_stop_and_the_thread_stays_interrupted() {
        HttpPolicy policy = new HttpPolicy(Duration.ofSeconds(5), Duration.ofSeconds(60), 2, 4, Optional.empty());
        CallGuard guard = new CallGuard(policy, clock, () -> 0, time -> {
            throw new InterruptedException();
        });
        assertThrows(CancellationException.class, () -> guard.call(WORDS, host));
        assertTrue(Thread.interrupted());
        assertFalse(Thread.currentThread().isInterrupted());
    }
}
