/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segcast.it.Answer;
import org.segcast.it.SegcastApi;

/** Portraits of segments over the API. */
@ArquillianTest
class PersonaIT {
    private static final String FEW = """
            {"name": "Nobody spends that much", "colour": 1, "tagged": false,
             "rule": {"purchases": "spent", "lastDays": 365, "is": ">", "value": 1000000000}}""";

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
    void the_traits_of_champions_are_those_of_their_orders_as_listed() {
        JsonObject portrait = admin.get("segments/champions/persona").object();
        assertEquals("", portrait.getString("refusal"));
        assertTrue(portrait.getInt("tested") > 50, portrait::toString);
        List<JsonObject> traits = portrait.getJsonArray("traits").getValuesAs(JsonObject.class);
        assertTrue(traits.size() > 2 && traits.size() <= 8, portrait::toString);
        traits.forEach(trait -> assertTrue(trait.getJsonNumber("q").doubleValue() < 0.05, trait::toString));
        List<String> champions = column("segments/champions/members?format=csv", "contact_id");
        List<String> everybody = column("features.csv", "contact_id");
        JsonObject number = traits.stream()
                .filter(trait -> trait.getString("word").isEmpty())
                .findFirst()
                .orElseThrow();
        List<String> values = column("features.csv", number.getString("feature"));
        double mean = IntStream.range(0, values.size())
                .filter(i -> champions.contains(everybody.get(i)))
                .filter(i -> !values.get(i).isEmpty())
                .mapToDouble(i -> Double.parseDouble(values.get(i)))
                .average()
                .orElseThrow();
        assertEquals(mean, number.getJsonNumber("members").doubleValue(), 1e-3 * Math.abs(mean));
    }

    @Test
    void every_segment_has_a_portrait_whose_figures_are_the_segments_own() {
        double revenue = 0;
        double quarters = 0;
        for (JsonObject segment : admin.get("segments").array().getValuesAs(JsonObject.class)) {
            JsonObject portrait = admin.get("segments/" + segment.getString("key") + "/persona")
                    .object();
            assertEquals(segment.getInt("size"), portrait.getInt("size"));
            assertEquals(segment.getJsonNumber("revenue"), portrait.getJsonNumber("revenue"));
            assertEquals(8, portrait.getJsonArray("quarters").size());
            String told = portrait.getJsonArray("typical").toString();
            assertFalse(told.contains("@") || told.contains("contact_id"), told);
            if (segment.getString("kind").equals("rfm")
                    && !segment.getString("key").equals("prospects")) {
                revenue += segment.getJsonNumber("revenue").doubleValue();
                quarters += sumOfLastYear(portrait);
            }
        }
        assertEquals(revenue, quarters, 0.01 * revenue, "twelve months are a day or so off 365 days");
    }

    @Test
    void of_too_few_members_no_traits_are_told_and_why() {
        String key = admin.post("rules", FEW).object().getString("key");
        try {
            JsonObject portrait = admin.get("segments/" + key + "/persona").object();
            assertEquals(
                    "Too few to tell from chance: 0 in the segment, at least 30 are needed.",
                    portrait.getString("refusal"));
            assertEquals(0, portrait.getJsonArray("traits").size());
            assertEquals("", portrait.getString("strategy"));
            assertEquals(200, admin.get("segments/" + key + "/persona.html").status());
        } finally {
            assertEquals(204, admin.delete("rules/" + key).status());
        }
    }

    @Test
    void a_text_is_kept_and_nobody_overwrites_what_they_have_not_seen() {
        int version = admin.get("segments/loyal/persona").object().getInt("version");
        String change =
                "{\"title\": \"The faithful\", \"strategy\": \"Thank them.\", \"notes\": \"As agreed.\", \"version\": "
                        + version + "}";
        JsonObject kept = admin.put("segments/loyal/persona", change).object();
        assertEquals("The faithful", kept.getString("title"));
        assertEquals(version + 1, kept.getInt("version"));
        assertEquals("admin", kept.getString("changedBy"));
        assertRefused(409, "meanwhile", change);
        assertRefused(400, "'version' is no whole number", "{\"title\": \"T\"}");
        assertRefused(400, "title of 1 to 80", "{\"title\": \" \", \"version\": " + (version + 1) + "}");
        assertRefused(400, "'title' is no text", "{\"title\": 7, \"version\": " + (version + 1) + "}");
        assertRefused(
                400,
                "at most 2,000",
                "{\"title\": \"T\", \"version\": " + (version + 1) + ", \"notes\": \"" + "x".repeat(2_001) + "\"}");
        assertEquals(404, admin.put("segments/no-such/persona", change).status());
        assertEquals(404, admin.get("segments/no-such/persona").status());
        assertEquals(404, admin.get("segments/no-such/persona.html").status());
        assertEquals(401, nobody.get("segments/loyal/persona").status());
        Answer file = admin.get("segments/loyal/persona.html");
        assertTrue(file.header("Content-Type").startsWith("text/html"), file::toString);
        assertTrue(file.header("Content-Disposition").startsWith("attachment"), file::toString);
        assertTrue(file.body().contains("<h1>The faithful</h1>"), file::toString);
        assertFalse(file.body().contains("<script"), file::toString);
    }

    @Test
    void links_are_made_listed_without_their_secret_and_revoked() {
        JsonObject made =
                admin.post("segments/new/persona/links", "{\"days\": 7}").object();
        String address = made.getString("address");
        assertEquals(43, address.substring(address.lastIndexOf('/') + 1).length(), "32 bytes in base 64");
        Answer shown = nobody.get(URI.create(address).getPath());
        assertEquals(200, shown.status(), shown::toString);
        assertTrue(shown.header("Content-Security-Policy").startsWith("default-src 'none'"), shown::toString);
        Answer listed = admin.get("segments/new/persona/links");
        assertEquals(1, listed.array().size());
        assertFalse(listed.body().contains(address.substring(address.lastIndexOf('/') + 1)));
        int id = made.getInt("id");
        assertEquals(404, admin.delete("segments/loyal/persona/links/" + id).status());
        assertEquals(204, admin.delete("segments/new/persona/links/" + id).status());
        assertEquals(404, nobody.get(URI.create(address).getPath()).status());
        assertEquals(0, admin.get("segments/new/persona/links").array().size());
        assertEquals(
                "A link lasts 7, 30 or 90 days, not 3650.",
                admin.post("segments/new/persona/links", "{\"days\": 3650}").detail());
        assertEquals(400, admin.post("segments/new/persona/links", "{}").status());
        assertEquals(
                404,
                admin.post("segments/no-such/persona/links", "{\"days\": 7}").status());
    }

    @Test
    void of_two_who_write_the_first_text_at_once_one_is_told_to_look_again() {
        String text = "{\"title\": \"First\", \"strategy\": \"\", \"notes\": \"\", \"version\": 0}";
        for (String segment : List.of("champions", "rescue", "lost", "hibernating")) {
            List<Integer> answered = IntStream.range(0, 2)
                    .mapToObj(writer -> CompletableFuture.supplyAsync(() ->
                            admin.put("segments/" + segment + "/persona", text).status()))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .sorted()
                    .toList();
            assertEquals(List.of(200, 409), answered, segment);
        }
    }

    @Test
    void a_segment_made_anew_under_a_removed_ones_key_has_neither_its_text_nor_its_links() {
        String rule = FEW.replace("Nobody spends that much", "Made twice");
        String key = admin.post("rules", rule).object().getString("key");
        String portrait = "segments/" + key + "/persona";
        assertEquals(
                200,
                admin.put(portrait, "{\"title\": \"Old\", \"strategy\": \"\", \"notes\": \"\", \"version\": 0}")
                        .status());
        String address =
                admin.post(portrait + "/links", "{\"days\": 7}").object().getString("address");
        assertEquals(204, admin.delete("rules/" + key).status());
        assertEquals(key, admin.post("rules", rule).object().getString("key"));
        assertEquals(0, admin.get(portrait + "/links").array().size());
        assertEquals(404, nobody.get(URI.create(address).getPath()).status());
        assertEquals(
                200,
                admin.put(portrait, "{\"title\": \"New\", \"strategy\": \"\", \"notes\": \"\", \"version\": 0}")
                        .status(),
                "the first text of its own");
        assertEquals(204, admin.delete("rules/" + key).status());
    }

    private void assertRefused(int status, String expected, String body) {
        Answer answer = admin.put("segments/loyal/persona", body);
        assertEquals(status, answer.status(), answer::toString);
        assertTrue(answer.problem(), answer::toString);
        assertTrue(answer.detail().contains(expected), answer::toString);
    }

    private static double sumOfLastYear(JsonObject portrait) {
        return portrait.getJsonArray("quarters").getValuesAs(JsonObject.class).stream()
                .skip(4)
                .mapToDouble(quarter -> quarter.getJsonNumber("members").doubleValue())
                .sum();
    }

    private List<String> column(String file, String name) {
        String[] lines = admin.get(file).body().split("\r?\n");
        int column = Cells.of(lines[0]).indexOf(name);
        return Arrays.stream(lines)
                .skip(1)
                .map(line -> Cells.of(line).get(column))
                .toList();
    }
}
