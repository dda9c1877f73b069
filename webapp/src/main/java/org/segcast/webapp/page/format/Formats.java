/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.format;

import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.Temporal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Writes figures and dates for one reader: language, zone and "today" come from outside. Missing is a dash, never 0. */
public class Formats {
    /** What stands where a figure is missing. */
    public static final String MISSING = "–";

    private static final double NO_CENTS_FROM = 100;

    private final Locale locale;
    private final ZoneId zone;
    private final Clock clock;

    public Formats(Locale locale, ZoneId zone, Clock clock) {
        this.locale = "en".equals(locale.getLanguage()) ? Locale.UK : locale;
        this.zone = zone;
        this.clock = clock;
    }

    /** For the container's proxies only. */
    protected Formats() {
        this(Locale.UK, ZoneOffset.UTC, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    public String count(long number) {
        return real(NumberFormat.getIntegerInstance(locale).format(number));
    }

    /** A number with its noun, such as {@code 1 customer} or {@code 1,613 customers}. */
    public String of(long number, String one, String many) {
        return count(number) + ' ' + (number == 1 ? one : many);
    }

    /** A change with its sign; 0 has none. */
    public String signed(long change) {
        return change > 0 ? '+' + count(change) : count(change);
    }

    public String change(OptionalLong change) {
        return change.isPresent() ? signed(change.getAsLong()) : MISSING;
    }

    /** @param share 0 to 1, written with one decimal */
    public String percent(double share) {
        return Double.isFinite(share) ? percent(share, 1) : MISSING;
    }

    /** @param part of {@code whole}; a share of nothing is missing */
    public String share(double part, double whole) {
        return whole == 0 ? MISSING : percent(part / whole);
    }

    public String signedPercent(double share) {
        return share > 0 ? '+' + percent(share) : percent(share);
    }

    /** A probability, without decimals: more would promise too much. */
    public String chance(double probability) {
        double shown = probability > 0 && probability < 0.01 ? 0.01 : probability;
        return (probability > 0 && probability < 0.01 ? "<" : "") + percent(shown, 0);
    }

    public String maybeChance(OptionalDouble probability) {
        return probability.isPresent() ? chance(probability.getAsDouble()) : MISSING;
    }

    public String decimal(double number, int digits) {
        if (!Double.isFinite(number)) {
            return MISSING;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return real(format.format(number));
    }

    /** A ratio, such as {@code 2.9×}. */
    public String times(double ratio) {
        return decimal(ratio, 1) + '×';
    }

    /** Without cents from 100 up, as overviews need it. */
    public String money(double amount, String currency) {
        return money(amount, currency, Math.abs(amount) >= NO_CENTS_FROM || amount == 0);
    }

    public String signedMoney(double amount, String currency) {
        return amount > 0 ? '+' + money(amount, currency) : money(amount, currency);
    }

    /** To the cent, as one contact's orders need it. */
    public String exactMoney(double amount, String currency) {
        return money(amount, currency, false);
    }

    /** Where the reader is. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** Today and yesterday in words, otherwise with the month as a word. */
    public String day(LocalDate date) {
        LocalDate today = today();
        if (date.equals(today)) {
            return "today";
        }
        return date.equals(today.minusDays(1)) ? "yesterday" : date(date);
    }

    public String maybeDay(Optional<LocalDate> date) {
        return date.map(this::day).orElse(MISSING);
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(date);
    }

    /** Month and year, for axes. */
    public String month(LocalDate date) {
        return DateTimeFormatter.ofPattern("LLL yyyy", locale).format(date);
    }

    /** A moment in the reader's zone. */
    public String moment(Instant instant) {
        ZonedDateTime there = instant.atZone(zone);
        return day(there.toLocalDate()) + ", " + time(there);
    }

    /** A start in its own zone, with the weekday. */
    public String start(ZonedDateTime start) {
        return DateTimeFormatter.ofPattern("EEEE", locale).format(start) + ' ' + date(start.toLocalDate()) + ", "
                + time(start);
    }

    public String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 1) {
            return "under 1 s";
        }
        if (seconds < 60) {
            return count(seconds) + " s";
        }
        return seconds < 3_600
                ? count(seconds / 60) + " min " + seconds % 60 + " s"
                : count(seconds / 3_600) + " h " + seconds % 3_600 / 60 + " min";
    }

    public String maybeDuration(Optional<Duration> duration) {
        return duration.map(this::duration).orElse("");
    }

    /** A text that may be missing. */
    public String text(String text) {
        return text.isBlank() ? MISSING : text;
    }

    /** A value for an address: a CRM's id may hold anything. */
    public String parameter(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The first letter as a capital, to begin a sentence or a heading. */
    public String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    private String time(Temporal moment) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(moment);
    }

    private String percent(double share, int digits) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return real(format.format(share));
    }

    private String money(double amount, String currency, boolean whole) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        try {
            format.setCurrency(Currency.getInstance(currency));
        } catch (IllegalArgumentException unknown) {
            return decimal(amount, whole ? 0 : 2) + ' ' + currency;
        }
        int digits = whole ? 0 : Math.max(0, format.getCurrency().getDefaultFractionDigits());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return real(format.format(amount));
    }

    /** A real minus sign, and none before a zero. */
    private static String real(String number) {
        String minus = number.replace('-', '−');
        boolean zero = minus.startsWith("−") && minus.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero ? minus.substring(1) : minus;
    }
}
