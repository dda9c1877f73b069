/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/**
 * Stands before all calls to one host and knows how the host is: spaces calls out in business hours, lets only as many run at once as the host bears,
 * tries again what time mends, and leaves a host alone that fails again and again. One guard per host, shared by all who call it.
 *
 * <p>Why not MicroProfile Fault Tolerance: its breaker belongs to a method, not to a host, and its delays are fixed before the call; see
 * docs/decisions.
 */
public final class CallGuard {
    private static final int FAILURES = 8;
    private static final Duration REST = Duration.ofSeconds(30);
    private static final int SLOW_PART = 4;

    private final HttpPolicy policy;
    private final Clock clock;
    private final HttpPause pause;
    private final HttpRetry retry;
    private final CircuitBreaker breaker = new CircuitBreaker(FAILURES, REST);
    private final CallSpacing spacing;
    private final ParallelLimit parallel;

    /**
     * @param jitter 0 to 1, evenly spread; shortens the waits between attempts
     * @param pause waits, {@link HttpPause#SLEEP} outside tests
     */
    public CallGuard(HttpPolicy policy, Clock clock, DoubleSupplier jitter, HttpPause pause) {
        this.policy = Objects.requireNonNull(policy, "policy");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.pause = Objects.requireNonNull(pause, "pause");
        this.retry = new HttpRetry(policy.attempts(), Objects.requireNonNull(jitter, "jitter"));
        this.spacing = new CallSpacing(policy.businessHours());
        this.parallel =
                new ParallelLimit(policy.parallel(), policy.requestTimeout().dividedBy(SLOW_PART));
    }

    public HttpPolicy policy() {
        return policy;
    }

    Instant now() {
        return clock.instant();
    }

    /** @throws SegcastException why the last attempt failed; BUSY at once where the host is left alone for now */
    <T> T call(HttpWords words, Supplier<HttpAttempt<T>> request) {
        for (int attempt = 1; ; attempt++) {
            breaker.refused(now()).ifPresent(until -> {
                throw new SegcastException(ErrorCode.BUSY, leftAlone(words, until));
            });
            HttpAttempt<T> outcome = attempt(words, request);
            if (outcome instanceof HttpAttempt.Answered<T> answered) {
                return answered.value();
            }
            HttpAttempt.Failed<T> failed = (HttpAttempt.Failed<T>) outcome;
            Duration wait = retry.wait(attempt, failed).orElseThrow(failed::why);
            waitFor(wait, words);
        }
    }

    /** One attempt, even at a host that is left alone: for a person who waits for the answer. */
    <T> T once(HttpWords words, Supplier<HttpAttempt<T>> request) {
        HttpAttempt<T> outcome = attempt(words, request);
        if (outcome instanceof HttpAttempt.Answered<T> answered) {
            return answered.value();
        }
        throw ((HttpAttempt.Failed<T>) outcome).why();
    }

    private <T> HttpAttempt<T> attempt(HttpWords words, Supplier<HttpAttempt<T>> request) {
        Optional<HttpAttempt<T>> outcome = Optional.empty();
        try {
            waitFor(spacing.next(now()), words);
            parallel.enter();
            Instant start = now();
            try {
                outcome = Optional.of(request.get());
                return outcome.get();
            } finally {
                spacing.ended(now());
                parallel.left(start, now(), outcome.filter(CallGuard::passing).isPresent());
            }
        } catch (InterruptedException e) {
            throw stopped(words);
        } finally {
            outcome.ifPresentOrElse(this::judge, breaker::abandoned);
        }
    }

    private void judge(HttpAttempt<?> outcome) {
        if (outcome instanceof HttpAttempt.Failed<?> failed && failed.passing()) {
            breaker.failed(now(), failed.askedWait());
        } else {
            breaker.succeeded();
        }
    }

    private static boolean passing(HttpAttempt<?> outcome) {
        return outcome instanceof HttpAttempt.Failed<?> failed && failed.passing();
    }

    private void waitFor(Duration time, HttpWords words) {
        if (time.isZero()) {
            return;
        }
        try {
            pause.pause(time);
        } catch (InterruptedException e) {
            throw stopped(words);
        }
    }

    static CancellationException stopped(HttpWords words) {
        Thread.currentThread().interrupt();
        return new CancellationException("stopped while waiting for " + words.crm());
    }

    private static String leftAlone(HttpWords words, Instant until) {
        return words.place() + " failed again and again or asked for a rest: Segcast leaves it alone until "
                + until.truncatedTo(ChronoUnit.SECONDS) + ", then tries it again";
    }
}
