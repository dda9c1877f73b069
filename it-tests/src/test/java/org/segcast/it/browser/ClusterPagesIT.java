/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segcast.it.Answer;
import org.segcast.it.Patience;
import org.segcast.it.SegcastServer;

/** Clusters on the sample: looked for, kept, filled by the next run, tagged by choice, and gone again. */
class ClusterPagesIT {
    private final SegcastServer server = new SegcastServer("clusters");
    private final Chromium chromium = new Chromium();

    @BeforeEach
    void start() {
        server.afterFirstRun().start();
    }

    @AfterEach
    void stop() {
        chromium.close();
        server.close();
    }

    @Test
    void clusters_are_found_kept_filled_tagged_and_removed() {
        assertEquals(JsonValue.EMPTY_JSON_ARRAY, server.api().get("clusters").array());
        assertEquals(409, server.api().post("clusters", "{}").status());
        assertProblem("no feature 'shoe_size'", "{\"features\": [\"shoe_size\"]}");
        assertProblem("at least one", "{\"features\": []}");
        assertEquals(400, server.api().put("clusters", "{\"segments\": 3}").status());

        Visit visit = new Visit(chromium.page(Chromium.DESKTOP, ColorScheme.LIGHT), server).signIn();
        Page page = visit.open("segments.xhtml").page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Find clusters"))
                .click();
        visit.button("Find clusters").click();
        assertThat(page.getByText("clusters found").first()).isVisible();
        Chromium.picture(page, "clusters-found");
        JsonObject search = server.api().get("clusters/search").object();
        assertFalse(search.getBoolean("running"));
        int clusters = search.getInt("clusters");
        visit.button("Keep these clusters").click();
        assertThat(page.getByText("In use")).isVisible();
        List<JsonObject> inUse = server.api().get("clusters").array().getValuesAs(JsonObject.class);
        assertEquals(clusters, inUse.size());

        page.getByLabel("Name").first().fill("");
        visit.button("Save names and tags").click();
        assertThat(page.getByText("A cluster has a name of 1 to 60 characters")).isVisible();
        page.getByLabel("Name").first().fill("Our regulars");
        page.getByLabel("Tag in the CRM").first().check();
        visit.button("Save names and tags").click();
        assertThat(page.getByLabel("Name").first()).hasValue("Our regulars");

        run();
        List<JsonObject> segments = clustered();
        assertEquals(clusters + 1, segments.size());
        assertEquals(
                customers(),
                segments.stream().mapToInt(segment -> segment.getInt("size")).sum());
        JsonObject regulars = named(segments, "Our regulars");
        assertTrue(regulars.getInt("size") > 0, regulars::toString);
        JsonObject noFit = named(segments, "No good fit");
        assertTrue(noFit.getInt("size") < 0.05 * customers(), noFit::toString);
        String key = regulars.getString("key");
        String rule = "{\"name\": \"By cluster\", \"colour\": 3, \"rule\": {\"segment\": \"" + key + "\"}}";
        assertEquals(201, server.api().post("rules", rule).status());
        run();
        assertEquals(regulars.getInt("size"), held(key));
        assertEquals(regulars.getInt("size"), size("by-cluster"));
        String member = server.api()
                .get("segments/by-cluster/members?limit=1")
                .object()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("contactId");
        visit.open("contact.xhtml?id=" + member);
        assertThat(visit.heading()).containsText("Our regulars");
        assertThat(page.getByText("Closest cluster: Our regulars")).isVisible();
        JsonObject cluster = server.api().get("contacts/" + member).object().getJsonObject("cluster");
        assertEquals(key, cluster.getJsonObject("segment").getString("key"));
        double confidence = cluster.getJsonNumber("confidence").doubleValue();
        assertTrue(confidence > 0 && confidence <= 1, cluster::toString);
        visit.open("clusters.xhtml");
        Chromium.picture(page, "clusters");
        visit.open("segments.xhtml");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Our regulars"))
                .click();
        assertThat(page.getByText("Cluster segment")).isVisible();
        Visit phone = new Visit(chromium.page(Chromium.PHONE, ColorScheme.LIGHT), server).signIn();
        phone.open("clusters.xhtml");
        Chromium.picture(phone.page(), "clusters-phone");
        assertEquals(Chromium.PHONE, phone.page().evaluate("document.documentElement.scrollWidth"));

        visit.open("clusters.xhtml");
        visit.button("Remove").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.getByText("In use")).hasCount(0);
        run();
        run();
        assertEquals(List.of(), clustered());
        assertEquals(0, held(key));
        assertEquals(0, size("by-cluster"), "the cluster it asks for is no more");
        assertEquals(List.of(), chromium.complaints());
    }

    @Test
    void features_that_tell_nobody_apart_are_refused_in_words() {
        assertEquals(
                202,
                server.api()
                        .post("clusters/search", "{\"features\": [\"mean_gap_days\"]}")
                        .status());
        JsonObject search = Patience.until(
                "the end of the search",
                Duration.ofMinutes(2),
                () -> server.api().get("clusters/search").object(),
                found -> !found.getBoolean("running"));
        assertTrue(search.getString("refusal").contains("None of the 1 chosen features"), search::toString);
        assertEquals(1, search.getJsonArray("leftOut").size());
        Visit visit = new Visit(chromium.page(Chromium.DESKTOP, ColorScheme.LIGHT), server).signIn();
        visit.open("clusters.xhtml");
        assertThat(visit.page().getByText("No clusters found")).isVisible();
    }

    @Test
    void em_and_canopies_look_for_clusters_too_and_pass_the_same_tests() {
        assertProblem("no way 'dbscan'", "{\"way\": \"dbscan\"}");
        for (String way : List.of("em", "canopy")) {
            assertEquals(
                    202,
                    server.api()
                            .post("clusters/search", "{\"way\": \"" + way + "\"}")
                            .status());
            JsonObject search = Patience.until(
                    "the end of the search",
                    Duration.ofMinutes(5),
                    () -> server.api().get("clusters/search").object(),
                    found -> !found.getBoolean("running"));
            assertEquals(way, search.getString("way"));
            assertEquals("", search.getString("trouble"));
            assertEquals(9, search.getJsonArray("trials").size());
            assertEquals(
                    search.containsKey("clusters"), search.getString("refusal").isEmpty(), way);
        }
    }

    private void assertProblem(String expected, String body) {
        Answer answer = server.api().post("clusters/search", body);
        assertEquals(400, answer.status(), answer::toString);
        assertTrue(answer.object().getString("detail").contains(expected), answer::toString);
    }

    private void run() {
        assertEquals(202, server.api().post("runs", "{}").status());
        assertEquals("COMPLETED", server.api().lastRunsEnd().getString("state"));
    }

    private List<JsonObject> clustered() {
        return server.api().get("segments").array().getValuesAs(JsonObject.class).stream()
                .filter(segment -> segment.getString("kind").equals("cluster"))
                .toList();
    }

    private int size(String key) {
        return server.api().get("segments/" + key).object().getInt("size");
    }

    private int customers() {
        return server.api().get("segments").array().getValuesAs(JsonObject.class).stream()
                .filter(segment -> segment.getString("kind").equals("rfm"))
                .filter(segment -> !segment.getString("key").equals("prospects"))
                .mapToInt(segment -> segment.getInt("size"))
                .sum();
    }

    private static JsonObject named(List<JsonObject> segments, String name) {
        return segments.stream()
                .filter(segment -> segment.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private long held(String key) {
        return server.api().get("plan").object().getJsonArray("tags").getValuesAs(JsonObject.class).stream()
                .filter(tag -> tag.getString("key").equals(key))
                .mapToLong(tag -> tag.getInt("held"))
                .sum();
    }
}
