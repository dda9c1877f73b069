/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/**
 * How many records to ask for at once: half as many when an answer took more than half the time-out, twice as many again when it took less than an
 * eighth, never more than wanted. A page that timed out, or is too long for this server, is asked for again with half its size.
 */
public final class PageSizing {
    private static final int SMALLEST = 50;
    private static final Set<ErrorCode> SMALLER_HELPS = Set.of(ErrorCode.TIMED_OUT, ErrorCode.ANSWER_TOO_LONG);

    private final Supplier<Instant> clock;
    private final Duration slow;
    private final Duration quick;
    private int most = Integer.MAX_VALUE;

    PageSizing(Supplier<Instant> clock, Duration timeout) {
        this.clock = clock;
        this.slow = timeout.dividedBy(2);
        this.quick = timeout.dividedBy(8);
    }

    /** @param page reads a page of at most this many records */
    public <T> T read(int wanted, IntFunction<T> page) {
        while (true) {
            int size = size(wanted);
            Instant start = clock.get();
            try {
                T read = page.apply(size);
                took(size, Duration.between(start, clock.get()));
                return read;
            } catch (SegcastException e) {
                if (!SMALLER_HELPS.contains(e.code()) || size <= SMALLEST) {
                    throw e;
                }
                shrink(size);
            }
        }
    }

    synchronized int size(int wanted) {
        return Math.min(wanted, most);
    }

    private synchronized void took(int size, Duration time) {
        if (time.compareTo(slow) > 0) {
            shrink(size);
        } else if (time.compareTo(quick) < 0 && most < Integer.MAX_VALUE / 2) {
            most = Math.max(most, 2 * size);
        }
    }

    private synchronized void shrink(int size) {
        most = Math.min(most, Math.max(SMALLEST, size / 2));
    }
}
