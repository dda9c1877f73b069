/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections and keys that environment variables set, over several starts of one server. */
class EnvironmentIT {
    private static final String SECRET = "key-" + Checkout.password();
    private static final String FIRST_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String SECOND_KEY = "MTEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private final SegcastServer server = new SegcastServer("environment");

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonObject connection(String kind) {
        return server.api().get("connections").array().getValuesAs(JsonObject.class).stream()
                .filter(found -> found.getString("kind").equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private String problems(String kind) {
        return connection(kind).getJsonArray("problems").toString();
    }

    @Test
    void the_environment_names_the_connection_and_its_secret_stays_there() throws IOException {
        server.with("SEGCAST_CRM", "odoo")
                .with("SEGCAST_ODOO_URL", "http://localhost:1")
                .with("SEGCAST_ODOO_DATABASE", "prod")
                .with("SEGCAST_ODOO_USER", "sync")
                .with("SEGCAST_ODOO_API_KEY", SECRET)
                .start();
        SegcastApi api = server.api();
        JsonObject named = connection("odoo");
        assertTrue(named.getBoolean("inUse") && named.getBoolean("fromEnvironment"), named::toString);
        assertEquals("Odoo at http://localhost:1, database prod", api.status().getString("crm"));
        int id = named.getInt("id");
        assertEquals(409, api.put("connections/" + id, "{}").status());
        Answer another = api.post("connections", "{\"name\":\"Look around\",\"kind\":\"sample\"}");
        assertEquals(201, another.status(), another::toString);
        Answer use = api.post("connections/" + another.object().getInt("id") + "/use", "");
        assertEquals(409, use.status(), use::toString);
        assertTrue(use.detail().contains("SEGCAST_CRM"), use::toString);

        server.close();
        for (String name : List.of("URL", "DATABASE", "USER", "API_KEY")) {
            server.without("SEGCAST_ODOO_" + name);
        }
        server.without("SEGCAST_CRM").start();
        assertTrue(connection("sample").getBoolean("inUse"), "with nothing set it is the sample");
        JsonObject left = connection("odoo");
        assertFalse(left.getBoolean("fromEnvironment"), left::toString);
        assertTrue(left.getJsonArray("secrets").isEmpty(), left::toString);
        assertTrue(problems("odoo").contains("API key"), left::toString);
        server.api().lastRunsEnd();
        server.close();
        assertFalse(
                new String(Files.readAllBytes(server.home().resolve("state.mv.db")), StandardCharsets.ISO_8859_1)
                        .contains(SECRET),
                "the secret is in the state database");
        assertFalse(server.log().contains(SECRET), "the secret is in a log");
    }

    @Test
    void a_new_key_takes_over_with_the_old_one_beside_it_and_a_wrong_one_loses_nothing() {
        server.with("SEGCAST_SECRET_KEY", FIRST_KEY).start();
        Answer added = server.api()
                .post(
                        "connections",
                        "{\"name\":\"Production\",\"kind\":\"odoo\",\"settings\":{\"url\":\"http://localhost:1\",\"database\":\"prod\",\"user\":\"sync\",\"api-key\":\""
                                + SECRET + "\"}}");
        assertEquals(201, added.status(), added::toString);
        server.api().lastRunsEnd();
        assertEquals(409, server.api().post("connections/rotate-key", "").status());
        server.close();

        server.with("SEGCAST_SECRET_KEY", SECOND_KEY).start();
        assertTrue(problems("odoo").contains("segcast.secret.key.old"), problems("odoo"));
        server.close();

        server.with("SEGCAST_SECRET_KEY_OLD", FIRST_KEY).start();
        assertEquals("[]", problems("odoo"));
        server.close();

        server.without("SEGCAST_SECRET_KEY_OLD").start();
        assertEquals("[]", problems("odoo"), "it was sealed anew");
        assertFalse(Files.exists(server.home().resolve("secret.key")), "no file is made beside a given key");
    }
}
