/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segcast.it.Answer;
import org.segcast.it.SegcastApi;

/** Rule segments over the API: counted before they are kept, filled by the next run, tagged in the CRM, gone without a trace. */
@ArquillianTest
class RulesIT {
    private static final String SPENT = "{\"purchases\": \"spent\", \"lastDays\": 365, \"is\": \">\", \"value\": 1000}";

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
    void rules_go() {
        admin.lastRunsEnd();
        // those that others refer to go last
        for (int round = 0; round < 2; round++) {
            admin.get("rules")
                    .array()
                    .getValuesAs(JsonObject.class)
                    .forEach(rule -> admin.delete("rules/" + rule.getString("key")));
        }
        assertEquals(JsonValue.EMPTY_JSON_ARRAY, admin.get("rules").array());
    }

    @Test
    void spent_over_1000_in_a_year_is_counted_kept_filled_tagged_and_removed() {
        JsonObject count =
                admin.post("rules/count", "{\"rule\": " + SPENT + "}").object();
        int matching = count.getInt("matching");
        assertTrue(matching > 0 && matching < count.getInt("of"), count::toString);
        assertEquals("Spent above 1000 in the last 365 days.", count.getString("words"));
        assertEquals(matching, spentOver1000());

        Answer made = admin.post("rules", draft("Big spenders", SPENT));
        assertEquals(201, made.status(), made::toString);
        assertEquals("big-spenders", made.object().getString("key"));
        assertTrue(made.header("Location").endsWith("/rules/big-spenders"));
        assertEquals(0, admin.get("segments/big-spenders").object().getInt("size"));

        run();
        JsonObject segment = admin.get("segments/big-spenders").object();
        assertEquals(matching, segment.getInt("size"));
        assertEquals("rule", segment.getString("kind"));
        JsonObject members = admin.get("segments/big-spenders/members?limit=1").object();
        assertEquals(matching, members.getInt("total"));
        String contact = members.getJsonArray("items").getJsonObject(0).getString("contactId");
        assertEquals(
                "big-spenders",
                admin.get("contacts/" + contact)
                        .object()
                        .getJsonArray("ruleSegments")
                        .getJsonObject(0)
                        .getString("key"));
        assertEquals(matching, held("big-spenders"));

        assertEquals(204, admin.delete("rules/big-spenders").status());
        run();
        assertEquals(404, admin.get("segments/big-spenders").status());
        assertEquals(0, held("big-spenders"));
    }

    @Test
    void a_rule_may_ask_for_members_of_another_and_no_two_go_round_in_a_circle() {
        assertEquals(201, admin.post("rules", draft("Base", SPENT)).status());
        assertEquals(
                201,
                admin.post("rules", draft("Rest", "{\"not\": {\"segment\": \"base\"}}"))
                        .status());
        Answer circle = admin.put("rules/base", draft("Base", "{\"segment\": \"rest\"}"));
        assertEquals(400, circle.status());
        assertTrue(circle.object().getString("detail").contains("Base, which asks for Rest"), circle::toString);
        Answer needed = admin.delete("rules/base");
        assertEquals(409, needed.status());
        assertTrue(needed.object().getString("detail").contains("Rest"));
        run();
        int base = admin.get("segments/base").object().getInt("size");
        int rest = admin.get("segments/rest").object().getInt("size");
        int all = admin.get("segments").array().getValuesAs(JsonObject.class).stream()
                .filter(segment -> segment.getString("kind").equals("rfm"))
                .mapToInt(segment -> segment.getInt("size"))
                .sum();
        assertEquals(all, base + rest);
    }

    @Test
    void every_bad_rule_is_answered_with_its_place_and_what_was_expected() {
        assertRefused("{\"name\": \"x\"}", "'rule' is no object");
        assertRefused(draft("x", "{\"feature\": \"order_count\"}"), "At rule: expected one of");
        assertRefused(draft("x", "{\"all\": [" + SPENT + ", 3]}"), "At rule.all[1]: expected an object, found number.");
        assertRefused(draft("x", "{\"all\": []}"), "A group needs at least one condition.");
        assertRefused(draft("", SPENT), "A name has 1 to 60 characters.");
        assertRefused(draft("Champions", SPENT), "There is a segment of this name already.");
        assertRefused(
                draft("x", "{\"feature\": \"shoe_size\", \"is\": \">\", \"value\": 40}"),
                "There is no measure 'shoe_size'");
        assertRefused(
                draft(
                        "x",
                        "{\"all\": [{\"feature\": \"order_count\", \"is\": \">\", \"value\": 5}, {\"feature\": \"order_count\", \"is\": \"<\", \"value\": 3}]}"),
                "nobody would ever fit");
        String deep = IntStream.range(0, 3_000).mapToObj(i -> "{\"not\":").reduce("", String::concat)
                + SPENT
                + "}".repeat(3_000);
        assertRefused(draft("x", deep), "");
    }

    private void assertRefused(String body, String expected) {
        Answer answer = admin.post("rules", body);
        assertEquals(400, answer.status(), answer::toString);
        assertTrue(answer.problem(), answer::toString);
        assertTrue(answer.object().getString("detail").contains(expected), answer::toString);
        assertFalse(answer.body().contains("Exception"), answer::toString);
    }

    /** By another way: the feature of the same window. */
    private long spentOver1000() {
        String[] lines = admin.get("features.csv").body().split("\r?\n");
        int column = List.of(lines[0].split(",")).indexOf("spent_365d");
        return Arrays.stream(lines)
                .skip(1)
                .map(line -> line.split(",", -1)[column])
                .filter(value -> !value.isEmpty() && Double.parseDouble(value) > 1000)
                .count();
    }

    private long held(String key) {
        return admin.get("plan").object().getJsonArray("tags").getValuesAs(JsonObject.class).stream()
                .filter(tag -> tag.getString("key").equals(key))
                .mapToLong(tag -> tag.getInt("held"))
                .sum();
    }

    private void run() {
        assertEquals(202, admin.post("runs", "{}").status());
        assertEquals("COMPLETED", admin.lastRunsEnd().getString("state"));
        // the plan is made before the push: a second run sees what is held
        assertEquals(202, admin.post("runs", "{}").status());
        assertEquals("COMPLETED", admin.lastRunsEnd().getString("state"));
    }

    private static String draft(String name, String rule) {
        return "{\"name\": \"" + name + "\", \"colour\": 3, \"tagged\": true, \"rule\": " + rule + "}";
    }
}
