/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads the header {@code Retry-After} in both its forms: seconds, or a date (RFC 9110, 10.2.3). */
final class RetryAfter {
    private RetryAfter() {}

    /** Zero where the header is missing, unreadable or past. */
    static Duration wait(Optional<String> header, Instant now) {
        String text = header.map(String::strip).orElse("");
        if (text.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        return HttpAnswer.instant(text)
                .filter(then -> then.isAfter(now))
                .map(then -> Duration.between(now, then))
                .orElse(Duration.ZERO);
    }
}
