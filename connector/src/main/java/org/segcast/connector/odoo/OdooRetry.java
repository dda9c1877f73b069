/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.segcast.connector.spi.SegcastException;

/**
 * Tries a call again while its failure is transient: waits 0.5 s, 1 s, 2 s, ... each shortened by up to half at random, never less than the
 * server asked for, never more than a minute.
 *
 * @param jitter 0 to 1, evenly spread
 */
record OdooRetry(int attempts, DoubleSupplier jitter, OdooPause pause) {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    OdooRetry {
        Objects.requireNonNull(jitter, "jitter");
        Objects.requireNonNull(pause, "pause");
    }

    OdooRetry once() {
        return new OdooRetry(1, jitter, pause);
    }

    JsonValue call(Supplier<OdooAttempt> request) {
        for (int attempt = 1; ; attempt++) {
            OdooAttempt outcome = request.get();
            if (outcome instanceof OdooAttempt.Answered answered) {
                return answered.value();
            }
            OdooAttempt.Failed failed = (OdooAttempt.Failed) outcome;
            boolean tooLong = failed.askedWait().compareTo(LONGEST) > 0;
            if (failed.why().kind() != SegcastException.Kind.TRANSIENT || attempt >= attempts || tooLong) {
                throw failed.why();
            }
            waitFor(backoff(attempt, failed.askedWait()));
        }
    }

    private Duration backoff(int attempt, Duration asked) {
        long full = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(attempt - 1, 10));
        Duration own = Duration.ofMillis(Math.round(full * (1 - jitter.getAsDouble() / 2)));
        return own.compareTo(asked) < 0 ? asked : own;
    }

    private void waitFor(Duration time) {
        try {
            pause.pause(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped while waiting for Odoo");
        }
    }
}
