/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hours of each day in which people work in the CRM, by their own clocks; over midnight where {@code from} is the later one.
 *
 * @param from the first moment inside
 * @param to the first moment outside again
 * @param pause between two calls inside these hours
 */
public record BusinessHours(LocalTime from, LocalTime to, ZoneId zone, Duration pause) {
    private static final Pattern HOURS = Pattern.compile("([0-2][0-9]:[0-5][0-9])-([0-2][0-9]:[0-5][0-9]) +(\\S+)");

    public BusinessHours {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(zone, "zone");
        if (from.equals(to)) {
            throw new IllegalArgumentException("hours from " + from + " to " + to + ", expected two different times");
        }
        if (pause.isNegative()) {
            throw new IllegalArgumentException("pause " + pause + ", expected none or a positive one");
        }
    }

    /**
     * @param hours such as {@code 08:00-18:00 Europe/Berlin}
     * @throws IllegalArgumentException where the text is anything else
     */
    public static BusinessHours of(String hours, Duration pause) {
        Matcher parts = HOURS.matcher(hours.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("expected hours such as 08:00-18:00 Europe/Berlin");
        }
        try {
            return new BusinessHours(
                    LocalTime.parse(parts.group(1)), LocalTime.parse(parts.group(2)), ZoneId.of(parts.group(3)), pause);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such time or zone", e);
        }
    }

    boolean contain(Instant moment) {
        LocalTime time = moment.atZone(zone).toLocalTime();
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(to);
        return from.isBefore(to) ? begun && !over : begun || !over;
    }
}
