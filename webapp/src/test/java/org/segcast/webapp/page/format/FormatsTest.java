/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-06-03T04:00:00Z"), BERLIN);
    private final Formats english = new Formats(Locale.US, BERLIN, CLOCK);
    private final Formats german = new Formats(Locale.GERMANY, BERLIN, CLOCK);
    private final Formats polish = new Formats(Locale.forLanguageTag("pl-PL"), BERLIN, CLOCK);

    @Test
    void writes_the_month_as_a_word_in_each_language() {
        LocalDate day = LocalDate.of(2024, 6, 3);

        assertEquals("3 June 2024", english.date(day));
        assertEquals("3. Juni 2024", german.date(day));
        assertEquals("3 czerwca 2024", polish.date(day));
    }

    @Test
    void says_today_and_yesterday_in_words() {
        assertEquals("today", english.day(LocalDate.of(2025, 6, 3)));
        assertEquals("yesterday", english.day(LocalDate.of(2025, 6, 2)));
        assertEquals("1 June 2025", english.day(LocalDate.of(2025, 6, 1)));
        assertEquals("–", english.maybeDay(Optional.empty()));
    }

    @Test
    void takes_the_readers_zone_for_what_today_is() {
        Formats tokyo = new Formats(Locale.UK, ZoneId.of("Asia/Tokyo"), CLOCK);

        assertEquals("today, 06:00", english.moment(Instant.parse("2025-06-03T04:00:00Z")));
        assertEquals("yesterday, 22:30", tokyo.moment(Instant.parse("2025-06-02T13:30:00Z")));
    }

    @Test
    void writes_money_without_cents_from_a_hundred_up() {
        assertEquals("€4,354,600", english.money(4_354_600.4, "EUR"));
        assertEquals("€99.50", english.money(99.5, "EUR"));
        assertEquals("€0", english.money(0, "EUR"));
        assertEquals("€1,112.35", english.exactMoney(1_112.35, "EUR"));
        assertEquals("4.354.600\u00a0€", german.money(4_354_600, "EUR"));
        assertEquals("1,112 points", english.money(1_112, "points"));
    }

    @Test
    void writes_a_real_minus_and_none_before_zero() {
        assertEquals("−690", english.signed(-690));
        assertEquals("+845", english.signed(845));
        assertEquals("0", english.signed(0));
        assertEquals("0", english.signed(-0L));
        assertEquals("−€102", english.signedMoney(-102, "EUR"));
        assertEquals("–", english.change(OptionalLong.empty()));
    }

    @Test
    void writes_shares_with_one_decimal_and_a_share_of_nothing_as_missing() {
        assertEquals("13.9%", english.percent(0.1386));
        assertEquals("13,9\u00a0%", german.percent(0.1386));
        assertEquals("–", english.share(0, 0));
        assertEquals("+2.4%", english.signedPercent(0.024));
    }

    @Test
    void writes_a_chance_without_decimals_and_never_as_zero_while_there_is_one() {
        assertEquals("41%", english.chance(0.412));
        assertEquals("<1%", english.chance(0.002));
        assertEquals("0%", english.chance(0));
        assertEquals("–", english.maybeChance(OptionalDouble.empty()));
    }

    @Test
    void joins_numbers_with_the_right_noun() {
        assertEquals("1 customer", english.of(1, "customer", "customers"));
        assertEquals("0 customers", english.of(0, "customer", "customers"));
        assertEquals("1,613 customers", english.of(1_613, "customer", "customers"));
    }

    @Test
    void writes_durations_as_people_say_them() {
        assertEquals("under 1 s", english.duration(Duration.ofMillis(400)));
        assertEquals("38 s", english.duration(Duration.ofSeconds(38)));
        assertEquals("11 min 7 s", english.duration(Duration.ofSeconds(667)));
        assertEquals("2 h 5 min", english.duration(Duration.ofMinutes(125)));
    }

    @Test
    void names_the_weekday_of_a_planned_start() {
        assertEquals("Wednesday 4 June 2025, 03:00", english.start(ZonedDateTime.of(2025, 6, 4, 3, 0, 0, 0, BERLIN)));
    }

    @Test
    void an_id_of_any_characters_survives_an_address() {
        assertEquals("A%2B1%26x+y", english.parameter("A+1&x y"));
    }
}
