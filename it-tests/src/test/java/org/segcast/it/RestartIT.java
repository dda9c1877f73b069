/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.segcast.it.SegcastApi.accepted;
import static org.segcast.it.SegcastApi.step;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a run on the sample when its server ends in the middle of it. */
class RestartIT {
    private final SegcastServer server = new SegcastServer("restart");

    @AfterEach
    void stop() {
        server.close();
    }

    private void inTheMiddleOf(String step, String run) {
        Patience.until(
                "the step " + step,
                Duration.ofMinutes(4),
                () -> step(server.api().get(run).object(), step).getString("state"),
                state -> !state.equals("PENDING"));
    }

    @Test
    void a_misspelt_kind_of_crm_is_told_and_shows_no_other_crms_figures() {
        server.start().api().lastRunsEnd();
        assertTrue(server.api().status().getInt("contacts") > 0);
        server.close();
        server.with("SEGCAST_CRM", "smaple").start();
        PageReader reader = new PageReader(server);
        assertEquals(302, reader.signIn("admin", server.password()).status());
        String dashboard = reader.open("dashboard.xhtml").body();
        assertTrue(
                dashboard.contains("segcast.crm is 'smaple'") || dashboard.contains("segcast.crm is &#39;smaple&#39;"),
                dashboard);
        assertTrue(dashboard.contains("No figures yet"), dashboard);
        for (String page : List.of("segments", "contacts", "models", "push", "runs", "connection")) {
            Answer answer = reader.open(page + ".xhtml");
            assertEquals(200, answer.status(), () -> page + ": " + answer);
            assertFalse(answer.body().contains("Champions"), page);
        }
        assertEquals(0, server.api().status().getInt("contacts"));
        assertEquals(1, server.api().lines("scores.csv").size(), "a header alone");
        assertEquals(409, server.api().post("runs", "{}").status());
    }

    @Test
    void a_run_whose_server_was_killed_or_stopped_can_go_on_and_ends_like_any_other() {
        server.start();
        String first = "runs/" + server.api().status().getJsonObject("lastRun").getInt("id");
        inTheMiddleOf("segments", first);
        server.kill();
        JsonObject resumed = server.start().api().end(first);
        assertEquals("COMPLETED", resumed.getString("state"), resumed::toString);
        List<String> features = server.api().lines("features.csv");

        String second = accepted(server.api().post("runs", "{}"));
        inTheMiddleOf("features", second);
        server.close();
        assertFalse(server.log().contains("SIGSEGV"), "crashed instead of stopping");
        JsonObject stopped = server.start().api().end(second);
        if (stopped.getString("state").equals("STOPPED")) {
            accepted(server.api().post(second + "/restart", ""));
            stopped = server.api().end(second);
        }
        assertEquals("COMPLETED", stopped.getString("state"), stopped::toString);
        assertEquals(features, server.api().lines("features.csv"));
    }
}
