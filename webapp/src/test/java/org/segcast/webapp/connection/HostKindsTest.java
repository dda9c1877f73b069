/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.webapp.settings.Settings.PushMode;

class HostKindsTest {
    private static final Map<String, String> ODOO =
            Map.of("url", "https://crm.example", "database", "prod", "user", "sync", "api-key", "key-of-the-test");

    private static final Map<String, String> ORO = Map.of(
            "url", "https://crm.example", "client-id", "abc", "client-secret", "word-of-the-test", "currency", "EUR");

    static Map<String, String> with(Map<String, String> texts, String name, String text) {
        Map<String, String> changed = new HashMap<>(texts);
        changed.put(name, text);
        return changed;
    }

    @Test
    void the_sample_has_a_day_of_its_own_and_is_pushed_to_at_once() {
        SampleKind sample = new SampleKind();
        assertEquals(Optional.of(LocalDate.of(2026, 6, 30)), sample.usualDay());
        assertEquals(PushMode.AUTO, sample.usualPush());
        assertEquals("sample", sample.source(Map.of()));
    }

    @Test
    void a_real_crm_is_pushed_to_only_after_approval_and_follows_the_clock() {
        for (HostKind kind : List.of(new OdooKind(), new OroKind(), new CsvKind())) {
            assertEquals(PushMode.MANUAL, kind.usualPush());
            assertEquals(Optional.empty(), kind.usualDay());
        }
    }

    @Test
    void every_connected_crm_has_a_name_of_its_own() {
        OdooKind odoo = new OdooKind();
        assertNotEquals(odoo.source(ODOO), odoo.source(with(ODOO, "database", "test")));
        assertEquals(odoo.source(ODOO), odoo.source(with(ODOO, "api-key", "another")));
        assertEquals(odoo.source(ODOO), odoo.source(with(ODOO, "url", "https://crm.example/web")));
        assertTrue(odoo.source(ODOO).matches("odoo-[0-9a-f]{8}"));
        assertNotEquals(new CsvKind().source(Map.of("dir", "/data/a")), new CsvKind().source(Map.of("dir", "/data/b")));
        assertEquals(
                new CsvKind().source(Map.of("dir", "/data/a")), new CsvKind().source(Map.of("dir", "/data/b/../a/")));
    }

    @Test
    void organisations_of_one_oro_are_told_apart_by_their_client() {
        OroKind oro = new OroKind();
        assertEquals(List.of(), oro.problems(ORO));
        assertEquals("Oro at https://crm.example", oro.describe(ORO));
        assertNotEquals(oro.source(ORO), oro.source(with(ORO, "client-id", "another")));
        assertEquals(oro.source(ORO), oro.source(with(ORO, "client-secret", "another")));
        assertEquals(
                "https://crm.example/contact/view/7",
                oro.contactPage(ORO, "7").orElseThrow().toString());
        assertEquals(
                "https://crm.example/order/view/8",
                oro.orderPage(ORO, "8").orElseThrow().toString());
        assertEquals(Optional.empty(), oro.orderPage(with(ORO, "currency", ""), "8"));
        assertEquals(Optional.empty(), oro.contactPage(with(ORO, "currency", ""), "7"));
    }

    @Test
    void a_folder_that_is_not_there_is_a_problem(@TempDir Path folder) {
        CsvKind csv = new CsvKind();
        assertEquals(List.of(), csv.problems(Map.of("dir", folder.toString())));
        assertEquals(
                1, csv.problems(Map.of("dir", folder.resolve("no").toString())).size());
        assertEquals(1, csv.problems(Map.of()).size());
        assertEquals(1, csv.problems(Map.of("dir", "a\0b")).size());
    }

    @Test
    void nothing_that_is_shown_holds_a_password_of_an_address() {
        OdooKind odoo = new OdooKind();
        Map<String, String> texts = with(ODOO, "url", "https://user:hidden-word@crm.example");
        CrmConnection connection = new CrmConnection(
                1,
                "x",
                odoo,
                "odoo-x",
                texts,
                Optional.empty(),
                PushMode.MANUAL,
                Optional.empty(),
                true,
                true,
                odoo.problems(texts));
        assertFalse(connection.describe().contains("hidden-word"));
        assertFalse(connection.problems().toString().contains("hidden-word"));
        assertFalse(connection.shown().toString().contains("hidden-word"));
        assertFalse(connection.shown().toString().contains("key-of-the-test"));
        assertFalse(connection.toString().contains("key-of-the-test"));
    }

    @Test
    void every_setting_that_a_kind_complains_about_is_one_that_its_form_asks_for() {
        for (HostKind kind : List.of(new OdooKind(), new OroKind(), new CsvKind())) {
            SettingProblem.of(kind, kind.problems(Map.of()))
                    .forEach(problem -> assertFalse(problem.setting().isEmpty(), () -> kind.key() + ": " + problem));
        }
    }
}
