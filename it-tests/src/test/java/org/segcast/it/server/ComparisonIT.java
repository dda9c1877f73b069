/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segcast.it.Answer;
import org.segcast.it.Patience;
import org.segcast.it.SegcastApi;

/** Comparisons of segmentations over the API: started, followed, kept with what they went by. */
@ArquillianTest
class ComparisonIT {
    private static final String SPENDERS = """
            {"name": "Compared spenders", "colour": 3,
             "rule": {"purchases": "spent", "lastDays": 365, "is": ">", "value": 1000}}""";

    @ArquillianResource
    URL deployed;

    private SegcastApi nobody;
    private SegcastApi admin;

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

    @Test
    void segmentations_are_ranked_kept_and_known_to_be_outdated_once_rules_change() {
        assertEquals(404, admin.get("comparisons/latest").status());
        assertEquals(JsonValue.EMPTY_JSON_ARRAY, admin.get("comparisons").array());
        assertEquals(404, admin.get("comparisons/interrupted").status());

        JsonObject first = compared("{}");
        assertEquals("", first.getString("refusal"));
        assertEquals(60, first.getInt("windowDays"));
        assertEquals("admin", first.getString("by"));
        assertEquals(2, first.getJsonArray("judged").size());
        List<JsonObject> standings = first.getJsonArray("standings").getValuesAs(JsonObject.class);
        for (int i = 1; i < standings.size(); i++) {
            assertTrue(gain(standings.get(i - 1)) >= gain(standings.get(i)), standings.get(i)::toString);
        }
        assertEquals(0, gain(named(standings, "none")));
        assertTrue(gain(named(standings, "rfm")) > 0, named(standings, "rfm")::toString);
        assertFalse(first.getBoolean("outdated"));

        Answer made = admin.post("rules", SPENDERS);
        assertEquals(201, made.status(), made::toString);
        String key = made.object().getString("key");
        try {
            assertTrue(admin.get("comparisons/latest").object().getBoolean("outdated"));
            keepClusters();
            JsonObject second = compared("{\"windowDays\": 30}");
            JsonObject clusters = named(second.getJsonArray("standings").getValuesAs(JsonObject.class), "clusters");
            assertTrue(gain(clusters) > 0, clusters::toString);
            JsonObject rule = named(second.getJsonArray("standings").getValuesAs(JsonObject.class), "rule-" + key);
            assertEquals("Compared spenders", rule.getString("name"));
            assertEquals(2, rule.getInt("segments"));
            assertTrue(gain(rule) > 0, rule::toString);
        } finally {
            assertEquals(204, admin.delete("rules/" + key).status());
            assertEquals(204, admin.delete("clusters").status());
        }
        JsonArray kept = admin.get("comparisons").array();
        assertEquals(2, kept.size());
        assertEquals(30, kept.getJsonObject(0).getInt("windowDays"));
        assertEquals(
                standings,
                admin.get("comparisons/" + kept.getJsonObject(1).getInt("id"))
                        .object()
                        .getJsonArray("standings"));
        assertEquals(404, admin.get("comparisons/999").status());
    }

    @Test
    void a_sales_rep_looks_and_starts_and_stops_nothing() {
        Answer made = admin.post("accounts", "{\"name\": \"compared-rep\", \"role\": \"viewer\"}");
        assertEquals(201, made.status(), made::toString);
        try {
            SegcastApi rep = nobody.as("compared-rep", made.object().getString("secret"));
            assertEquals(200, rep.get("comparisons").status());
            for (String closed : List.of("comparisons", "comparisons/stop")) {
                Answer answer = rep.post(closed, "{}");
                assertEquals(403, answer.status(), answer::toString);
                assertTrue(answer.problem(), answer::toString);
            }
            assertEquals(401, nobody.post("comparisons", "{}").status());
            assertFalse(admin.get("comparisons/progress").object().getBoolean("running"));
        } finally {
            assertTrue(admin.delete("accounts/compared-rep").status() < 300);
        }
    }

    @Test
    void one_that_is_stopped_keeps_nothing_and_another_can_begin() {
        Answer idle = admin.post("comparisons/stop", "{}");
        assertEquals(409, idle.status(), idle::toString);
        assertTrue(idle.object().getString("detail").contains("No comparison is under way"), idle::toString);
        int kept = admin.get("comparisons").array().size();
        assertEquals(202, admin.post("comparisons", "{}").status());
        assertEquals(202, admin.post("comparisons/stop", "{}").status());
        assertEquals("", ended().getString("trouble"));
        assertEquals(kept, admin.get("comparisons").array().size());
        assertEquals(404, admin.get("comparisons/interrupted").status());
    }

    @Test
    void a_window_that_is_none_is_answered_with_what_was_expected() {
        for (String told : List.of("61", "\"sixty\"", "60.5", "null", "[60]", "1e999")) {
            Answer answer = admin.post("comparisons", "{\"windowDays\": " + told + "}");
            assertEquals(400, answer.status(), answer::toString);
            assertTrue(answer.problem(), answer::toString);
            assertTrue(answer.object().getString("detail").contains("one of [30, 60, 90, 180]"), answer::toString);
        }
        assertFalse(admin.get("comparisons/progress").object().getBoolean("running"));
    }

    private void keepClusters() {
        assertEquals(202, admin.post("clusters/search", "{}").status());
        Patience.until(
                "the end of the search",
                Duration.ofMinutes(3),
                () -> admin.get("clusters/search").object(),
                search -> !search.getBoolean("running"));
        assertEquals(200, admin.post("clusters", "{}").status());
    }

    private JsonObject compared(String body) {
        Answer begun = admin.post("comparisons", body);
        assertEquals(202, begun.status(), begun::toString);
        assertTrue(begun.object().getBoolean("running"), begun::toString);
        assertEquals(409, admin.post("comparisons", "{}").status());
        assertEquals("", ended().getString("trouble"));
        return admin.get("comparisons/latest").object();
    }

    private JsonObject ended() {
        return Patience.until(
                "the end of the comparison",
                Duration.ofMinutes(3),
                () -> admin.get("comparisons/progress").object(),
                progress -> !progress.getBoolean("running"));
    }

    private static JsonObject named(List<JsonObject> standings, String key) {
        return standings.stream()
                .filter(standing -> standing.getString("key").equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static double gain(JsonObject standing) {
        return standing.getJsonObject("logLossGain").getJsonNumber("value").doubleValue();
    }
}
