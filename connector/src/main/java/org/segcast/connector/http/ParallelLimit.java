/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.http;

import java.time.Duration;
import java.time.Instant;

/**
 * How many requests may be under way at once, found by additive increase and multiplicative decrease, as TCP finds its window (Chiu and Jain 1989):
 * each round of quick answers allows one more, a slow or failed one halves. A burst of slow answers to requests that were already on their way halves
 * once only.
 */
final class ParallelLimit {
    private static final int FIRST = 2;

    private final int most;
    private final Duration slow;
    private double limit;
    private int running;
    private Instant lastCut = Instant.MIN;

    /** @param slow an answer that takes this long is a sign of too much load */
    ParallelLimit(int most, Duration slow) {
        this.most = most;
        this.slow = slow;
        this.limit = Math.min(FIRST, most);
    }

    synchronized void enter() throws InterruptedException {
        while (running >= now()) {
            wait();
        }
        running++;
    }

    synchronized void left(Instant start, Instant end, boolean failed) {
        running--;
        boolean strained = failed || Duration.between(start, end).compareTo(slow) >= 0;
        if (!strained) {
            limit = Math.min(most, limit + 1 / limit);
        } else if (start.isAfter(lastCut)) {
            limit = Math.max(1, limit / 2);
            lastCut = end;
        }
        notifyAll();
    }

    synchronized int now() {
        return (int) limit;
    }
}
