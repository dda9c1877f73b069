/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.segcast.connector.http.BusinessHours;
import org.segcast.connector.http.HttpPolicy;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.SegcastException;

/** Reads settings as people wrote them and gathers every problem instead of stopping at the first. */
final class OroSettings {
    /** Not repeated in messages: a secret, and an address that may have a password in it. */
    private static final Set<String> SECRETIVE = Set.of("client-secret", "url");

    private static final String FIELD_NAME = "the name of a field of Oro's contacts: letters, digits and _";

    private final Map<String, String> settings;
    private final List<String> problems = new ArrayList<>();
    private final Optional<OroConfig> config;

    OroSettings(Map<String, String> settings) {
        this.settings = settings;
        this.config = read();
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    OroConfig config() {
        return config.orElseThrow(() -> new SegcastException(ErrorCode.SETTINGS_INVALID, String.join("; ", problems)));
    }

    private Optional<OroConfig> read() {
        Optional<URI> url = required("url", OroSettings::address, "an address such as https://crm.example");
        String path = optional("api-path", OroSettings::path, "/api, or such as /admin/api", OroConfig.API_PATH);
        Optional<String> client = required("client-id", OroSettings::word, "the client ID of an OAuth application");
        Optional<OroSecret> secret = required(
                "client-secret", OroSecret::new, "the secret that Oro showed once when the application was made");
        Optional<String> currency =
                required("currency", OroSettings::currency, "the currency in which you report, such as EUR");
        HttpPolicy policy = policy();
        int page = optional("page-size", text -> count(text, 10_000), "a number of 1 to 10000", OroConfig.PAGE_SIZE);
        Duration batch = optional("batch-timeout", OroSettings::wait, "a time such as PT10M", OroConfig.BATCH_TIMEOUT);
        OroFields fields = fields();
        String tag = optional("no-profiling-tag", OroSettings::word, "a tag's name", OroConfig.NO_PROFILING_TAG);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OroConfig(
                url.orElseThrow(),
                path,
                client.orElseThrow(),
                secret.orElseThrow(),
                currency.orElseThrow(),
                policy,
                fields,
                page,
                batch,
                tag));
    }

    private HttpPolicy policy() {
        Duration connect =
                optional("connect-timeout", OroSettings::wait, "a time such as PT10S", OroConfig.CONNECT_TIMEOUT);
        Duration request =
                optional("request-timeout", OroSettings::wait, "a time such as PT2M", OroConfig.REQUEST_TIMEOUT);
        int attempts = optional("attempts", text -> count(text, 20), "a number of 1 to 20", OroConfig.ATTEMPTS);
        int parallel = optional("parallel", text -> count(text, 20), "a number of 1 to 20", OroConfig.PARALLEL);
        Duration pause =
                optional("business-pause", OroSettings::wait, "a time such as PT0.5S", OroConfig.BUSINESS_PAUSE);
        Optional<BusinessHours> hours = optional(
                "business-hours",
                text -> Optional.of(BusinessHours.of(text, pause)),
                "hours and a zone such as 08:00-18:00 Europe/Berlin",
                Optional.empty());
        return new HttpPolicy(connect, request, attempts, parallel, hours);
    }

    private OroFields fields() {
        return new OroFields(
                field("segment-field", OroFields.DEFAULT.segment()),
                field("score-field", OroFields.DEFAULT.score()),
                field("reason-field", OroFields.DEFAULT.reason()),
                optional("email-opt-out-field", text -> Optional.of(fieldName(text)), FIELD_NAME, Optional.empty()),
                optional(
                        "left-out-fields",
                        OroSettings::fieldNames,
                        "names of Oro's contacts' fields, apart by commas",
                        Set.of()));
    }

    private String field(String name, String otherwise) {
        return optional(name, OroSettings::fieldName, FIELD_NAME, otherwise);
    }

    private <T> Optional<T> required(String name, Function<String, T> type, String expected) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            problems.add("segcast.oro." + name + " is missing, expected " + expected);
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
            problems.add("segcast.oro." + name + shown + " cannot be used, expected " + expected);
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

    private static Duration wait(String text) {
        Duration time = Duration.parse(text);
        if (time.isNegative() || time.isZero() || time.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("out of range");
        }
        return time;
    }

    private static String path(String text) {
        String path = text.replaceFirst("/+$", "");
        if (!path.matches("(/[A-Za-z0-9._-]+)*/api")) {
            throw new IllegalArgumentException("no API path");
        }
        return path;
    }

    private static String currency(String text) {
        String code = text.toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("no currency code");
        }
        return code;
    }

    private static String fieldName(String text) {
        if (!text.matches("[A-Za-z][A-Za-z0-9_]{0,54}")) {
            throw new IllegalArgumentException("no field name");
        }
        return text;
    }

    private static Set<String> fieldNames(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(OroSettings::fieldName)
                .collect(Collectors.toSet());
    }

    private static int count(String text, int most) {
        int count = Integer.parseInt(text);
        if (count < 1 || count > most) {
            throw new IllegalArgumentException("out of range");
        }
        return count;
    }
}
