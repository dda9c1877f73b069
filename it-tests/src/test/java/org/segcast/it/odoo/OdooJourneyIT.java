/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.odoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.segcast.it.SegcastApi.step;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.segcast.it.SegcastApi;
import org.segcast.it.SegcastServer;
import org.segcast.it.odoo.OdooScratch.Marks;

/** From an Odoo with customers, the newest here, to tag, score and reason on them: one story, told in order on one database. */
@Tag("odoo")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OdooJourneyIT {
    private OdooScratch odoo;
    private SegcastServer server;
    private SegcastApi api;
    private Set<Integer> objectors;
    private Set<Integer> partnersOfOthers;
    private int foreignTag;
    private String firstPlan;

    String version() {
        return OdooServer.NEWEST;
    }

    OdooScratch odoo() {
        return odoo;
    }

    @BeforeAll
    void an_odoo_with_customers_objections_and_tags_of_others() {
        odoo = OdooScratch.of(version(), "it_journey", OdooScratch.EMPTY).load(SampleCrm.folder());
        objectors = odoo.partners("ref in ('" + String.join("', '", SampleCrm.objectors()) + "')");
        assertFalse(objectors.isEmpty());
        odoo.tag("No profiling", objectors);
        partnersOfOthers = odoo.partners("ref is not null order by id limit 50");
        foreignTag = odoo.tag("Newsletter 2024", partnersOfOthers);
        server = new SegcastServer("odoo-journey-" + version())
                .with(odoo.settings())
                .with("SEGCAST_AS_OF", SampleCrm.AS_OF.toString())
                .with("SEGCAST_PUSH", "manual")
                .start();
        api = server.api();
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private JsonObject plan() {
        return api.get("plan").object();
    }

    private static int changes(JsonObject plan) {
        JsonObject scores = plan.getJsonObject("scores");
        return scores.getInt("added")
                + scores.getInt("changed")
                + scores.getInt("removed")
                + plan.getJsonArray("tags").getValuesAs(JsonObject.class).stream()
                        .mapToInt(tag -> tag.getInt("added") + tag.getInt("removed"))
                        .sum();
    }

    @Test
    @Order(1)
    void the_connection_test_says_what_it_found() {
        JsonObject check = api.post("connection/test", "{}").object();
        assertTrue(check.getBoolean("ok"), check::toString);
        assertTrue(check.toString().contains(objectors.size() + " contacts object to profiling"), check::toString);
    }

    @Test
    @Order(2)
    void a_run_plans_and_writes_nothing_into_odoo() {
        String before = odoo.stamp();
        JsonObject run = api.run();
        assertEquals("COMPLETED", run.getString("state"), run::toString);
        assertEquals("WAITING", step(run, "push").getString("state"), run::toString);
        assertTrue(changes(plan()) > 1000, () -> plan().toString());
        firstPlan = plan().getString("fingerprint");
        assertEquals(before, odoo.stamp(), "nothing was written");
    }

    @Test
    @Order(3)
    void a_plan_that_nobody_saw_is_not_sent() {
        String before = odoo.stamp();
        JsonObject run = api.push("00000000");
        assertEquals("WAITING", step(run, "push").getString("state"), run::toString);
        assertEquals(before, odoo.stamp(), "nothing was written");
        assertEquals(firstPlan, plan().getString("fingerprint"));
    }

    @Test
    @Order(4)
    void the_approved_plan_puts_tag_score_and_reason_on_the_contacts() {
        JsonObject run = api.push(firstPlan);
        assertEquals("COMPLETED", step(run, "push").getString("state"), run::toString);
        Marks marks = odoo.marks();
        for (JsonObject segment : api.get("segments").array().getValuesAs(JsonObject.class)) {
            if (segment.getString("kind").equalsIgnoreCase("rfm")) {
                Set<Integer> members =
                        api.lines("segments/" + segment.getString("key") + "/members?format=csv").stream()
                                .skip(1)
                                .map(line -> Integer.valueOf(line.split(",", 2)[0]))
                                .collect(Collectors.toCollection(TreeSet::new));
                assertEquals(
                        members,
                        marks.tags().getOrDefault(segment.getString("key"), Set.of()),
                        segment.getString("key"));
            }
        }
        Set<Integer> scored = api.lines("scores.csv").stream()
                .skip(1)
                .map(line -> Integer.valueOf(line.split(",", 2)[0]))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(scored.size() > 1000, "scored " + scored.size());
        assertEquals(scored, marks.scores().keySet());
        marks.scores().forEach((id, mark) -> assertTrue(mark.matches("\\D+ \\d+(\\.\\d+)? .{10,}"), id + ": " + mark));
    }

    @Test
    @Order(5)
    void who_objected_to_profiling_is_in_nothing() {
        Set<Integer> marked = new TreeSet<>(odoo.marks().everybody());
        marked.retainAll(objectors);
        assertEquals(Set.of(), marked);
        for (String file : new String[] {"features.csv", "scores.csv"}) {
            Set<String> told =
                    api.lines(file).stream().map(line -> line.split(",", 2)[0]).collect(Collectors.toSet());
            objectors.forEach(id -> assertFalse(told.contains(id.toString()), file + " holds " + id));
        }
    }

    @Test
    @Order(6)
    void the_tags_of_others_stay_as_they_were() {
        assertEquals(partnersOfOthers, odoo.taggedWith(foreignTag));
    }

    @Test
    @Order(7)
    void a_second_run_finds_nothing_to_change_and_writes_nothing() {
        String before = odoo.stamp();
        JsonObject run = api.run();
        assertEquals("COMPLETED", run.getString("state"), run::toString);
        assertEquals("COMPLETED", step(run, "push").getString("state"), run::toString);
        assertEquals(0, changes(plan()), () -> plan().toString());
        JsonObject push = api.push(plan().getString("fingerprint"));
        assertEquals("COMPLETED", push.getString("state"), push::toString);
        assertEquals(before, odoo.stamp(), "not one write");
    }

    @Test
    @Order(8)
    void a_tag_renamed_in_odoo_is_still_ours_and_not_doubled() {
        Map<String, Integer> before = odoo.ownTags();
        int champions = before.get("champions");
        odoo.write("res.partner.category", champions, Map.of("name", "Unsere Besten"));
        int categories = Integer.parseInt(odoo.sql("select count(*) from res_partner_category"));
        JsonObject run = api.run();
        assertEquals("COMPLETED", run.getString("state"), run::toString);
        assertEquals(0, changes(plan()), () -> plan().toString());
        api.push(plan().getString("fingerprint"));
        assertEquals(before, odoo.ownTags());
        assertEquals(categories, Integer.parseInt(odoo.sql("select count(*) from res_partner_category")));
        assertEquals("Unsere Besten", odoo.nameOf("res.partner.category", champions));
    }

    @Test
    @Order(9)
    void a_tag_taken_off_by_hand_is_planned_again_and_an_old_approval_does_not_send_it() {
        Marks before = odoo.marks();
        int champions = odoo.ownTags().get("champions");
        int somebody = before.tags().get("champions").iterator().next();
        odoo.write("res.partner", somebody, Map.of("category_id", java.util.List.of(java.util.List.of(3, champions))));
        JsonObject run = api.run();
        assertEquals("WAITING", step(run, "push").getString("state"), run::toString);
        assertEquals(1, changes(plan()), () -> plan().toString());
        JsonObject old = api.push(firstPlan);
        assertEquals("WAITING", step(old, "push").getString("state"), old::toString);
        assertFalse(odoo.taggedWith(champions).contains(somebody));
        api.push(plan().getString("fingerprint"));
        assertEquals(before, odoo.marks());
    }

    @Test
    @Order(10)
    void no_secret_is_in_the_log() {
        assertFalse(server.log().contains(odoo.key()), "the API key");
        assertFalse(server.log().contains(server.password()), "the password");
        assertFalse(api.get("connection").body().contains(odoo.key()), "the API key in the settings");
    }
}
