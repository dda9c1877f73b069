/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.segcast.webapp.connection.CrmConnection;
import org.segcast.webapp.connection.OdooKind;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.settings.Settings.PushMode;

class AttentionListTest {
    private static final LocalDate END = LocalDate.of(2027, 1, 22);

    private static Optional<Attention> on(LocalDate today, Optional<LocalDate> end) {
        CrmConnection connection = new CrmConnection(
                7,
                "Production",
                new OdooKind(),
                "odoo-x",
                Map.of(),
                Optional.empty(),
                PushMode.MANUAL,
                end,
                false,
                true,
                List.of());
        Clock clock = Clock.fixed(today.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        return AttentionList.key(connection, today, new Formats(Locale.UK, ZoneOffset.UTC, clock));
    }

    @Test
    void a_key_about_to_run_out_is_announced_from_two_weeks_before() {
        assertEquals(Optional.empty(), on(END.minusDays(15), Optional.of(END)));
        Attention announced = on(END.minusDays(14), Optional.of(END)).orElseThrow();
        assertEquals("warn", announced.look());
        assertEquals("The key to Odoo runs out on 22 January 2027", announced.title());
        assertEquals("/connection.xhtml?id=7", announced.link());
        assertTrue(announced.text().contains("Make a new key in Odoo"), announced.text());
        assertEquals("warn", on(END, Optional.of(END)).orElseThrow().look());
    }

    @Test
    void a_key_that_ran_out_is_told_until_a_sync_hears_of_another() {
        Attention gone = on(END.plusDays(1), Optional.of(END)).orElseThrow();
        assertEquals("bad", gone.look());
        assertEquals("The key to Odoo ran out on 22 January 2027", gone.title());
    }

    @Test
    void of_a_key_without_an_end_nothing_is_said() {
        assertEquals(Optional.empty(), on(END, Optional.empty()));
    }
}
