/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URL;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segcast.it.Answer;
import org.segcast.it.SegcastApi;

/** Reviews over the API: recorded by marketers, seen by all, and refused in words. */
@ArquillianTest
class ReviewsIT {
    private static final String VIEWER = "it-review-viewer";
    private static final String OF_LOYAL = "segments/loyal/reviews";

    @ArquillianResource
    URL deployed;

    private SegcastApi nobody;
    private SegcastApi admin;
    private SegcastApi viewer;

    @Deployment(testable = false)
    static WebArchive segcast() {
        return Deployed.asBuilt();
    }

    @BeforeEach
    void the_sample_is_there() {
        nobody = SegcastApi.nobody(URI.create(deployed.toString()).resolve("/"));
        admin = nobody.as("admin", FreshServer.password());
        assertEquals("COMPLETED", admin.lastRunsEnd().getString("state"));
        Answer made = admin.post("accounts", "{\"name\": \"" + VIEWER + "\", \"role\": \"viewer\"}");
        assertEquals(201, made.status(), made::toString);
        viewer = nobody.as(VIEWER, made.object().getString("secret"));
    }

    @AfterEach
    void the_viewer_goes() {
        assertTrue(admin.delete("accounts/" + VIEWER).status() < 300);
    }

    @Test
    void a_review_is_kept_with_its_note_day_and_person_newest_first() {
        int before = admin.get(OF_LOYAL).array().size();
        Answer made = admin.post(OF_LOYAL, "{\"note\": \" They serve. \"}");
        assertEquals(201, made.status(), made::toString);
        assertEquals("They serve.", made.object().getString("note"));
        assertEquals(201, admin.post(OF_LOYAL, "").status());
        JsonArray reviews = viewer.get(OF_LOYAL).array();
        assertEquals(before + 2, reviews.size());
        assertEquals("", reviews.getJsonObject(0).getString("note"));
        assertEquals("They serve.", reviews.getJsonObject(1).getString("note"));
        assertEquals("admin", reviews.getJsonObject(1).getString("by"));
        JsonObject loyal = segment("loyal");
        assertEquals(reviews.getJsonObject(0).getString("day"), loyal.getString("reviewed"));
    }

    @Test
    void looking_at_one_segment_is_kept_by_its_day() {
        assertEquals(200, viewer.get("segments/rescue").status());
        JsonObject rescue = segment("rescue");
        assertEquals(admin.get("reviews").object().getString("asOf"), rescue.getString("lookedAt"));
    }

    @Test
    void what_cannot_be_reviewed_is_refused_in_words() {
        assertProblem(404, "There is no segment 'nobody'", admin.get("segments/nobody/reviews"));
        assertProblem(404, "There is no segment 'nobody'", admin.post("segments/nobody/reviews", "{}"));
        assertProblem(
                400,
                "at most 500 characters, this one has 501",
                admin.post(OF_LOYAL, "{\"note\": \"" + "x".repeat(501) + "\"}"));
        assertProblem(400, "'note' is no text", admin.post(OF_LOYAL, "{\"note\": 3}"));
        assertProblem(400, "expected: an object", admin.post(OF_LOYAL, "[]"));
        assertProblem(403, "", viewer.post(OF_LOYAL, "{}"));
    }

    @Test
    void everybody_with_an_account_sees_warnings_coverage_and_quality_and_nobody_else() {
        for (String path : List.of("reviews", "reviews/coverage", "reviews/quality", OF_LOYAL)) {
            assertEquals(200, viewer.get(path).status(), path);
            assertEquals(401, nobody.get(path).status(), path);
        }
    }

    private JsonObject segment(String key) {
        return admin.get("reviews").object().getJsonArray("segments").getValuesAs(JsonObject.class).stream()
                .filter(segment -> segment.getString("key").equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static void assertProblem(int status, String expected, Answer answer) {
        assertEquals(status, answer.status(), answer::toString);
        assertTrue(answer.problem(), answer::toString);
        assertTrue(answer.object().getString("detail").contains(expected), answer::toString);
    }
}
