/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.segcast.webapp.settings.Settings.PushMode;

class SettingsReaderTest {
    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private static Settings read(Map<String, String> texts) {
        return new SettingsReader(name -> Optional.ofNullable(texts.get(name))).read();
    }

    @Test
    void without_any_setting_nothing_is_decided_for_the_connections() {
        Settings settings = read(Map.of());
        assertEquals(Optional.empty(), settings.crm());
        assertEquals(Optional.empty(), settings.push());
        assertEquals(Optional.empty(), settings.asOf());
        assertEquals(Path.of(System.getProperty("user.home"), ".segcast"), settings.home());
        assertTrue(settings.problems().isEmpty());
    }

    @Test
    void all_problems_are_told_at_once() {
        Settings settings = read(Map.of(
                "segcast.as-of", "31.12.2026",
                "segcast.push", "sometimes",
                "segcast.push.hysteresis", "101",
                "segcast.secret.key", "a passphrase",
                "segcast.secret.key.old", "c2hvcnQ=",
                "segcast.admin.password", "short"));
        assertEquals(6, settings.problems().size(), settings.problems()::toString);
    }

    @Test
    void no_secret_is_in_any_problem_or_printed_settings() {
        Settings settings = read(Map.of(
                "segcast.admin.password", "hidden-wo",
                "segcast.secret.key", "hidden-word",
                "segcast.secret.key.old", KEY));
        assertEquals(2, settings.problems().size(), settings.problems()::toString);
        assertFalse(settings.toString().contains("hidden-wo"), "printed settings hold a secret");
        assertFalse(settings.toString().contains(KEY), "printed settings hold a key");
    }

    @Test
    void blank_settings_count_as_absent_and_choices_take_any_case() {
        Settings settings = read(Map.of(
                "segcast.crm",
                " Sample ",
                "segcast.as-of",
                "2026-05-01",
                "segcast.push",
                "MANUAL",
                "segcast.secret.key",
                " "));
        assertEquals(Optional.of("sample"), settings.crm());
        assertEquals(LocalDate.of(2026, 5, 1), settings.asOf().orElseThrow());
        assertEquals(Optional.of(PushMode.MANUAL), settings.push());
        assertTrue(settings.secretKey().isEmpty());
    }
}
