/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Keeps calls of all threads apart in business hours: at least the pause after the start and the end of the call before. */
final class CallSpacing {
    private final Optional<BusinessHours> hours;
    private Instant free = Instant.MIN;

    CallSpacing(Optional<BusinessHours> hours) {
        this.hours = hours;
    }

    /** Takes the next place in the row. @return how long the call has to wait for it */
    synchronized Duration next(Instant now) {
        Optional<BusinessHours> inside = hours.filter(found -> found.contain(now));
        if (inside.isEmpty()) {
            return Duration.ZERO;
        }
        Instant start = free.isAfter(now) ? free : now;
        free = start.plus(inside.get().pause());
        return Duration.between(now, start);
    }

    synchronized void ended(Instant now) {
        hours.map(found -> now.plus(found.pause())).filter(free::isBefore).ifPresent(later -> free = later);
    }
}
