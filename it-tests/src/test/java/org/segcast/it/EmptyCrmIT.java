/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every page of a server whose CRM holds nobody yet, or nobody who ever ordered: each opens and says what to do next. */
class EmptyCrmIT {
    private static final List<String> PAGES = List.of(
            "dashboard.xhtml",
            "segments.xhtml",
            "segment.xhtml?key=champions",
            "segment.xhtml?key=prospects",
            "contacts.xhtml",
            "contacts.xhtml?q=ada",
            "contact.xhtml?id=1",
            "models.xhtml",
            "model.xhtml?id=all",
            "comparison.xhtml",
            "push.xhtml",
            "push.xhtml?tag=scores",
            "runs.xhtml",
            "run.xhtml?id=1",
            "connection.xhtml",
            "features.xhtml",
            "accounts.xhtml",
            "profile.xhtml");
    private static final String LOOK = "Look at the connection";

    private final Path folder = Checkout.fresh(Checkout.target().resolve("empty-crm"));
    private final SegcastServer server =
            new SegcastServer("empty-crm").with("SEGCAST_CRM", "csv").with("SEGCAST_CSV_DIR", folder.toString());

    @AfterEach
    void stop() {
        server.close();
    }

    private void contacts(String... rows) throws IOException {
        Files.writeString(folder.resolve("contacts.csv"), "id,name,email\n" + String.join("\n", rows) + "\n");
        Files.writeString(folder.resolve("orders.csv"), "id,contact_id,date,amount,currency,state\n");
    }

    @Test
    void every_page_opens_before_the_first_run_without_contacts_and_without_orders() throws IOException {
        contacts();
        server.start();
        PageReader reader = new PageReader(server);
        assertEquals(302, reader.signIn("admin", server.password()).status());
        opensAll(reader);
        assertTrue(reader.open("dashboard.xhtml").body().contains("Run now"));

        JsonObject run = server.api().run();
        assertEquals("COMPLETED", run.getString("state"), run::toString);
        opensAll(reader);
        for (String page : List.of("dashboard.xhtml", "segments.xhtml", "contacts.xhtml")) {
            assertTrue(reader.open(page).body().contains(LOOK), page);
        }
        assertTrue(reader.open("dashboard.xhtml").body().contains("The CRM holds nobody yet"));
        assertTrue(reader.open("push.xhtml").body().contains("Nothing to push"));

        contacts("1,Ada,ada@example.org", "2,Grace,");
        run = server.api().run();
        assertEquals("COMPLETED", run.getString("state"), run::toString);
        opensAll(reader);
        String dashboard = reader.open("dashboard.xhtml").body();
        assertTrue(dashboard.contains("Nobody has ordered yet") && dashboard.contains("2 contacts"), dashboard);
        assertTrue(reader.open("contacts.xhtml").body().contains("Ada"));
        assertTrue(reader.open("contact.xhtml?id=1").body().contains("No score yet"));
    }

    /** A detail of something that is not there is 404 with words, everything else 200. */
    private void opensAll(PageReader reader) {
        for (String page : PAGES) {
            Answer answer = reader.open(page);
            boolean detail = page.startsWith("segment.")
                    || page.startsWith("contact.")
                    || page.startsWith("model.")
                    || page.startsWith("run.");
            assertTrue(answer.status() == 200 || detail && answer.status() == 404, () -> page + ": " + answer);
            assertTrue(answer.body().contains("<h1"), () -> page + ": " + answer);
            assertFalse(answer.body().contains("NaN"), () -> page + " shows NaN");
        }
    }
}
