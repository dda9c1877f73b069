/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.odoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.segcast.it.SegcastApi.accepted;
import static org.segcast.it.SegcastApi.step;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.segcast.it.Patience;
import org.segcast.it.SegcastApi;
import org.segcast.it.SegcastServer;
import org.segcast.it.odoo.OdooScratch.Marks;

/** Killed in the middle of reading and of writing, a run goes on at the next start, and all ends as if nothing had happened. */
@Tag("odoo")
class OdooKillIT {
    private static final Duration LONG = Duration.ofMinutes(4);

    private record End(List<String> features, List<String> scores, Marks marks) {}

    private static SegcastServer server(String name, OdooScratch odoo) {
        return new SegcastServer(name)
                .with(odoo.settings())
                .with("SEGCAST_AS_OF", SampleCrm.AS_OF.toString())
                .with("SEGCAST_PUSH", "manual")
                .start();
    }

    private static String plan(SegcastServer server) {
        return server.api().get("plan").object().getString("fingerprint");
    }

    private static End end(SegcastServer server, OdooScratch odoo) {
        return new End(
                server.api().lines("features.csv"), withoutModels(server.api().lines("scores.csv")), odoo.marks());
    }

    /** A model's id is of its training, which differs. */
    private static List<String> withoutModels(List<String> scores) {
        return scores.stream()
                .map(line -> line.replaceFirst("^((?:[^,]*,){4})[^,]*", "$1"))
                .toList();
    }

    private static End undisturbed() {
        OdooScratch odoo = OdooScratch.of("it_calm", OdooScratch.EMPTY).load(SampleCrm.folder());
        try (SegcastServer server = server("odoo-calm", odoo)) {
            assertEquals("COMPLETED", server.api().run().getString("state"));
            assertEquals("COMPLETED", server.api().push(plan(server)).getString("state"));
            return end(server, odoo);
        }
    }

    /** Waits for the step to be in the middle of its work, then pulls the plug. */
    private static void killIn(String step, String run, SegcastServer server) {
        JsonObject seen = Patience.until(
                "the middle of " + step,
                LONG,
                () -> step(server.api().get(run).object(), step),
                now -> now.getInt("done") > 0 || !now.getString("message").isEmpty());
        assertEquals("STARTED", seen.getString("state"), () -> "too late to kill: " + seen);
        server.kill();
    }

    @Test
    void a_run_killed_while_it_reads_and_a_push_killed_while_it_writes_end_like_undisturbed_ones() {
        End calm = undisturbed();
        assertFalse(calm.marks().scores().isEmpty());
        OdooScratch odoo = OdooScratch.of("it_kill", OdooScratch.EMPTY).load(SampleCrm.folder());
        try (SegcastServer server = server("odoo-kill", odoo)) {
            SegcastApi api = server.api();
            String run = accepted(api.post("runs", "{}"));
            killIn("sync", run, server);
            JsonObject resumed = server.start().api().end(run);
            assertEquals("COMPLETED", resumed.getString("state"), resumed::toString);
            assertEquals("WAITING", step(resumed, "push").getString("state"), resumed::toString);

            String push = accepted(api.post("push", "{\"plan\":\"" + plan(server) + "\"}"));
            killIn("push", push, server);
            Marks half = odoo.marks();
            assertTrue(!half.tags().isEmpty() || !half.scores().isEmpty(), "something was written");
            assertNotEquals(calm.marks(), half, "not everything was");
            JsonObject pushed = server.start().api().end(push);
            assertEquals("COMPLETED", pushed.getString("state"), pushed::toString);
            if (step(pushed, "push").getString("state").equals("WAITING")) {
                JsonObject again = api.push(plan(server));
                assertEquals("COMPLETED", step(again, "push").getString("state"), again::toString);
            }
            assertEquals(calm, end(server, odoo));

            String stamp = odoo.stamp();
            JsonObject next = api.run();
            assertEquals("COMPLETED", step(next, "push").getString("state"), next::toString);
            assertEquals(stamp, odoo.stamp(), "nothing is left to write");
        }
    }
}
