/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.http;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.segcast.connector.spi.ErrorCode;

/**
 * When a failed call is tried again: only where the failure is transient; after 0.5 s, 1 s, 2 s, ... each shortened by up to half at random, never
 * sooner than the server asked for. A server that asks for more than a minute is told about instead, and one that timed out is tried once more only:
 * it may still be at work on the first request.
 *
 * @param jitter 0 to 1, evenly spread
 */
record HttpRetry(int attempts, DoubleSupplier jitter) {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int AFTER_TIME_OUT = 2;

    /** How long to wait before the next attempt; empty where there is none. */
    Optional<Duration> wait(int attempt, HttpAttempt.Failed<?> failed) {
        int most = failed.why().code() == ErrorCode.TIMED_OUT ? Math.min(attempts, AFTER_TIME_OUT) : attempts;
        boolean over =
                !failed.passing() || attempt >= most || failed.askedWait().compareTo(LONGEST) > 0;
        return over ? Optional.empty() : Optional.of(backoff(attempt, failed.askedWait()));
    }

    private Duration backoff(int attempt, Duration asked) {
        long full = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(attempt - 1, 10));
        Duration own = Duration.ofMillis(Math.round(full * (1 - jitter.getAsDouble() / 2)));
        return own.compareTo(asked) < 0 ? asked : own;
    }
}
