/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/**
 * Settings of a host as people wrote them, read with their types; gathers every problem instead of stopping at the first. A setting that is blank counts as left out. A type is a
 * function that throws {@link IllegalArgumentException} or {@link DateTimeParseException} for a text that is none of it.
 */
public final class HttpSettings {
    private static final Duration BUSINESS_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_CALLS = 20;
    private static final String ADDRESS = "url";

    private final String host;
    private final Map<String, String> texts;
    private final String secret;
    private final List<String> problems = new ArrayList<>();

    /**
     * @param host as in {@code segcast.HOST.name}
     * @param secret the setting that no message repeats; an address is not repeated either, for it may have a password in it
     */
    public HttpSettings(String host, Map<String, String> texts, String secret) {
        this.host = Objects.requireNonNull(host, "host");
        this.texts = Map.copyOf(texts);
        this.secret = Objects.requireNonNull(secret, "secret");
    }

    /** One sentence each, beginning with the setting's full name, in the order in which the settings were read. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** @throws SegcastException SETTINGS_INVALID with all problems in one message, where there are any */
    public void requireNoProblems() {
        if (!problems.isEmpty()) {
            throw new SegcastException(ErrorCode.SETTINGS_INVALID, String.join("; ", problems));
        }
    }

    /** Where the host is: {@code url}, http or https, without a user in it. */
    public Optional<URI> address() {
        return required(ADDRESS, HttpSettings::webAddress, "an address such as https://crm.example");
    }

    /**
     * How the host is to be treated: {@code connect-timeout} and {@code request-timeout} (ISO 8601 such as PT30S), {@code attempts}, {@code parallel}, {@code business-hours} (such as
     * {@code 08:00-18:00 Europe/Berlin}) with {@code business-pause}.
     */
    public HttpPolicy policy() {
        HttpPolicy usual = HttpPolicy.DEFAULT;
        Duration connect =
                optional("connect-timeout", HttpSettings::time, "a time such as PT10S", usual.connectTimeout());
        Duration request =
                optional("request-timeout", HttpSettings::time, "a time such as PT2M", usual.requestTimeout());
        int attempts = number("attempts", MOST_CALLS, usual.attempts());
        int parallel = number("parallel", MOST_CALLS, usual.parallel());
        Duration pause = optional("business-pause", HttpSettings::time, "a time such as PT0.5S", BUSINESS_PAUSE);
        Optional<BusinessHours> hours = optional(
                "business-hours",
                text -> Optional.of(BusinessHours.of(text, pause)),
                "hours and a zone such as 08:00-18:00 Europe/Berlin",
                Optional.empty());
        return new HttpPolicy(connect, request, attempts, parallel, hours);
    }

    /** @param expected for the message where it is missing or none of its type */
    public <T> Optional<T> required(String name, Function<String, T> type, String expected) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            problems.add(full(name) + " is missing, expected " + expected);
        }
        return text.flatMap(found -> typed(name, found, type, expected));
    }

    public <T> T optional(String name, Function<String, T> type, String expected, T otherwise) {
        return text(name).flatMap(found -> typed(name, found, type, expected)).orElse(otherwise);
    }

    /** A whole number of 1 to {@code most}. */
    public int number(String name, int most, int otherwise) {
        return optional(name, text -> whole(text, most), "a number of 1 to " + most, otherwise);
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private <T> Optional<T> typed(String name, String found, Function<String, T> type, String expected) {
        try {
            return Optional.of(type.apply(found));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            String shown = name.equals(secret) || name.equals(ADDRESS) ? "" : " '" + found + "'";
            problems.add(full(name) + shown + " cannot be used, expected " + expected);
            return Optional.empty();
        }
    }

    private String full(String name) {
        return "segcast." + host + "." + name;
    }

    private static URI webAddress(String text) {
        try {
            URI url = new URI(text);
            boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (web && url.getHost() != null && url.getRawUserInfo() == null) {
                return url;
            }
            throw new IllegalArgumentException("no web address");
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no address", e);
        }
    }

    private static int whole(String text, int most) {
        int number = Integer.parseInt(text);
        if (number < 1 || number > most) {
            throw new IllegalArgumentException("out of range");
        }
        return number;
    }

    /** A type: one line of text. */
    public static String word(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("control character");
        }
        return text;
    }

    /** A type: a time of more than nothing and at most an hour, in ISO 8601. */
    public static Duration time(String text) {
        Duration time = Duration.parse(text);
        if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("out of range");
        }
        return time;
    }
}
