/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segcast.it.Answer;
import org.segcast.it.Checkout;
import org.segcast.it.SegcastApi;

/** Several connections over the API: who may change them, what is refused, and that everything follows the one in use. */
@ArquillianTest
class ConnectionsIT {
    private static final String KEY = "key-" + Checkout.password();

    @ArquillianResource
    URL deployed;

    private SegcastApi nobody;
    private SegcastApi admin;
    private final List<String> accounts = new ArrayList<>();
    /** Another one for each test: the journal knows a CRM again by its folder. */
    private final Path shop = folder();

    @Deployment(testable = false)
    static WebArchive segcast() {
        return Deployed.asBuilt();
    }

    @BeforeEach
    void the_sample_is_there() {
        nobody = SegcastApi.nobody(URI.create(deployed.toString()).resolve("/"));
        admin = nobody.as("admin", FreshServer.password());
        assertEquals("COMPLETED", admin.lastRunsEnd().getString("state"));
        write("contacts.csv", "id,name,email", "1,Ada,ada@shop.example", "2,Ben,ben@shop.example");
        write(
                "orders.csv",
                "id,contact_id,date,amount,currency,state",
                "10,1,2026-01-05,20.00,EUR,confirmed",
                "11,2,not a day,20.00,EUR,confirmed");
    }

    @AfterEach
    void only_the_sample_stays() {
        use(id("Sample CRM"));
        all().stream()
                .filter(connection -> !connection.getBoolean("inUse"))
                .forEach(connection -> assertEquals(
                        204,
                        admin.delete(removal(connection.getInt("id"), connection.getString("name"), true))
                                .status()));
        accounts.forEach(
                name -> assertEquals(204, admin.delete("accounts/" + name).status()));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Checkout.target(), "connections-it");
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private void write(String file, String... lines) {
        try {
            Files.write(shop.resolve(file), List.of(lines));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private SegcastApi account(String role) {
        String name = "connections-" + role;
        Answer answer = admin.post("accounts", "{\"name\":\"" + name + "\",\"role\":\"" + role + "\"}");
        assertEquals(201, answer.status(), answer::toString);
        accounts.add(name);
        return nobody.as(name, answer.object().getString("secret"));
    }

    private List<JsonObject> all() {
        return admin.get("connections").array().getValuesAs(JsonObject.class);
    }

    private int id(String name) {
        return all().stream()
                .filter(connection -> connection.getString("name").equals(name))
                .findFirst()
                .orElseThrow()
                .getInt("id");
    }

    private static String body(String name, String kind, Map<String, String> settings) {
        JsonObjectBuilder texts = Json.createObjectBuilder();
        settings.forEach(texts::add);
        return Json.createObjectBuilder()
                .add("name", name)
                .add("kind", kind)
                .add("settings", texts)
                .build()
                .toString();
    }

    private String shop(String name) {
        return body(name, "csv", Map.of("dir", shop.toString()));
    }

    private static String odoo(String name, String url, String key) {
        return body(name, "odoo", Map.of("url", url, "database", "prod", "user", "sync", "api-key", key));
    }

    private int add(String body) {
        Answer answer = admin.post("connections", body);
        assertEquals(201, answer.status(), answer::toString);
        assertEquals(200, admin.get(answer.header("Location")).status());
        return answer.object().getInt("id");
    }

    private void use(int id) {
        Answer answer = admin.post("connections/" + id + "/use", "");
        assertEquals(200, answer.status(), answer::toString);
        assertTrue(answer.object().getBoolean("inUse"));
    }

    private static String removal(int id, String name, boolean data) {
        return "connections/" + id + "?data=" + data + "&confirm=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private static void assertProblem(int status, Answer answer) {
        assertEquals(status, answer.status(), answer::toString);
        assertTrue(answer.problem(), answer::toString);
    }

    @Test
    void everything_follows_the_connection_in_use_and_is_as_it_was_when_it_is_used_again() {
        JsonObject sample = admin.status();
        int models = admin.get("models").array().size();
        int added = add(shop("Shop"));
        assertTrue(admin.post("connections/" + added + "/test", "").object().getBoolean("ok"));
        use(added);
        JsonObject empty = admin.status();
        assertTrue(empty.getString("crm").contains(shop.toString()), empty::toString);
        assertFalse(empty.containsKey("lastRun"), empty::toString);
        assertEquals(0, empty.getInt("contacts"));
        assertEquals(0, admin.get("models").array().size());
        assertProblem(404, admin.get("plan"));

        JsonObject run = admin.run();
        assertEquals("COMPLETED", run.getString("state"), run::toString);
        assertEquals(2, admin.status().getInt("contacts"));
        assertEquals(1, admin.get("runs").array().size());

        use(id("Sample CRM"));
        assertEquals(sample, admin.status());
        assertEquals(models, admin.get("models").array().size());
        use(added);
        assertEquals(run.getInt("id"), admin.status().getJsonObject("lastRun").getInt("id"));
    }

    @Test
    void no_other_connection_is_used_and_the_one_in_use_is_not_changed_while_a_run_is_going() {
        int added = add(shop("Shop"));
        String run = SegcastApi.accepted(admin.post("runs", "{}"));
        Answer refused = admin.post("connections/" + added + "/use", "");
        Answer sample = admin.put("connections/" + id("Sample CRM"), "{\"push\":\"manual\"}");
        if (!admin.get(run).object().getString("state").equals("COMPLETED")) {
            assertProblem(409, refused);
            assertTrue(refused.detail().contains("still going"), refused::toString);
            assertProblem(409, sample);
        }
        assertEquals("COMPLETED", admin.end(run).getString("state"));
    }

    @Test
    void secrets_go_in_and_never_come_out() throws IOException {
        int added = add(odoo("Production", "https://crm.invalid", KEY));
        Answer changed = admin.put("connections/" + added, odoo("Production two", "https://crm.invalid", ""));
        assertEquals(200, changed.status(), changed::toString);
        for (Answer answer : List.of(
                changed,
                admin.get("connections"),
                admin.get("connections/" + added),
                admin.get("connection"),
                admin.post("connections/" + added + "/test", ""),
                admin.put("connections/" + added, odoo("Production", "no address", KEY)))) {
            assertFalse(answer.body().contains(KEY), answer::toString);
        }
        assertEquals(
                "api-key",
                admin.get("connections/" + added)
                        .object()
                        .getJsonArray("secrets")
                        .getString(0));
        assertFalse(state().contains(KEY), "the key is in the state database in plain text");
        assertTrue(state().contains("crm.invalid"), "the state database was looked at, at all");
        assertEquals(204, admin.post("connections/rotate-key", "").status());
        assertEquals(List.of(), admin.get("connections/" + added).object().getJsonArray("problems"));
        try (Stream<Path> logs = Files.walk(Checkout.liberty().resolve("usr/servers/segcast-arquillian/logs"))) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(log, StandardCharsets.ISO_8859_1).contains(KEY), () -> "in " + log);
            }
        }
    }

    /** What stands in the database's file by now; it is written behind a change within a second or two. */
    private static String state() throws IOException {
        Path file = Checkout.target().resolve("arquillian-home/state.mv.db");
        return org.segcast.it.Patience.until(
                "the connection in the state database's file",
                java.time.Duration.ofSeconds(30),
                () -> {
                    try {
                        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                    } catch (IOException broken) {
                        throw new java.io.UncheckedIOException(broken);
                    }
                },
                text -> text.contains("crm.invalid"));
    }

    @Test
    void a_key_is_not_sent_to_a_new_address_unasked() {
        int added = add(odoo("Production", "https://crm.invalid", KEY));
        Answer moved = admin.put("connections/" + added, odoo("Production", "https://elsewhere.invalid", ""));
        assertProblem(400, moved);
        assertTrue(moved.detail().contains("entered again"), moved::toString);
    }

    @Test
    void every_problem_of_a_draft_is_told_with_its_field() {
        Answer answer = admin.post("connections", body("", "odoo", Map.of("url", "crm.example", "colour", "red")));
        assertProblem(400, answer);
        assertEquals(
                Set.of("name", "url", "colour", "database", "user", "api-key"),
                answer.object().getJsonArray("problems").getValuesAs(JsonObject.class).stream()
                        .map(problem -> problem.getString("field"))
                        .collect(Collectors.toSet()));
        assertProblem(400, admin.post("connections", body("X", "fax", Map.of())));
        assertProblem(400, admin.post("connections", "{\"name\":\"X\",\"kind\":\"csv\",\"settings\":[]}"));
        assertProblem(400, admin.post("connections", "{\"name\":\"X\",\"kind\":\"csv\",\"settings\":{\"dir\":7}}"));
        assertProblem(400, admin.post("connections", body("Second sample", "sample", Map.of())));
        JsonObject check = admin.post("connections/test", body("X", "csv", Map.of("dir", "/no/such/folder")))
                .object();
        assertFalse(check.getBoolean("ok"));
        assertTrue(
                check.getJsonArray("steps").getJsonObject(0).getString("found").contains("/no/such/folder"),
                check::toString);
        assertEquals(1, all().size());
    }

    @Test
    void only_an_admin_changes_connections_and_viewers_see_them_without_secrets() {
        int added = add(odoo("Production", "https://crm.invalid", KEY));
        for (String role : List.of("viewer", "marketer")) {
            SegcastApi other = account(role);
            assertEquals(2, other.get("connections").array().size());
            assertTrue(other.get("connections/kinds").array().getValuesAs(JsonObject.class).stream()
                    .map(kind -> kind.getString("key"))
                    .toList()
                    .containsAll(List.of("csv", "odoo", "sample")));
            assertFalse(other.get("connections").body().contains(KEY));
            assertProblem(403, other.post("connections", shop("Mine")));
            assertProblem(403, other.put("connections/" + added, "{}"));
            assertProblem(403, other.post("connections/" + added + "/use", ""));
            assertProblem(403, other.post("connections/test", shop("Mine")));
            assertProblem(403, other.post("connections/rotate-key", ""));
            assertProblem(403, other.delete(removal(added, "Production", true)));
        }
        assertEquals(2, all().size());
    }

    @Test
    void a_connection_is_removed_by_its_name_never_in_use_and_with_its_data_where_asked() {
        int added = add(shop("Shop & Co"));
        use(added);
        JsonObject run = admin.run();
        assertEquals("COMPLETED", run.getString("state"));
        String leftOut = "runs/" + run.getInt("id") + "/rejected";
        assertEquals(1, admin.get(leftOut).array().size());
        assertProblem(409, admin.delete(removal(added, "Shop & Co", true)));
        use(id("Sample CRM"));
        assertProblem(400, admin.delete(removal(added, "Shop", true)));
        assertEquals(1, warehouses("csv-"));
        assertEquals(204, admin.delete(removal(added, "Shop & Co", true)).status());
        assertEquals(0, warehouses("csv-"));
        assertEquals(0, admin.get(leftOut).array().size(), "what was told of the CRM's records goes, too");
        assertProblem(404, admin.get("connections/" + added));
        assertProblem(404, admin.post("connections/" + added + "/use", ""));
    }

    @Test
    void reviews_go_with_the_data_of_their_connection_and_stay_where_it_is_kept() {
        int added = add(shop("Shop & Co"));
        use(added);
        assertEquals("COMPLETED", admin.run().getString("state"));
        assertEquals(
                201,
                admin.post("segments/prospects/reviews", "{\"note\": \"Ours\"}").status());
        assertEquals(1, reviewsAfterRemoval(added, false));
        assertEquals(0, reviewsAfterRemoval(id("Shop & Co"), true));
    }

    /** Of the same folder, connected once more. */
    private int reviewsAfterRemoval(int connection, boolean withData) {
        use(id("Sample CRM"));
        assertEquals(
                204, admin.delete(removal(connection, "Shop & Co", withData)).status());
        use(add(shop("Shop & Co")));
        assertEquals("COMPLETED", admin.run().getString("state"));
        return admin.get("segments/prospects/reviews").array().size();
    }

    @Test
    void a_sync_alone_is_a_run_and_its_figures_and_left_out_records_are_kept() {
        int added = add(shop("Shop"));
        use(added);
        JsonObject first = admin.end(SegcastApi.accepted(admin.post("runs", "{\"kind\":\"sync\"}")));
        assertEquals("COMPLETED", first.getString("state"), first::toString);
        assertEquals(1, first.getJsonArray("steps").size());
        JsonObject again = admin.end(SegcastApi.accepted(admin.post("runs", "{\"fullSync\":true}")));
        assertEquals("RESYNC", again.getString("kind"));
        assertProblem(400, admin.post("runs", "{\"kind\":\"sometimes\"}"));
        assertProblem(400, admin.post("runs", "{\"fullSync\":\"yes\"}"));

        List<JsonObject> syncs =
                admin.get("connections/" + added + "/syncs").array().getValuesAs(JsonObject.class);
        assertEquals(2, syncs.size());
        JsonObject oldest = syncs.get(1);
        assertEquals(first.getInt("id"), oldest.getInt("run"));
        assertEquals(2, oldest.getInt("contactsRead"));
        assertEquals(1, oldest.getInt("ordersRead"));
        assertEquals(1, oldest.getInt("rejected"));
        assertEquals(0, syncs.get(0).getInt("changed"), "nothing changed between them");

        String rejected = "runs/" + first.getInt("id") + "/rejected";
        assertEquals("11", admin.get(rejected).array().getJsonObject(0).getString("id"));
        assertEquals(0, admin.get(rejected + "?offset=1").array().size());
        assertProblem(400, admin.get(rejected + "?limit=0"));
        List<String> file = admin.lines(rejected + "?format=csv");
        assertEquals("kind,id,line,reason,page", file.get(0));
        assertTrue(file.get(1).startsWith("ORDER,11,3,"), file::toString);
        assertEquals(0, admin.get("connections/" + added + "/fields").array().size());
        assertProblem(409, admin.put("connections/" + added + "/fields", "{\"fields\":[\"city\"]}"));
    }

    private static long warehouses(String prefix) {
        try (Stream<Path> files = Files.list(Checkout.target().resolve("arquillian-home"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix) && name.endsWith(".duckdb"))
                    .count();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
