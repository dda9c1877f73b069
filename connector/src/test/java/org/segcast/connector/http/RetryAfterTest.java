/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | PT7S",
                " 120 | PT2M",
                "Tue, 24 Nov 2026 10:00:30 GMT | PT30S",
                "Tue, 24 Nov 2026 09:59:00 GMT | PT0S",
                "soon | PT0S",
                "-5 | PT0S",
                "99999999999 | PT0S",
            })
    void both_forms_are_read_and_nonsense_asks_for_nothing(String header, Duration wait) {
        assertEquals(wait, RetryAfter.wait(Optional.of(header), NOW));
    }

    @Test
    void no_header_asks_for_nothing() {
        assertEquals(Duration.ZERO, RetryAfter.wait(Optional.empty(), NOW));
    }
}
