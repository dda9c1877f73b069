/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Lets somebody fail some times, then makes them wait: 1 second, twice as long with every further failure, at most 5 minutes. */
final class FailureBrake<K> {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int MOST_KEYS = 10_000;

    private record Failures(int count, Instant last, Instant waitUntil) {}

    private final int free;
    private final Map<K, Failures> failures = new ConcurrentHashMap<>();

    /** @param free the failure that begins the waiting */
    FailureBrake(int free) {
        this.free = free;
    }

    boolean mustWait(K who, Instant now) {
        Failures seen = failures.get(who);
        return seen != null && now.isBefore(seen.waitUntil());
    }

    void failed(K who, Instant now) {
        if (failures.size() >= MOST_KEYS) {
            failures.values().removeIf(seen -> seen.waitUntil().isBefore(now));
        }
        failures.merge(
                who, new Failures(1, now, now), (seen, first) -> isForgotten(seen, now) ? first : next(seen, now));
    }

    void forget(K who) {
        failures.remove(who);
    }

    private static boolean isForgotten(Failures seen, Instant now) {
        return seen.last().plus(FORGOTTEN_AFTER).isBefore(now);
    }

    private Failures next(Failures seen, Instant now) {
        int count = seen.count() + 1;
        if (count < free) {
            return new Failures(count, now, now);
        }
        Duration wait = Duration.ofSeconds(1L << Math.min(count - free, 20));
        return new Failures(count, now, now.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST));
    }
}
