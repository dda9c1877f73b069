/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.odoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.segcast.connector.http.CallGuard;
import org.segcast.connector.http.HttpPause;
import org.segcast.connector.odoo.OdooConfig;
import org.segcast.connector.odoo.OdooCrm;
import org.segcast.it.PageReader;
import org.segcast.it.SegcastServer;

/** A real Odoo's keys with an end: what the adapter reads of them, and what people are told two weeks ahead. */
@Tag("odoo")
class OdooKeyEndIT {
    private static final String IN_DAYS = "now() at time zone 'utc' + interval '%d days'";

    private final OdooScratch odoo = OdooScratch.of("it_keys", OdooScratch.EMPTY);

    private void ends(String user, String end) {
        odoo.sql("update res_users_apikeys set expiration_date = " + end
                + " where user_id = (select id from res_users where login = '" + user + "')");
    }

    private LocalDate day(int days) {
        return LocalDate.parse(odoo.sql("select (" + IN_DAYS.formatted(days) + ")::date"));
    }

    private Optional<LocalDate> toldTo(String user, String key) {
        OdooConfig config = OdooConfig.from(Map.of(
                "url",
                odoo.settings().get("SEGCAST_ODOO_URL"),
                "database",
                odoo.settings().get("SEGCAST_ODOO_DATABASE"),
                "user",
                user,
                "api-key",
                key));
        CallGuard guard = new CallGuard(config.policy(), Clock.systemUTC(), () -> 0.5, HttpPause.SLEEP);
        try (OdooCrm crm = new OdooCrm(config, Runnable::run, guard)) {
            return crm.keyExpires(Instant.now());
        }
    }

    @Test
    void each_user_is_told_the_end_of_their_own_key() {
        String key = OdooUser.withFewRights(odoo);
        assertEquals(Optional.empty(), toldTo("admin", odoo.key()), "a key without an end");
        ends("few", IN_DAYS.formatted(40));
        assertEquals(Optional.empty(), toldTo("admin", odoo.key()), "an administrator sees the keys of others");
        assertEquals(Optional.of(day(40)), toldTo("few", key));
        ends("admin", IN_DAYS.formatted(10));
        assertEquals(Optional.of(day(10)), toldTo("admin", odoo.key()));
        assertEquals(Optional.of(day(40)), toldTo("few", key));
    }

    @Test
    void
            two_weeks_ahead_dashboard_connection_and_api_tell_the_day_also_after_a_restart_and_until_the_key_is_replaced() {
        ends("admin", IN_DAYS.formatted(10));
        try (SegcastServer server = new SegcastServer("odoo-keys")
                .with(odoo.settings())
                .with("SEGCAST_PUSH", "manual")
                .start()) {
            assertFalse(dashboard(server).contains("The key to Odoo"), "not known before the first sync");
            run(server);
            assertTold(server);
            server.kill();
            server.start();
            assertTold(server);

            ends("admin", IN_DAYS.formatted(30));
            run(server);
            assertEquals(day(30).toString(), connection(server).getString("keyExpires"));
            assertFalse(dashboard(server).contains("The key to Odoo"), "more than two weeks ahead");
            ends("admin", "null");
            run(server);
            assertFalse(connection(server).containsKey("keyExpires"), "a key without an end");
        }
    }

    private void assertTold(SegcastServer server) {
        JsonObject connection = connection(server);
        assertEquals(day(10).toString(), connection.getString("keyExpires"), connection::toString);
        assertTrue(dashboard(server).contains("The key to Odoo runs out on"));
        String page = page(server, "connection.xhtml?id=" + connection.getInt("id"));
        assertTrue(page.contains("Key lasts until"), page);
        assertTrue(page(server, "connections.xhtml").contains("Key lasts until"), "the list of connections");
    }

    private static void run(SegcastServer server) {
        JsonObject run = server.api().run();
        assertEquals("COMPLETED", run.getString("state"), run::toString);
    }

    private static JsonObject connection(SegcastServer server) {
        return server.api().get("connections").array().getValuesAs(JsonObject.class).stream()
                .filter(connection -> connection.getBoolean("inUse"))
                .findFirst()
                .orElseThrow();
    }

    private static String dashboard(SegcastServer server) {
        return page(server, "dashboard.xhtml");
    }

    private static String page(SegcastServer server, String page) {
        PageReader reader = new PageReader(server);
        reader.signIn("admin", server.password());
        return reader.open(page).body();
    }
}
