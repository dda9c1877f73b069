/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Leaves a host alone that fails again and again. Closed: calls go through. Open: they are answered at once, until the rest is over. Half-open: one
 * call is let through to try; its success closes, its failure opens again.
 */
final class CircuitBreaker {
    private final int failures;
    private final Duration rest;
    private int inRow;
    private Optional<Instant> openUntil = Optional.empty();
    private boolean probing;

    /** @param failures how many in a row open it */
    CircuitBreaker(int failures, Duration rest) {
        this.failures = failures;
        this.rest = rest;
    }

    /** Empty where the call may go; else when the next one may try. */
    synchronized Optional<Instant> refused(Instant now) {
        if (openUntil.isEmpty()) {
            return Optional.empty();
        }
        if (openUntil.get().isAfter(now)) {
            return openUntil;
        }
        if (probing) {
            return Optional.of(now.plus(rest));
        }
        probing = true;
        return Optional.empty();
    }

    synchronized void succeeded() {
        inRow = 0;
        probing = false;
        openUntil = Optional.empty();
    }

    /** @param askedWait what the host itself asked for; a longer one than ours is kept to */
    synchronized void failed(Instant now, Duration askedWait) {
        inRow++;
        if (probing || inRow >= failures || askedWait.compareTo(rest) > 0) {
            openUntil = Optional.of(now.plus(askedWait.compareTo(rest) > 0 ? askedWait : rest));
        }
        probing = false;
    }

    /** The call ended with neither: somebody stopped it. */
    synchronized void abandoned() {
        probing = false;
    }
}
