/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.segcast.connector.http.HttpPolicy;
import org.segcast.connector.http.HttpSettings;

/** Odoo's settings, as people wrote them. */
final class OdooSettings {
    private final HttpSettings settings;
    private final Optional<OdooConfig> config;

    OdooSettings(Map<String, String> texts) {
        this.settings = new HttpSettings("odoo", texts, "api-key");
        this.config = read();
    }

    List<String> problems() {
        return settings.problems();
    }

    OdooConfig config() {
        settings.requireNoProblems();
        return config.orElseThrow();
    }

    private Optional<OdooConfig> read() {
        Optional<URI> url = settings.address();
        Optional<String> database = settings.required("database", HttpSettings::word, "the name of Odoo's database");
        Optional<String> user = settings.required("user", HttpSettings::word, "the login of the API key's owner");
        Optional<OdooApiKey> key =
                settings.required("api-key", OdooApiKey::new, "a key made in Odoo under Preferences, Security");
        HttpPolicy policy = settings.policy();
        OdooReading reading = reading();
        return settings.problems().isEmpty()
                ? Optional.of(new OdooConfig(
                        url.orElseThrow(),
                        database.orElseThrow(),
                        user.orElseThrow(),
                        key.orElseThrow(),
                        policy,
                        reading))
                : Optional.empty();
    }

    private OdooReading reading() {
        OdooContactLevel level = settings.optional(
                "contact-level", OdooSettings::level, "'company' or 'person'", OdooContactLevel.COMPANY);
        String tag =
                settings.optional("no-profiling-tag", HttpSettings::word, "a tag's name", OdooReading.NO_PROFILING_TAG);
        Optional<String> field = settings.optional(
                "no-profiling-field",
                text -> Optional.of(field(text)),
                "a field's technical name such as x_no_profiling",
                Optional.empty());
        Optional<List<String>> fields = settings.optional(
                "fields",
                text -> Optional.of(fields(text)),
                "technical names of fields, comma separated, such as city,x_loyalty_level",
                Optional.empty());
        return new OdooReading(level, tag, field, fields);
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
}
