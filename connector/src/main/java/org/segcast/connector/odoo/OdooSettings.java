/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.segcast.connector.http.BusinessHours;
import org.segcast.connector.http.HttpPolicy;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/** Reads settings as people wrote them and gathers every problem instead of stopping at the first. */
final class OdooSettings {
    /** Not repeated in messages: a key, and an address that may have a password in it. */
    private static final Set<String> SECRETIVE = Set.of("api-key", "url");

    private final Map<String, String> settings;
    private final List<String> problems = new ArrayList<>();
    private final Optional<OdooConfig> config;

    OdooSettings(Map<String, String> settings) {
        this.settings = settings;
        this.config = read();
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    OdooConfig config() {
        return config.orElseThrow(() -> new SegcastException(ErrorCode.SETTINGS_INVALID, String.join("; ", problems)));
    }

    private Optional<OdooConfig> read() {
        Optional<URI> url = required("url", OdooSettings::address, "an address such as https://crm.example");
        Optional<String> database = required("database", OdooSettings::word, "the name of Odoo's database");
        Optional<String> user = required("user", OdooSettings::word, "the login of the API key's owner");
        Optional<OdooApiKey> key =
                required("api-key", OdooApiKey::new, "a key made in Odoo under Preferences, Security");
        Duration connect =
                optional("connect-timeout", OdooSettings::wait, "a time such as PT10S", OdooConfig.CONNECT_TIMEOUT);
        Duration request =
                optional("request-timeout", OdooSettings::wait, "a time such as PT2M", OdooConfig.REQUEST_TIMEOUT);
        int attempts = optional("attempts", OdooSettings::count, "a number of 1 to 20", OdooConfig.ATTEMPTS);
        int parallel = optional("parallel", OdooSettings::count, "a number of 1 to 20", OdooConfig.PARALLEL);
        Duration pause =
                optional("business-pause", OdooSettings::wait, "a time such as PT0.5S", OdooConfig.BUSINESS_PAUSE);
        Optional<BusinessHours> hours = optional(
                "business-hours",
                text -> Optional.of(BusinessHours.of(text, pause)),
                "hours and a zone such as 08:00-18:00 Europe/Berlin",
                Optional.empty());
        OdooReading reading = reading();
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OdooConfig(
                url.orElseThrow(),
                database.orElseThrow(),
                user.orElseThrow(),
                key.orElseThrow(),
                new HttpPolicy(connect, request, attempts, parallel, hours),
                reading));
    }

    private OdooReading reading() {
        OdooContactLevel level =
                optional("contact-level", OdooSettings::level, "'company' or 'person'", OdooContactLevel.COMPANY);
        String tag = optional("no-profiling-tag", OdooSettings::word, "a tag's name", OdooReading.NO_PROFILING_TAG);
        Optional<String> field = optional(
                "no-profiling-field",
                text -> Optional.of(field(text)),
                "a field's technical name such as x_no_profiling",
                Optional.empty());
        Optional<List<String>> fields = optional(
                "fields",
                text -> Optional.of(fields(text)),
                "technical names of fields, comma separated, such as city,x_loyalty_level",
                Optional.empty());
        return new OdooReading(level, tag, field, fields);
    }

    private <T> Optional<T> required(String name, Function<String, T> type, String expected) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            problems.add("segcast.odoo." + name + " is missing, expected " + expected);
        }
        return text.flatMap(found -> typed(name, found, type, expected));
    }

    private <T> T optional(String name, Function<String, T> type, String expected, T otherwise) {
        return text(name).flatMap(found -> typed(name, found, type, expected)).orElse(otherwise);
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(settings.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private <T> Optional<T> typed(String name, String found, Function<String, T> type, String expected) {
        try {
            return Optional.of(type.apply(found));
        } catch (IllegalArgumentException | DateTimeException e) {
            String shown = SECRETIVE.contains(name) ? "" : " '" + found + "'";
            problems.add("segcast.odoo." + name + shown + " cannot be used, expected " + expected);
            return Optional.empty();
        }
    }

    private static URI address(String text) {
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

    private static String word(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("control character");
        }
        return text;
    }

    private static OdooContactLevel level(String text) {
        return OdooContactLevel.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static String field(String text) {
        if (!text.matches("[a-z_][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("no field's name");
        }
        return text;
    }

    private static List<String> fields(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(OdooSettings::field)
                .distinct()
                .toList();
    }

    private static Duration wait(String text) {
        Duration time = Duration.parse(text);
        if (time.isNegative() || time.isZero() || time.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("out of range");
        }
        return time;
    }

    private static int count(String text) {
        int count = Integer.parseInt(text);
        if (count < 1 || count > 20) {
            throw new IllegalArgumentException("out of range");
        }
        return count;
    }
}
