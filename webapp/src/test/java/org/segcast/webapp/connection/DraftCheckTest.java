/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.segcast.webapp.connection.ConnectionDraft.Problem;
import org.segcast.webapp.connection.ConnectionStore.Wanted;
import org.segcast.webapp.settings.Settings.PushMode;

class DraftCheckTest {
    private static final OdooKind ODOO = new OdooKind();
    private static final Map<String, String> FILLED =
            Map.of("url", "https://crm.example", "database", "prod", "user", "sync", "api-key", "the-key");

    private static ConnectionDraft draft(Map<String, String> texts) {
        return new ConnectionDraft("Production", "odoo", texts, "", "");
    }

    private static CrmConnection kept(String name, Map<String, String> texts) {
        return new CrmConnection(
                7,
                name,
                ODOO,
                ODOO.source(texts),
                texts,
                Optional.empty(),
                PushMode.MANUAL,
                Optional.empty(),
                false,
                false,
                List.of());
    }

    private static List<String> fields(DraftCheck check) {
        return check.problems().stream().map(Problem::field).toList();
    }

    @Test
    void a_full_draft_is_taken_with_what_is_usual() {
        Wanted wanted = new DraftCheck(draft(FILLED), ODOO, Optional.empty())
                .wanted(List.of())
                .orElseThrow();
        assertEquals("Production", wanted.name());
        assertEquals(PushMode.MANUAL, wanted.push());
        assertEquals(Map.of("api-key", "the-key"), wanted.secrets());
        assertEquals(
                new TreeSet<>(List.of("database", "url", "user")),
                new TreeSet<>(wanted.plain().keySet()));
        assertFalse(wanted.toString().contains("the-key"), "printed with its key");
    }

    @Test
    void all_problems_are_told_at_once_each_with_its_field_in_the_words_of_the_form() {
        ConnectionDraft draft = new ConnectionDraft(
                " ", "odoo", Map.of("url", "crm.example", "colour", "red", "attempts", "many"), "31.12.2026", "often");
        DraftCheck check = new DraftCheck(draft, ODOO, Optional.empty());
        assertEquals(Optional.empty(), check.wanted(List.of()));
        assertEquals(
                new TreeSet<>(
                        List.of("url", "colour", "attempts", "database", "user", "api-key", "name", "asOf", "push")),
                new TreeSet<>(fields(check)));
        assertTrue(
                check.problems().stream().map(Problem::text).noneMatch(text -> text.contains("segcast.")),
                check.problems()::toString);
        assertTrue(check.problems().stream()
                .map(Problem::text)
                .anyMatch(text -> text.startsWith("Address cannot be used")));
    }

    @Test
    void a_secret_that_is_left_empty_stays() {
        Map<String, String> empty =
                Map.of("url", "https://crm.example", "database", "prod", "user", "other", "api-key", " ");
        DraftCheck check = new DraftCheck(draft(empty), ODOO, Optional.of(kept("Production", FILLED)));
        Wanted wanted = check.wanted(List.of()).orElseThrow();
        assertEquals(Map.of(), wanted.secrets());
        assertEquals("the-key", check.texts().get("api-key"));
    }

    @Test
    void a_secret_is_never_sent_to_another_address_unless_it_is_entered_again() {
        Map<String, String> moved = Map.of("url", "https://elsewhere.example", "database", "prod", "user", "sync");
        DraftCheck check = new DraftCheck(draft(moved), ODOO, Optional.of(kept("Production", FILLED)));
        assertEquals(Optional.empty(), check.wanted(List.of()));
        assertFalse(check.texts().containsKey("api-key"));
        assertEquals(List.of("api-key"), fields(check));
        assertTrue(check.problems().get(0).text().contains("entered again"), check.problems()::toString);
    }

    @Test
    void two_connections_have_two_names_and_two_crms() {
        List<CrmConnection> others = List.of(kept("production", FILLED));
        DraftCheck sameName =
                new DraftCheck(draft(HostKindsTest.with(FILLED, "database", "test")), ODOO, Optional.empty());
        assertEquals(Optional.empty(), sameName.wanted(others));
        assertEquals(List.of("name"), fields(sameName));
        DraftCheck sameCrm =
                new DraftCheck(new ConnectionDraft("Other", "odoo", FILLED, "", ""), ODOO, Optional.empty());
        assertEquals(Optional.empty(), sameCrm.wanted(others));
        assertEquals(
                List.of("The connection 'production' leads to the same CRM already: change that one instead"),
                sameCrm.problems().stream().map(Problem::text).collect(Collectors.toList()));
    }

    @Test
    void a_choice_of_two_hundred_fields_is_taken_and_an_endless_text_is_not() {
        String fields = IntStream.range(0, 200)
                .mapToObj(number -> "x_loyalty_field" + number)
                .collect(Collectors.joining(","));
        assertEquals(
                List.of(),
                fields(new DraftCheck(draft(HostKindsTest.with(FILLED, "fields", fields)), ODOO, Optional.empty())));
        assertEquals(
                List.of("user"),
                fields(new DraftCheck(
                        draft(HostKindsTest.with(FILLED, "user", "x".repeat(1001))), ODOO, Optional.empty())));
    }

    @Test
    void a_day_and_a_way_to_push_are_read() {
        Wanted wanted = new DraftCheck(
                        new ConnectionDraft("Old data", "odoo", FILLED, "2026-05-01", "auto"), ODOO, Optional.empty())
                .wanted(List.of())
                .orElseThrow();
        assertEquals(Optional.of(LocalDate.of(2026, 5, 1)), wanted.asOf());
        assertEquals(PushMode.AUTO, wanted.push());
    }
}
