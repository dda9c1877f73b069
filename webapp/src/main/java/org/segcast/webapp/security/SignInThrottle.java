/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** After five failures in a row an account waits: 1 second, then twice as long with every failure, at most 5 minutes. */
@ApplicationScoped
public class SignInThrottle {
    private static final int FREE_FAILURES = 5;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MOST_NAMES = 10_000;

    private record Failures(int count, Instant waitUntil) {}

    private final Map<String, Failures> failures = new ConcurrentHashMap<>();

    public boolean mustWait(String name, Instant now) {
        Failures seen = failures.get(name);
        return seen != null && now.isBefore(seen.waitUntil());
    }

    void failed(String name, Instant now) {
        if (failures.size() >= MOST_NAMES) {
            failures.values().removeIf(seen -> seen.waitUntil().isBefore(now));
        }
        failures.merge(name, new Failures(1, now), (seen, first) -> next(seen, now));
    }

    void succeeded(String name) {
        failures.remove(name);
    }

    private static Failures next(Failures seen, Instant now) {
        int count = seen.count() + 1;
        if (count < FREE_FAILURES) {
            return new Failures(count, now);
        }
        Duration wait = Duration.ofSeconds(1L << Math.min(count - FREE_FAILURES, 20));
        return new Failures(count, now.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST));
    }
}
