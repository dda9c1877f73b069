/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URL;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segcast.it.Answer;
import org.segcast.it.SegcastApi;

/** RFM settings over the API: previewed, kept, taken up by the next run and not before. */
@ArquillianTest
class RfmIT {
    private static final String BY_HAND = """
            {"ranks": 2, "frequencyWindow": "365", "monetaryWindow": "lifetime",
             "thresholds": {"recency": [120], "frequency": [2], "monetary": [500]},
             "grid": [["new", "champions"], ["lost", "rescue"]]}""";

    @ArquillianResource
    URL deployed;

    private SegcastApi admin;

    @Deployment(testable = false)
    static WebArchive segcast() {
        return Deployed.asBuilt();
    }

    @BeforeEach
    void the_sample_is_there() {
        admin = SegcastApi.nobody(URI.create(deployed.toString()).resolve("/")).as("admin", FreshServer.password());
        assertEquals("COMPLETED", admin.lastRunsEnd().getString("state"));
    }

    @AfterEach
    void the_usual_comes_back() {
        admin.lastRunsEnd();
        assertEquals(200, admin.put("rfm", "{}").status());
        assertEquals(200, admin.put("rfm/tags", tags(sizes().keySet())).status());
        run();
    }

    @Test
    void a_preview_tells_what_the_next_run_makes_of_it_and_until_then_nothing_changes() {
        Map<String, Integer> before = sizes();
        JsonObject usual = admin.post("rfm/preview", "{}").object();
        assertEquals(0, usual.getInt("moving"));
        assertEquals(before, previewed(usual, "then"));

        JsonObject preview = admin.post("rfm/preview", BY_HAND).object();
        assertTrue(preview.getInt("moving") > 0, preview::toString);
        assertEquals(before, previewed(preview, "now"));
        assertFalse(admin.get("rfm").object().getBoolean("waits"));

        assertTrue(admin.put("rfm", BY_HAND).object().getBoolean("waits"));
        assertEquals(before, sizes());
        run();
        assertFalse(admin.get("rfm").object().getBoolean("waits"));
        Map<String, Integer> after = sizes();
        assertEquals(previewed(preview, "then"), after);
        assertEquals(0, after.get("loyal"));
        assertEquals(orderedWithin120Days(), after.get("new") + after.get("champions"));
    }

    @Test
    void of_a_shop_without_a_till_sales_are_all_orders_and_nobody_is_a_customer_at_the_till() {
        JsonObject all = admin.post("rfm/preview", "{}").object();
        assertEquals(all, admin.post("rfm/preview", "{\"orders\": \"sales\"}").object());
        JsonObject till = admin.post("rfm/preview", "{\"orders\": \"till\"}").object();
        assertEquals(till.getInt("customers"), till.getInt("moving"));
        Map<String, Integer> then = previewed(till, "then");
        assertEquals(then.values().stream().mapToInt(Integer::intValue).sum(), then.get("prospects"));
    }

    @Test
    void every_bad_setting_is_answered_with_its_field_and_what_was_expected() {
        assertRefused("{\"ranks\": 11}", "There are 2 to 10 ranks, not 11.");
        assertRefused("{\"ranks\": \"five\"}", "'ranks' is no whole number");
        assertRefused("{\"frequencyWindow\": \"7\"}", "not '7'");
        assertRefused("{\"orders\": \"web\"}", "The orders are all, sales, till or a currency such as EUR, not 'web'.");
        assertRefused(
                "{\"orders\": \"USD\"}",
                "The latest run read orders in no more than one currency, so USD cannot be told apart");
        assertRefused("{\"orders\": 1}", "'orders' is no text: expected all, sales, till or a currency.");
        assertRefused(
                "{\"ranks\": 3, \"thresholds\": {\"recency\": [30, 10], \"frequency\": [1, 2], \"monetary\": [1, 2]}}",
                "Thresholds of recency are 2 rising numbers");
        assertRefused(
                "{\"ranks\": 2, \"thresholds\": {\"recency\": [1e999], \"frequency\": [1], \"monetary\": [1]}}",
                "Thresholds of recency");
        assertRefused("{\"thresholds\": [1]}", "'thresholds' is no object");
        assertRefused("{\"ranks\": 2, \"grid\": [[\"lost\"]]}", "The grid has 2 rows of 2");
        assertRefused(
                "{\"ranks\": 2, \"grid\": [[\"lost\", \"prospects\"], [\"lost\", \"new\"]]}",
                "'prospects' is no segment of customers");
        assertRefused("{\"grid\": [[1]]}", "'grid' holds what is no key");
        assertFalse(admin.get("rfm").object().getBoolean("waits"));
    }

    @Test
    void a_segment_that_is_not_wanted_as_a_tag_leaves_the_crm_and_comes_back_when_it_is() {
        assertEquals(10, admin.get("rfm/tags").array().size());
        assertEquals(400, admin.put("rfm/tags", "{}").status());
        assertEquals(400, admin.put("rfm/tags", "{\"segments\": [\"nobody\"]}").status());
        run();
        run();
        Map<String, Integer> sizes = sizes();
        assertTrue(sizes.get("lost") > 0, sizes::toString);
        assertEquals((long) sizes.get("lost"), held("lost"));
        Set<String> wanted = new TreeSet<>(sizes.keySet());
        wanted.remove("lost");
        assertEquals(9, admin.put("rfm/tags", tags(wanted)).array().size());
        assertEquals((long) sizes.get("lost"), held("lost"), "nothing leaves before a push");
        run();
        run();
        assertEquals(0, held("lost"));
        assertEquals((long) sizes.get("champions"), held("champions"));
        assertEquals(sizes, sizes());
        wanted.add("lost");
        assertEquals(10, admin.put("rfm/tags", tags(wanted)).array().size());
        run();
        run();
        assertEquals((long) sizes.get("lost"), held("lost"));
    }

    private static String tags(Set<String> keys) {
        return Json.createObjectBuilder()
                .add("segments", Json.createArrayBuilder(keys))
                .build()
                .toString();
    }

    /** As of the plan of the latest run, which was made before its push. */
    private long held(String key) {
        return admin.get("plan").object().getJsonArray("tags").getValuesAs(JsonObject.class).stream()
                .filter(tag -> tag.getString("key").equals(key))
                .mapToLong(tag -> tag.getInt("held"))
                .sum();
    }

    private void assertRefused(String body, String expected) {
        Answer answer = admin.put("rfm", body);
        assertEquals(400, answer.status(), answer::toString);
        assertTrue(answer.problem(), answer::toString);
        assertTrue(answer.object().getString("detail").contains(expected), answer::toString);
    }

    private Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new TreeMap<>();
        admin.get("segments").array().getValuesAs(JsonObject.class).stream()
                .filter(segment -> segment.getString("kind").equals("rfm"))
                .forEach(segment -> sizes.put(segment.getString("key"), segment.getInt("size")));
        return sizes;
    }

    private static Map<String, Integer> previewed(JsonObject preview, String when) {
        Map<String, Integer> sizes = new TreeMap<>();
        preview.getJsonArray("segments")
                .getValuesAs(JsonObject.class)
                .forEach(segment -> sizes.put(segment.getString("segment"), segment.getInt(when)));
        return sizes;
    }

    /** By another way: the feature itself. */
    private long orderedWithin120Days() {
        String[] lines = admin.get("features.csv").body().split("\r?\n");
        int column = Cells.of(lines[0]).indexOf("days_since_last_order");
        return Arrays.stream(lines)
                .skip(1)
                .map(line -> Cells.of(line).get(column))
                .filter(days -> !days.isEmpty() && Double.parseDouble(days) < 120)
                .count();
    }

    private void run() {
        assertEquals(202, admin.post("runs", "{}").status());
        assertEquals("COMPLETED", admin.lastRunsEnd().getString("state"));
    }
}
