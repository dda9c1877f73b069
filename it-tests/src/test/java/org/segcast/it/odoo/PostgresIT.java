/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.odoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.segcast.it.SegcastApi.step;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.segcast.it.Answer;
import org.segcast.it.SegcastApi;
import org.segcast.it.SegcastServer;

/** A Segcast whose state is in PostgreSQL: the real one that the tests' Odoo stands on, in a database of its own. */
@Tag("odoo")
class PostgresIT {
    private static final String DATABASE = "a_segcast_state";
    private static final String SCHEDULE =
            "{\"cron\": \"0 3 * * MON\", \"zone\": \"Europe/Berlin\", \"enabled\": true}";

    private final SegcastServer server = new SegcastServer("postgres").with(OdooServer.emptyDatabase(DATABASE));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_whole_job_runs_and_schedule_accounts_and_runs_are_back_after_a_restart() {
        server.start();
        JsonObject first = server.api().end("runs/" + server.api().lastRunsEnd().getInt("id"));
        assertEquals("COMPLETED", first.getString("state"), first::toString);
        List<String> scores = server.api().lines("scores.csv");
        assertTrue(scores.size() > 1_000, "scored: " + scores.size());
        assertEquals(200, server.api().put("schedule", SCHEDULE).status());
        Answer made = server.api().post("accounts", "{\"name\": \"vera\", \"role\": \"viewer\"}");
        String password = made.object().getString("secret");
        String token = SegcastApi.nobody(server.address())
                .as("vera", password)
                .post("tokens", "{\"label\": \"phone\"}")
                .object()
                .getString("secret");
        server.close();
        assertFalse(Files.exists(server.home().resolve("state.mv.db")), "the embedded database is not used");
        assertEquals(
                "2", OdooServer.sql(DATABASE, "select count(*) from account").strip());

        server.start();
        JsonObject schedule = server.api().get("schedule").object();
        assertEquals("0 3 * * MON", schedule.getString("cron"), schedule::toString);
        assertTrue(schedule.getBoolean("enabled") && schedule.containsKey("next"), schedule::toString);
        SegcastApi vera = SegcastApi.nobody(server.address()).as("vera", password);
        assertEquals(200, vera.get("status").status());
        assertEquals(403, vera.post("runs", "{}").status());
        assertEquals(
                200,
                SegcastApi.nobody(server.address())
                        .with("Authorization", "Bearer " + token)
                        .get("status")
                        .status());
        assertEquals(first, server.api().get("runs/" + first.getInt("id")).object());
        assertEquals(scores, server.api().lines("scores.csv"));

        JsonObject second = server.api().run();
        assertEquals("COMPLETED", second.getString("state"), second::toString);
        assertTrue(step(second, "push").getString("message").startsWith("Nothing to push"), second::toString);
        assertEquals(scores, server.api().lines("scores.csv"), "the same data give the same scores");
    }
}
