/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

/** The API as clients of every role see it, from outside. */
@ArquillianTest
class RestIT {
    @ArquillianResource
    URL deployed;

    private SegcastApi nobody;
    private SegcastApi admin;
    private final List<String> made = new ArrayList<>();

    @Deployment(testable = false)
    static WebArchive segcast() {
        return Deployed.asBuilt();
    }

    @BeforeEach
    void the_sample_is_there() {
        nobody = SegcastApi.nobody(URI.create(deployed.toString()).resolve("/"));
        admin = nobody.as("admin", FreshServer.password());
        assertEquals("COMPLETED", admin.lastRunsEnd().getString("state"));
    }

    @AfterEach
    void accounts_go() {
        admin.lastRunsEnd();
        made.forEach(name -> assertEquals(204, admin.delete("accounts/" + name).status()));
    }

    private SegcastApi account(String role) {
        String name = "it-" + role + "-" + made.size();
        Answer answer = admin.post(
                "accounts",
                Json.createObjectBuilder()
                        .add("name", name)
                        .add("role", role)
                        .build()
                        .toString());
        assertEquals(201, answer.status(), answer::toString);
        made.add(name);
        return nobody.as(name, answer.object().getString("secret"));
    }

    private static void assertProblem(int status, Answer answer) {
        assertEquals(status, answer.status(), answer::toString);
        assertTrue(answer.problem(), () -> answer.headers().map() + " " + answer);
        assertFalse(
                answer.body().contains("Exception") || answer.body().contains("\tat "), () -> "internals in " + answer);
    }

    // ---- Who may do what

    @Test
    void without_a_name_and_password_there_is_only_a_401() {
        for (SegcastApi stranger : List.of(
                nobody,
                nobody.as("admin", "wrong"),
                nobody.as("nobody", Checkout.password()),
                nobody.with("Authorization", "Bearer segcast_made-up"),
                nobody.with("Authorization", "Digest x"))) {
            for (Answer answer : List.of(
                    stranger.get("status"),
                    stranger.get("scores.csv"),
                    stranger.get("no-such-thing"),
                    stranger.post("runs", "{}"))) {
                assertProblem(401, answer);
                assertTrue(answer.header("WWW-Authenticate").startsWith("Basic "), answer::toString);
            }
        }
    }

    @Test
    void a_viewer_looks_and_changes_nothing() {
        SegcastApi viewer = account("viewer");
        for (String open :
                List.of("status", "runs", "segments", "models", "plan", "pushes", "schedule", "connection")) {
            assertEquals(200, viewer.get(open).status(), open);
        }
        long id = viewer.status().getJsonObject("lastRun").getInt("id");
        for (String closed : List.of(
                "runs",
                "push",
                "runs/" + id + "/stop",
                "runs/" + id + "/restart",
                "connection/test",
                "comparisons",
                "lifetime")) {
            assertProblem(403, viewer.post(closed, "{}"));
        }
        assertProblem(403, viewer.post("pushes/" + id + "/undo", "{}"));
        assertProblem(403, viewer.get("footprint"));
        assertProblem(403, viewer.post("footprint/removal", "{\"confirm\":\"remove\"}"));
        assertProblem(403, viewer.put("schedule", "{\"cron\":\"0 3 * * *\",\"zone\":\"UTC\",\"enabled\":false}"));
        assertEquals(id, viewer.status().getJsonObject("lastRun").getInt("id"), "nothing was started");
    }

    @Test
    void a_marketer_runs_and_pushes() {
        SegcastApi marketer = account("marketer");
        assertEquals("COMPLETED", marketer.run().getString("state"));
        String plan = marketer.get("plan").object().getString("fingerprint");
        assertEquals("COMPLETED", marketer.push(plan).getString("state"));
        assertTrue(marketer.post("connection/test", "{}").object().getBoolean("ok"));
    }

    @Test
    void only_an_admin_sees_and_makes_accounts() {
        assertTrue(admin.get("accounts").array().getValuesAs(JsonObject.class).stream()
                .anyMatch(account -> account.getString("name").equals("admin")));
        for (String role : List.of("viewer", "marketer")) {
            SegcastApi other = account(role);
            assertProblem(403, other.get("accounts"));
            assertProblem(403, other.post("accounts", "{\"name\":\"friend\",\"role\":\"admin\"}"));
            assertProblem(403, other.delete("accounts/admin"));
        }
    }

    @Test
    void accounts_that_cannot_be_are_refused_in_words() {
        assertProblem(400, admin.post("accounts", "{}"));
        assertProblem(400, admin.post("accounts", "{\"name\":\"x\",\"role\":\"emperor\"}"));
        assertProblem(409, admin.post("accounts", "{\"name\":\"admin\",\"role\":\"viewer\"}"));
        assertProblem(409, admin.delete("accounts/admin"));
        assertTrue(admin.delete("accounts/admin").detail().contains("last admin"));
    }

    @Test
    void a_bearer_token_works_like_its_account() {
        Answer issued = account("viewer").post("tokens", "{\"label\":\"test\"}");
        assertEquals(201, issued.status(), issued::toString);
        SegcastApi bearer =
                nobody.with("Authorization", "Bearer " + issued.object().getString("secret"));
        assertEquals(200, bearer.get("status").status());
        assertProblem(403, bearer.post("runs", "{}"));
        assertEquals(204, admin.delete("accounts/" + made.remove(0)).status());
        assertProblem(401, bearer.get("status"));
    }

    @Test
    void cookies_that_came_with_a_header_let_nobody_in_without_it() {
        String cookies = admin.get("status").cookies();
        assertFalse(cookies.isEmpty());
        assertProblem(401, nobody.with("Cookie", cookies).get("status"));
        assertProblem(401, nobody.with("Cookie", cookies).post("runs", "{}"));
    }

    // ---- What is asked wrongly

    @Test
    void broken_bodies_are_400() {
        for (String body : List.of("{not json", "[]", "\"text\"", "7", "{\"a\":")) {
            assertProblem(400, admin.post("runs", body));
            assertProblem(400, admin.post("push", body));
        }
        assertProblem(400, admin.put("schedule", "{\"cron\":7}"));
        assertProblem(400, admin.put("schedule", "{\"cron\":\"never\",\"zone\":\"UTC\",\"enabled\":true}"));
        assertProblem(400, admin.post("push", "{\"plan\":7}"));
    }

    @Test
    void what_is_not_there_is_404() {
        for (String path : List.of(
                "no-such-thing",
                "runs/999999",
                "runs/999999/rejected",
                "runs/not-a-number",
                "segments/no-such",
                "segments/no-such/members",
                "contacts/no-such",
                "models/no-such")) {
            assertProblem(404, admin.get(path));
        }
        assertProblem(404, admin.post("runs/999999/stop", "{}"));
        assertProblem(404, admin.post("runs/999999/restart", "{}"));
    }

    @Test
    void a_method_or_media_type_that_does_not_fit_is_told() {
        assertProblem(405, admin.delete("status"));
        assertProblem(406, admin.getAs("status", "image/png"));
    }

    @Test
    void a_second_start_while_one_runs_is_409_with_the_running_ones_number() {
        String run = SegcastApi.accepted(admin.post("runs", "{}"));
        Answer second = admin.post("runs", "");
        assertProblem(409, second);
        assertTrue(second.detail().contains(run.substring(run.lastIndexOf('/') + 1)), second::toString);
        assertProblem(409, admin.post("push", "{}"));
        assertEquals(202, admin.post(run + "/stop", "").status());
        JsonObject stopped = admin.end(run);
        if (stopped.getString("state").equals("STOPPED")) {
            assertEquals(202, admin.post(run + "/restart", "").status());
            assertEquals("COMPLETED", admin.end(run).getString("state"));
        }
        assertProblem(409, admin.post(run + "/stop", ""));
    }

    @Test
    void the_plan_that_was_approved_is_the_only_one_sent() {
        JsonObject plan = admin.get("plan").object();
        JsonObject run = admin.push("an-older-plan");
        assertEquals("COMPLETED", run.getString("state"));
        assertEquals(plan.getString("fingerprint"), admin.get("plan").object().getString("fingerprint"));
    }

    // ---- What is answered

    @Test
    void members_come_in_pages_that_hold_everybody_once() {
        JsonObject segment = admin.get("segments").array().getValuesAs(JsonObject.class).stream()
                .filter(found -> found.getInt("size") > 20)
                .findFirst()
                .orElseThrow();
        String members = "segments/" + segment.getString("key") + "/members";
        int size = segment.getInt("size");
        Set<String> seen = new HashSet<>();
        int step = Math.max(1, Math.min(1000, size / 3));
        for (int offset = 0; offset < size; offset += step) {
            JsonObject page =
                    admin.get(members + "?limit=" + step + "&offset=" + offset).object();
            assertEquals(size, page.getInt("total"));
            page.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                    .map(member -> member.getString("contactId"))
                    .forEach(id -> assertTrue(seen.add(id), id + " twice"));
        }
        assertEquals(size, seen.size());
        assertEquals(size + 1, admin.lines(members + "?format=csv").size(), "header and everybody");
        assertEquals(
                0,
                admin.get(members + "?offset=" + size)
                        .object()
                        .getJsonArray("items")
                        .size());
    }

    @Test
    void limits_beyond_the_bounds_are_400() {
        String members =
                "segments/" + admin.get("segments").array().getJsonObject(0).getString("key") + "/members";
        for (String query : List.of("limit=0", "limit=5000", "limit=-1", "offset=-1")) {
            assertProblem(400, admin.get(members + "?" + query));
        }
        for (String query : List.of("limit=many", "offset=99999999999")) {
            Answer answer = admin.get(members + "?" + query);
            assertTrue(answer.status() == 400 || answer.status() == 404, answer::toString);
            assertTrue(answer.problem(), answer::toString);
        }
    }

    @Test
    void search_text_is_only_text() {
        String members =
                "segments/" + admin.get("segments").array().getJsonObject(0).getString("key") + "/members";
        for (String search : List.of("%27%20or%20%271%27%3D%271", "%25", "_", "%5C", "%00")) {
            Answer answer = admin.get(members + "?search=" + search);
            assertEquals(200, answer.status(), answer::toString);
            assertEquals(0, answer.object().getInt("total"), () -> search + " matched " + answer);
        }
    }

    @Test
    void every_column_of_the_feature_file_is_described_with_what_its_values_come_to() {
        JsonObject told = admin.get("features").object();
        List<String> columns =
                Cells.of(admin.get("features.csv").body().lines().findFirst().orElseThrow());
        List<JsonObject> features = told.getJsonArray("features").getValuesAs(JsonObject.class);
        assertEquals(
                new TreeSet<>(columns.subList(1, columns.size())),
                features.stream()
                        .map(feature -> feature.getString("name"))
                        .collect(Collectors.toCollection(TreeSet::new)));
        JsonObject orders = features.stream()
                .filter(feature -> feature.getString("name").equals("order_count"))
                .findFirst()
                .orElseThrow();
        assertEquals("number", orders.getString("type"));
        assertEquals(1, orders.getJsonNumber("coverage").doubleValue());
        JsonObject numbers = orders.getJsonObject("numbers");
        assertEquals(0, numbers.getJsonNumber("least").doubleValue(), "prospects have no order");
        assertEquals(
                told.getJsonNumber("contacts").longValue(),
                numbers.getJsonArray("bins").getValuesAs(JsonNumber.class).stream()
                        .mapToLong(JsonNumber::longValue)
                        .sum());
    }

    @Test
    void files_hold_no_formulas() {
        List<String> files = new ArrayList<>(List.of("scores.csv", "features.csv"));
        admin.get("segments").array().getValuesAs(JsonObject.class).stream()
                .filter(segment -> segment.getInt("size") > 0)
                .forEach(segment -> files.add("segments/" + segment.getString("key") + "/members?format=csv"));
        for (String file : files) {
            Answer answer = admin.get(file);
            assertEquals(200, answer.status(), file);
            assertTrue(answer.header("Content-Type").startsWith("text/csv"), file);
            assertTrue(answer.header("Content-Disposition").startsWith("attachment"), file);
            assertTrue(answer.body().lines().count() > 1, file + " is empty");
            answer.body()
                    .lines()
                    .flatMap(line -> Cells.of(line).stream())
                    .forEach(cell -> assertFalse(Cells.formula(cell), () -> file + " holds " + cell));
        }
    }

    @Test
    void every_path_of_the_api_is_documented_and_every_documented_one_is_there() {
        JsonObject paths = nobody.get("/openapi?format=JSON").object().getJsonObject("paths");
        Set<String> documented = new TreeSet<>();
        paths.forEach((path, item) -> item.asJsonObject().forEach((method, operation) -> {
            documented.add(method.toUpperCase(java.util.Locale.ROOT) + " "
                    + path.replaceFirst(".*/api/v1/", "").replaceAll("\\{(\\w+):[^}]*}", "{$1}"));
            assertFalse(
                    operation.asJsonObject().getString("summary", "").isBlank(),
                    method + " " + path + " has a summary");
        }));
        assertEquals(ApiPaths.declared(), documented);
    }

    @Test
    void every_answer_carries_the_headers_that_keep_browsers_safe() {
        for (Answer answer : List.of(
                admin.get("status"),
                admin.get("scores.csv"),
                nobody.get("status"),
                admin.get("no-such-thing"),
                nobody.get("/segcast/"),
                nobody.get("/segcast/login.xhtml"))) {
            assertEquals("nosniff", answer.header("X-Content-Type-Options"), answer::toString);
            assertEquals("DENY", answer.header("X-Frame-Options"), answer::toString);
            assertEquals("same-origin", answer.header("Referrer-Policy"), answer::toString);
            assertTrue(answer.header("Cache-Control").contains("no-store"), answer::toString);
            assertEquals("", answer.header("X-Powered-By"), answer::toString);
            assertEquals("", answer.header("Server"), answer::toString);
            String policy = answer.header("Content-Security-Policy");
            assertTrue(policy.contains("frame-ancestors 'none'"), () -> policy + " of " + answer);
            assertFalse(policy.contains("unsafe-eval"), policy);
            answer.headers().allValues("Set-Cookie").forEach(cookie -> {
                assertTrue(cookie.toLowerCase(java.util.Locale.ROOT).contains("httponly"), cookie);
                assertTrue(cookie.toLowerCase(java.util.Locale.ROOT).contains("samesite"), cookie);
            });
        }
    }

    @Test
    void pages_lead_strangers_to_the_sign_in_page() {
        for (String page : List.of("/segcast/", "/segcast/dashboard.xhtml", "/segcast/accounts.xhtml")) {
            Answer answer = nobody.get(page);
            assertEquals(302, answer.status(), answer::toString);
            assertTrue(answer.header("Location").contains("/segcast/login.xhtml"), answer.header("Location"));
        }
        assertEquals(200, nobody.get("/segcast/login.xhtml").status());
        Answer source = nobody.get("/segcast/WEB-INF/web.xml");
        assertFalse(source.body().contains("<web-app"), source::toString);
    }

    @Test
    void health_and_the_api_description_are_open_and_metrics_hold_no_names() {
        assertEquals(200, nobody.get("/health/ready").status());
        assertEquals(200, nobody.get("/health/live").status());
        assertEquals(200, nobody.get("/openapi").status());
        Answer metrics = nobody.get("/metrics");
        assertEquals(200, metrics.status());
        assertFalse(metrics.body().contains("@example"), "people's addresses");
    }

    @Test
    void a_contact_is_answered_whole() {
        String line = admin.lines("scores.csv").get(1);
        JsonObject contact = admin.get("contacts/" + Cells.of(line).get(0)).object();
        assertTrue(contact.containsKey("features"), contact::toString);
        assertTrue(contact.getJsonObject("features").containsKey("days_since_last_order"), contact::toString);
    }

    @Test
    void a_runs_rejected_records_have_reasons() {
        int id = admin.status().getJsonObject("lastRun").getInt("id");
        JsonArray rejected = admin.get("runs/" + id + "/rejected").array();
        rejected.getValuesAs(JsonObject.class)
                .forEach(row -> assertFalse(row.getString("reason").isBlank(), row::toString));
    }

    // ---- The way back

    @Test
    void a_push_is_told_set_back_and_sent_again() {
        JsonObject sent = admin.get("pushes").array().getJsonObject(0);
        if (!sent.getString("kind").equals("FULL")) {
            admin.push(admin.get("plan").object().getString("fingerprint"));
            sent = admin.get("pushes").array().getJsonObject(0);
        }
        int id = sent.getInt("id");
        assertTrue(sent.getInt("contacts") > 0, sent::toString);
        JsonObject undo = admin.end(SegcastApi.accepted(admin.post("pushes/" + id + "/undo", "{}")));
        assertEquals("COMPLETED", undo.getString("state"), undo::toString);
        JsonArray told = admin.get("pushes").array();
        assertEquals("UNDO", told.getJsonObject(0).getString("kind"));
        assertEquals(
                undo.getInt("id"),
                told.getValuesAs(JsonObject.class).stream()
                        .filter(push -> push.getInt("id") == id)
                        .findFirst()
                        .orElseThrow()
                        .getInt("undoneBy"));
        assertProblem(409, admin.post("pushes/" + id + "/undo", "{}"));
        JsonObject plan = admin.get("plan").object();
        assertEquals(sent.getInt("contacts"), plan.getInt("contacts"), "the differences are shown again");
        JsonObject dry = admin.post("push?dryRun=true", "{}").object();
        assertEquals(plan, dry.getJsonObject("plan"));
        assertTrue(dry.getInt("calls") > 0, dry::toString);
        assertEquals(plan, admin.get("plan").object(), "a dry run changes nothing");
        assertEquals("COMPLETED", admin.push(plan.getString("fingerprint")).getString("state"));
        assertEquals(0, admin.get("plan").object().getInt("contacts"));
    }

    @Test
    void all_marks_go_when_an_admin_says_so_and_come_again_with_the_next_push() {
        assertProblem(403, account("marketer").get("footprint"));
        JsonObject footprint = admin.get("footprint").object();
        assertFalse(footprint.getJsonArray("tags").isEmpty(), footprint::toString);
        assertProblem(400, admin.post("footprint/removal", "{}"));
        JsonObject removal =
                admin.end(SegcastApi.accepted(admin.post("footprint/removal", "{\"confirm\":\"remove\"}")));
        assertEquals("COMPLETED", removal.getString("state"), removal::toString);
        JsonObject nothing = admin.get("footprint").object();
        assertTrue(nothing.getJsonArray("tags").isEmpty() && nothing.getInt("contacts") == 0, nothing::toString);
        String plan = admin.get("plan").object().getString("fingerprint");
        assertEquals("COMPLETED", admin.push(plan).getString("state"));
        assertEquals(
                footprint.getInt("contacts"), admin.get("footprint").object().getInt("contacts"));
    }
}
