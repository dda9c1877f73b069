/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessHoursTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static boolean inside(String hours, String moment) {
        return BusinessHours.of(hours, SECOND).contain(Instant.parse(moment));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T06:59:59Z, false",
        "2026-11-24T07:00:00Z, true",
        "2026-11-24T16:59:59Z, true",
        "2026-11-24T17:00:00Z, false",
    })
    void hours_are_those_of_the_zones_own_clocks(String moment, boolean inside) {
        assertEquals(inside, inside("08:00-18:00 Europe/Berlin", moment));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T20:59:59Z, false",
        "2026-11-24T21:00:00Z, true",
        "2026-11-24T23:30:00Z, true",
        "2026-11-25T04:59:59Z, true",
        "2026-11-25T05:00:00Z, false",
    })
    void hours_may_go_over_midnight(String moment, boolean inside) {
        assertEquals(inside, inside("22:00-06:00 Europe/Berlin", moment));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28T07:30:00Z, true", // 8:30, the day before the clocks go forward
        "2026-03-29T06:00:00Z, true", // 8:00 in summer time
        "2026-03-29T05:59:59Z, false",
        "2026-10-24T06:00:00Z, true", // 8:00, the day before they go back
        "2026-10-25T06:59:59Z, false", // 7:59:59 in winter time
        "2026-10-25T07:00:00Z, true",
    })
    void hours_follow_summer_time(String moment, boolean inside) {
        assertEquals(inside, inside("08:00-18:00 Europe/Berlin", moment));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T00:59:59Z, false", // 1:59:59
        "2026-03-29T01:00:00Z, true", // 3:00: 2:30 does not exist that night
        "2026-10-25T00:45:00Z, true", // 2:45 the first time
        "2026-10-25T01:15:00Z, false", // 2:15 again
        "2026-10-25T01:45:00Z, true", // 2:45 again
    })
    void a_boundary_inside_the_change_of_clocks_is_what_the_clocks_show(String moment, boolean inside) {
        assertEquals(inside, inside("02:30-04:00 Europe/Berlin", moment));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "8-18 Europe/Berlin",
                "08:00-18:00",
                "08:00-18:00 Europe/Atlantis",
                "08:00-29:00 UTC",
                "08:00-08:00 UTC"
            })
    void anything_else_is_refused(String hours) {
        assertThrows(IllegalArgumentException.class, () -> BusinessHours.of(hours, SECOND));
    }

    @Test
    void calls_keep_the_pause_after_the_start_and_the_end_of_the_one_before() {
        CallSpacing spacing = new CallSpacing(
                Optional.of(new BusinessHours(LocalTime.of(8, 0), LocalTime.of(18, 0), ZoneId.of("UTC"), SECOND)));
        Instant nine = Instant.parse("2026-11-24T09:00:00Z");
        assertEquals(Duration.ZERO, spacing.next(nine));
        assertEquals(SECOND, spacing.next(nine), "the second at the same moment");
        assertEquals(SECOND.multipliedBy(2), spacing.next(nine), "the third");
        spacing.ended(nine.plusSeconds(10));
        assertEquals(SECOND, spacing.next(nine.plusSeconds(10)));
        assertEquals(Duration.ZERO, spacing.next(nine.plusSeconds(60)));
    }

    @Test
    void outside_business_hours_nothing_waits() {
        CallSpacing spacing = new CallSpacing(Optional.of(BusinessHours.of("08:00-18:00 UTC", SECOND)));
        Instant night = Instant.parse("2026-11-24T18:00:00Z");
        assertEquals(Duration.ZERO, spacing.next(night));
        assertEquals(Duration.ZERO, spacing.next(night));
    }
}
