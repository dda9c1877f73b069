/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.segcast.connector.http.HttpPolicy;
import org.segcast.connector.http.HttpSettings;

/** Oro's settings, as people wrote them. */
final class OroSettings {
    private static final int LARGEST_PAGE = 10_000;
    private static final String FIELD_NAME = "the name of a field of Oro's contacts: letters, digits and _";

    private final HttpSettings settings;
    private final Optional<OroConfig> config;

    OroSettings(Map<String, String> texts) {
        this.settings = new HttpSettings("oro", texts, "client-secret");
        this.config = read();
    }

    List<String> problems() {
        return settings.problems();
    }

    OroConfig config() {
        settings.requireNoProblems();
        return config.orElseThrow();
    }

    private Optional<OroConfig> read() {
        Optional<URI> url = settings.address();
        String path =
                settings.optional("api-path", OroSettings::path, "/api, or such as /admin/api", OroConfig.API_PATH);
        Optional<String> client =
                settings.required("client-id", HttpSettings::word, "the client ID of an OAuth application");
        Optional<OroSecret> secret = settings.required(
                "client-secret", OroSecret::new, "the secret that Oro showed once when the application was made");
        Optional<String> currency =
                settings.required("currency", OroSettings::currency, "the currency in which you report, such as EUR");
        HttpPolicy policy = settings.policy();
        int page = settings.number("page-size", LARGEST_PAGE, OroConfig.PAGE_SIZE);
        Duration batch =
                settings.optional("batch-timeout", HttpSettings::time, "a time such as PT10M", OroConfig.BATCH_TIMEOUT);
        OroFields fields = fields();
        String tag =
                settings.optional("no-profiling-tag", HttpSettings::word, "a tag's name", OroConfig.NO_PROFILING_TAG);
        return settings.problems().isEmpty()
                ? Optional.of(new OroConfig(
                        url.orElseThrow(),
                        path,
                        client.orElseThrow(),
                        secret.orElseThrow(),
                        currency.orElseThrow(),
                        policy,
                        fields,
                        page,
                        batch,
                        tag))
                : Optional.empty();
    }

    private OroFields fields() {
        return new OroFields(
                field("segment-field", OroFields.DEFAULT.segment()),
                field("score-field", OroFields.DEFAULT.score()),
                field("reason-field", OroFields.DEFAULT.reason()),
                settings.optional(
                        "email-opt-out-field", text -> Optional.of(fieldName(text)), FIELD_NAME, Optional.empty()),
                settings.optional(
                        "fields",
                        text -> Optional.of(fieldNames(text)),
                        "names of Oro's contacts' fields, comma separated, such as jobTitle,addresses.city",
                        Optional.empty()));
    }

    private String field(String name, String otherwise) {
        return settings.optional(name, OroSettings::fieldName, FIELD_NAME, otherwise);
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
        if (!OroFields.isName(text)) {
            throw new IllegalArgumentException("no field name");
        }
        return text;
    }

    private static List<String> fieldNames(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(OroSettings::readableName)
                .distinct()
                .toList();
    }

    private static String readableName(String text) {
        fieldName(OroFields.withinAddress(text));
        return text;
    }
}
