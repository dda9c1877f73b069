/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what happens elsewhere: looks again and again until it is so, or the time is over. The only place where tests sleep. */
public final class Patience {
    private static final Duration STEP = Duration.ofMillis(50);
    private static final Duration CALM_STEP = Duration.ofMillis(250);

    private Patience() {}

    /** @return what was seen when it was good */
    public static <T> T until(String what, Duration limit, Supplier<T> look, Predicate<T> good) {
        return until(what, limit, STEP, look, good);
    }

    /** For what takes seconds of the machine on which each look costs, too. */
    static <T> T calmlyUntil(String what, Duration limit, Supplier<T> look, Predicate<T> good) {
        return until(what, limit, CALM_STEP, look, good);
    }

    private static <T> T until(String what, Duration limit, Duration step, Supplier<T> look, Predicate<T> good) {
        long end = System.nanoTime() + limit.toNanos();
        T seen = look.get();
        while (!good.test(seen)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited " + limit.toSeconds() + " s for " + what + ", last saw: " + seen);
            }
            pause(step);
            seen = look.get();
        }
        return seen;
    }

    private static void pause(Duration step) {
        try {
            Thread.sleep(step.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", stopped);
        }
    }
}
