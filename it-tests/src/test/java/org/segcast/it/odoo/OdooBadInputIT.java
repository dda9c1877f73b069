/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.odoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.segcast.it.SegcastApi.step;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.segcast.it.Answer;
import org.segcast.it.Checkout;
import org.segcast.it.PageReader;
import org.segcast.it.SegcastServer;

/** What is wrong with a connection is said once, in words, in the test of the connection, the run and the log; without traces or secrets. */
@Tag("odoo")
class OdooBadInputIT {
    private static OdooScratch odoo;
    private SegcastServer server;

    @BeforeAll
    static void an_empty_odoo() {
        odoo = OdooScratch.of("it_bad", OdooScratch.EMPTY);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private void start(TestInfo test, Map<String, String> settings) {
        server = new SegcastServer("odoo-" + test.getTestMethod().orElseThrow().getName())
                .with(odoo.settings())
                .with(settings)
                .start();
    }

    private void assertSaid(String... words) {
        Answer check = server.api().post("connection/test", "{}");
        assertEquals(200, check.status(), check::toString);
        assertFalse(check.object().getBoolean("ok"), check::toString);
        JsonObject run = server.api().run();
        assertEquals("FAILED", run.getString("state"), run::toString);
        String message = run.getString("message");
        assertEquals(message, step(run, "sync").getString("message"));
        for (String word : words) {
            assertTrue(check.body().contains(word), () -> word + " is not in " + check.body());
            assertTrue(message.contains(word), () -> word + " is not in " + message);
        }
        assertTrue(server.log().contains(message), () -> "not in the log: " + message);
        assertClean(check.body() + run);
    }

    private void assertClean(String answers) {
        for (String trace : new String[] {"Exception", "\tat ", "\\tat ", "Traceback"}) {
            assertFalse(answers.contains(trace), () -> trace + " in " + answers);
        }
        for (String text : new String[] {answers, server.log()}) {
            assertFalse(text.contains(odoo.key()), "the API key is told");
            assertFalse(text.contains(server.password()), "the password is told");
        }
    }

    @Test
    void an_address_where_nobody_answers(TestInfo test) {
        String nobody = "http://127.0.0.1:" + Checkout.freePort();
        start(test, Map.of("SEGCAST_ODOO_URL", nobody));
        assertSaid(nobody, "nobody answers there: check host and port");
    }

    @Test
    void a_wrong_key(TestInfo test) {
        String wrong = Checkout.password();
        start(test, Map.of("SEGCAST_ODOO_API_KEY", wrong));
        assertSaid("Odoo refused the login for user 'admin'", "check the API key");
        assertFalse(server.log().contains(wrong), "a wrong key is a secret too: it may be right elsewhere");
    }

    @Test
    void an_unknown_database(TestInfo test) {
        start(test, Map.of("SEGCAST_ODOO_DATABASE", "it_no_such_database"));
        assertSaid("knows no database 'it_no_such_database'", "segcast.odoo.database");
    }

    @Test
    void a_user_with_few_rights(TestInfo test) {
        start(test, Map.of("SEGCAST_ODOO_API_KEY", OdooUser.withFewRights(odoo), "SEGCAST_ODOO_USER", "few"));
        assertSaid("the API key's user", "right");
    }

    @Test
    void a_server_that_never_answers(TestInfo test) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            start(
                    test,
                    Map.of(
                            "SEGCAST_ODOO_URL",
                            "http://127.0.0.1:" + silent.getLocalPort(),
                            "SEGCAST_ODOO_REQUEST_TIMEOUT",
                            "PT1S"));
            assertSaid("no answer within 1 s", "segcast.odoo.request-timeout");
        }
    }

    @Test
    void settings_that_cannot_be_are_all_told_at_once(TestInfo test) {
        start(
                test,
                Map.of("SEGCAST_ODOO_URL", "crm example", "SEGCAST_ODOO_DATABASE", "", "SEGCAST_AS_OF", "tomorrow"));
        Answer check = server.api().post("connection/test", "{}");
        Answer run = server.api().post("runs", "{}");
        assertEquals(409, run.status(), run::toString);
        for (String name : new String[] {"segcast.odoo.url", "segcast.odoo.database", "segcast.as-of"}) {
            assertTrue(check.body().contains(name), () -> name + " is not in " + check.body());
            assertTrue(run.body().contains(name), () -> name + " is not in " + run.body());
            assertTrue(server.log().contains(name), () -> name + " is not in the log");
        }
        assertClean(check.body() + run.body());
    }

    @Test
    void an_odoo_without_the_sales_app_is_told_and_its_contacts_are_read(TestInfo test) {
        OdooScratch bare = OdooScratch.of("it_bare", OdooScratch.WITHOUT_SALES);
        bare.create("res.partner", Map.of("name", "Ada", "email", "ada@example.org"));
        start(test, bare.settings());
        Answer check = server.api().post("connection/test", "{}");
        assertFalse(check.object().getBoolean("ok"), check::toString);
        assertTrue(check.body().contains("install the Sales app"), check.body());
        JsonObject run = server.api().run();
        assertEquals("COMPLETED", run.getString("state"), run::toString);
        assertEquals(1, server.api().status().getInt("contacts"), run::toString);
        assertClean(check.body() + run);
        assertFalse(server.log().contains(bare.key()), "the API key is told");
    }

    @Test
    void an_empty_odoo_is_no_failure(TestInfo test) {
        start(test, Map.of("SEGCAST_PUSH", "auto"));
        assertTrue(server.api().post("connection/test", "{}").object().getBoolean("ok"));
        JsonObject run = server.api().run();
        assertEquals("COMPLETED", run.getString("state"), run::toString);
        assertEquals(0, server.api().status().getInt("orders"));
        server.api()
                .get("models")
                .array()
                .getValuesAs(JsonObject.class)
                .forEach(model -> assertFalse(model.getString("reason", "").isBlank(), model::toString));
        assertEquals(1, server.api().lines("scores.csv").size(), "a header alone");
        assertClean(run.toString());
        PageReader reader = new PageReader(server);
        assertEquals(302, reader.signIn("admin", server.password()).status());
        for (String page : List.of("dashboard", "segments", "contacts", "models", "push", "runs", "connection")) {
            Answer answer = reader.open(page + ".xhtml");
            assertEquals(200, answer.status(), () -> page + ": " + answer);
            assertTrue(answer.body().contains("<h1"), () -> page + ": " + answer);
        }
        String dashboard = reader.open("dashboard.xhtml").body();
        assertTrue(
                dashboard.contains("The CRM holds nobody yet") || dashboard.contains("Nobody has ordered yet"),
                dashboard);
    }
}
