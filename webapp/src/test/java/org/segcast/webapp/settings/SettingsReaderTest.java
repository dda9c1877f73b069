/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.webapp.settings.Settings.CrmKind;
import org.segcast.webapp.settings.Settings.PushMode;

class SettingsReaderTest {
    private static final Map<String, String> ODOO = Map.of(
            "segcast.crm", "odoo",
            "segcast.odoo.url", "https://crm.example",
            "segcast.odoo.database", "prod",
            "segcast.odoo.user", "sync",
            "segcast.odoo.api-key", "key-of-the-test");

    private static Settings read(Map<String, String> texts) {
        return new SettingsReader(name -> Optional.ofNullable(texts.get(name))).read();
    }

    @Test
    void without_any_setting_it_is_the_sample_on_its_own_day_pushed_at_once() {
        Settings settings = read(Map.of());
        assertEquals(CrmKind.SAMPLE, settings.crm());
        assertEquals(PushMode.AUTO, settings.push());
        assertEquals(Optional.of(Settings.SAMPLE_DAY), settings.asOf());
        assertTrue(settings.problems().isEmpty());
    }

    @Test
    void a_real_crm_is_pushed_to_only_after_approval_and_follows_the_clock() {
        Settings settings = read(ODOO);
        assertEquals(PushMode.MANUAL, settings.push());
        assertEquals(Optional.empty(), settings.asOf());
        assertEquals("prod", settings.odoo().orElseThrow().database());
    }

    @Test
    void all_problems_are_told_at_once() {
        Settings settings = read(Map.of(
                "segcast.crm", "odoo",
                "segcast.odoo.url", "crm.example",
                "segcast.as-of", "31.12.2026",
                "segcast.push", "sometimes",
                "segcast.push.hysteresis", "101",
                "segcast.admin.password", "short"));
        assertEquals(8, settings.problems().size(), settings.problems()::toString);
        assertTrue(settings.odoo().isEmpty());
    }

    @Test
    void no_secret_is_in_any_problem_or_printed_settings() {
        Settings settings = read(Map.of(
                "segcast.crm", "odoo",
                "segcast.odoo.url", "https://user:hidden-word@crm.example",
                "segcast.odoo.database", "prod",
                "segcast.odoo.user", "sync",
                "segcast.odoo.api-key", "hidden word",
                "segcast.admin.password", "hidden-wo"));
        assertEquals(3, settings.problems().size(), settings.problems()::toString);
        assertFalse(settings.toString().contains("hidden-wo"), "printed settings hold a secret");
        assertFalse(read(ODOO).toString().contains("key-of-the-test"), "printed settings hold the key");
    }

    @Test
    void a_folder_that_is_not_there_is_a_problem(@TempDir Path folder) {
        Settings there = read(Map.of("segcast.crm", "csv", "segcast.csv.dir", folder.toString()));
        Settings missing = read(Map.of(
                "segcast.crm", "csv", "segcast.csv.dir", folder.resolve("no").toString()));
        assertTrue(there.problems().isEmpty());
        assertEquals(1, missing.problems().size());
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
                "segcast.csv.dir",
                " "));
        assertEquals(LocalDate.of(2026, 5, 1), settings.asOf().orElseThrow());
        assertEquals(PushMode.MANUAL, settings.push());
        assertTrue(settings.csvFolder().isEmpty());
    }

    @Test
    void a_score_must_move_by_five_points_unless_set_otherwise() {
        assertEquals(5, read(ODOO).pushHysteresis());
        assertEquals(0, read(Map.of("segcast.push.hysteresis", "0")).pushHysteresis());
        assertEquals(100, read(Map.of("segcast.push.hysteresis", " 100 ")).pushHysteresis());
        assertEquals(1, read(Map.of("segcast.push.hysteresis", "-1")).problems().size());
    }

    @Test
    void every_connected_crm_has_a_name_of_its_own() {
        Settings one = read(ODOO);
        Settings other = read(Map.of(
                "segcast.crm", "odoo",
                "segcast.odoo.url", "https://crm.example",
                "segcast.odoo.database", "test",
                "segcast.odoo.user", "sync",
                "segcast.odoo.api-key", "k"));
        assertNotEquals(one.source(), other.source());
        assertEquals(one.source(), read(ODOO).source());
        assertTrue(one.source().matches("odoo-[0-9a-f]{8}"));
    }
}
