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
import jakarta.json.JsonString;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.segcast.it.Answer;
import org.segcast.it.SegcastServer;

/** What needs a look on the sample: segments that do not serve, and their reviews. */
class ReviewPagesIT {
    private static final String SPRING = "2026-02-28";
    private static final String SUMMER = "2026-06-30";

    private final SegcastServer server = new SegcastServer("reviews");
    private final Chromium chromium = new Chromium();

    @AfterEach
    void stop() {
        chromium.close();
        server.close();
    }

    @Test
    void segments_that_are_alike_too_small_or_forgotten_are_told_until_somebody_reviews_them() {
        server.with("SEGCAST_AS_OF", SPRING).start().api().lastRunsEnd();
        assertEquals(List.of(), warnings("UNSEEN"), "segments of today are nobody's neglect");
        make("Came back", "{\"feature\": \"order_count\", \"is\": \">\", \"value\": 1}");
        make("Ordered twice", "{\"feature\": \"order_count\", \"is\": \">=\", \"value\": 2}");
        make("Addicts", "{\"feature\": \"order_count\", \"is\": \">\", \"value\": " + hardlyAnybody() + "}");
        run();
        Visit visit = new Visit(chromium.page(Chromium.DESKTOP, ColorScheme.LIGHT), server).signIn();
        Page page = visit.open("reviews.xhtml").page();
        assertThat(page.getByText("Nearly the same").first()).isVisible();
        assertEquals(List.of("came-back", "ordered-twice"), segments(warnings("NEARLY_SAME")));
        assertEquals(List.of("addicts"), segments(warnings("UNTESTABLE")));
        visit.open("segment.xhtml?key=champions");

        server.close();
        server.with("SEGCAST_AS_OF", SUMMER).start();
        run();
        List<String> unseen = segments(warnings("UNSEEN"));
        assertEquals(12, unseen.size(), unseen::toString);
        assertTrue(
                warnings("UNSEEN").stream()
                        .anyMatch(warning ->
                                warning.getString("what").equals("Nobody has looked at “Champions” for 122 days.")),
                () -> warnings("UNSEEN").toString());
        assertEquals(200, server.api().get("segments/lost").status());
        assertEquals(11, segments(warnings("UNSEEN")).size());

        visit = new Visit(chromium.page(Chromium.DESKTOP, ColorScheme.LIGHT), server).signIn();
        page = visit.page();
        int waiting = waiting();
        assertThat(page.getByText(waiting + " segment warnings")).isVisible();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("See each").setExact(true))
                .click();
        assertThat(page.getByText(waiting + " warnings wait for a decision.")).isVisible();
        Chromium.picture(page, "reviews");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Addicts"))
                .first()
                .click();
        assertThat(page.getByText("Not reviewed so far.")).isVisible();
        page.locator("#note").fill("The club's founders: few, and meant to be.");
        visit.button("Mark as reviewed").click();
        assertThat(page.getByText("The club's founders: few, and meant to be.")).isVisible();
        Chromium.picture(page, "reviews-segment");
        assertTrue(warnings("SMALL").get(0).getBoolean("reviewed"));
        assertEquals(10, segments(warnings("UNSEEN")).size());
        JsonObject review = server.api()
                .get("segments/addicts/reviews")
                .array()
                .getValuesAs(JsonObject.class)
                .get(0);
        assertEquals("admin", review.getString("by"));
        assertEquals(SUMMER, review.getString("day"));

        Visit phone = new Visit(chromium.page(Chromium.PHONE, ColorScheme.LIGHT), server).signIn();
        phone.open("reviews.xhtml");
        Chromium.picture(phone.page(), "reviews-phone");
        assertEquals(Chromium.PHONE, phone.page().evaluate("document.documentElement.scrollWidth"));
        assertEquals(List.of(), chromium.complaints());
    }

    @Test
    void what_was_planted_in_the_sample_is_found_with_the_segments_that_it_touches() {
        server.afterFirstRun().start();
        assertEquals(2, found("IMPOSSIBLE_AGE").getInt("records"));
        assertEquals(List.of("99002", "99003"), examples("IMPOSSIBLE_AGE"));
        assertEquals(List.of("99003"), examples("UNREACHABLE"));
        assertEquals(1, found("UNREACHABLE").getInt("records"));
        assertEquals(List.of("10001"), examples("FUTURE_ORDER"));
        assertEquals(1, found("FUTURE_ORDER").getInt("records"));
        assertEquals(2, found("SAME_PERSON").getInt("records"), "two were drawn alike by chance");
        for (String none : List.of(
                "SAME_EMAIL", "INVALID_EMAIL", "ANCIENT_ORDER", "NEGATIVE_ORDER", "OTHER_CURRENCY", "NO_LINES")) {
            assertEquals(0, found(none).getInt("records"), none);
        }
        List<JsonObject> touched =
                found("IMPOSSIBLE_AGE").getJsonArray("segments").getValuesAs(JsonObject.class);
        assertEquals("prospects", touched.get(0).getString("key"));
        assertEquals(2, touched.get(0).getInt("members"));
        String answer = server.api().get("reviews/quality").body();
        assertFalse(answer.contains("Old Äon") || answer.contains("old@example.org"), "names stay in the CRM");

        Visit visit = new Visit(chromium.page(Chromium.DESKTOP, ColorScheme.LIGHT), server).signIn();
        Page page = visit.open("reviews.xhtml").page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Data quality"))
                .click();
        assertThat(page.getByText("4 flaws were found as of 30 June 2026.")).isVisible();
        page.getByText("2 examples").nth(1).click();
        Chromium.picture(page, "data-quality");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Old Äon"))
                .click();
        assertThat(visit.heading()).containsText("Old Äon");
        Visit phone = new Visit(chromium.page(Chromium.PHONE, ColorScheme.LIGHT), server).signIn();
        coverage(visit, phone);
        phone.open("quality.xhtml");
        phone.page().getByText("2 examples").nth(1).click();
        Chromium.picture(phone.page(), "data-quality-phone");
        assertEquals(Chromium.PHONE, phone.page().evaluate("document.documentElement.scrollWidth"));
        assertEquals(List.of(), chromium.complaints());
    }

    /** Everybody is in one RFM segment, so that the segments' shares add up to everybody's. */
    private void coverage(Visit visit, Visit phone) {
        JsonObject coverage = server.api().get("reviews/coverage").object();
        List<JsonObject> fields = coverage.getJsonArray("fields").getValuesAs(JsonObject.class);
        JsonObject industry = fields.get(0);
        assertEquals("industry", industry.getString("field"));
        List<JsonObject> segments = coverage.getJsonArray("segments").getValuesAs(JsonObject.class);
        double filled = 0;
        for (int i = 0; i < segments.size(); i++) {
            filled += segments.get(i).getInt("members")
                    * industry.getJsonArray("shares").getJsonNumber(i).doubleValue();
        }
        assertEquals(coverage.getInt("contacts") * industry.getJsonNumber("all").doubleValue(), filled, 1e-6);
        Page page = visit.open("reviews.xhtml").page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Profile coverage"))
                .click();
        assertThat(page.getByText("“industry” is filled least")).isVisible();
        assertThat(page.locator(".coverage tbody tr")).hasCount(fields.size());
        Chromium.picture(page, "profile-coverage");
        phone.open("coverage.xhtml");
        Chromium.picture(phone.page(), "profile-coverage-phone");
        assertEquals(Chromium.PHONE, phone.page().evaluate("document.documentElement.scrollWidth"));
    }

    private JsonObject found(String flaw) {
        return server
                .api()
                .get("reviews/quality")
                .object()
                .getJsonArray("findings")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(finding -> finding.getString("flaw").equals(flaw))
                .findFirst()
                .orElseThrow();
    }

    private List<String> examples(String flaw) {
        return found(flaw).getJsonArray("examples").getValuesAs(JsonObject.class).stream()
                .map(example -> example.getString("contactId"))
                .toList();
    }

    /** From how many orders on fewer than 30 customers are left. */
    private int hardlyAnybody() {
        return IntStream.range(5, 500)
                .filter(orders -> {
                    int matching = server.api()
                            .post(
                                    "rules/count",
                                    "{\"rule\": {\"feature\": \"order_count\", \"is\": \">\", \"value\": " + orders
                                            + "}}")
                            .object()
                            .getInt("matching");
                    return matching > 0 && matching < 30;
                })
                .findFirst()
                .orElseThrow();
    }

    private void make(String name, String rule) {
        Answer made = server.api()
                .post(
                        "rules",
                        "{\"name\": \"" + name + "\", \"colour\": 3, \"tagged\": false, \"rule\": " + rule + "}");
        assertEquals(201, made.status(), made::toString);
    }

    private void run() {
        assertEquals(202, server.api().post("runs", "{}").status());
        assertEquals("COMPLETED", server.api().lastRunsEnd().getString("state"));
    }

    private List<JsonObject> warnings(String kind) {
        return server.api().get("reviews").object().getJsonArray("warnings").getValuesAs(JsonObject.class).stream()
                .filter(warning -> warning.getString("kind").equals(kind))
                .toList();
    }

    private int waiting() {
        return (int)
                server.api().get("reviews").object().getJsonArray("warnings").getValuesAs(JsonObject.class).stream()
                        .filter(warning -> !warning.getBoolean("reviewed"))
                        .count();
    }

    private static List<String> segments(List<JsonObject> warnings) {
        return warnings.stream()
                .flatMap(warning -> warning.getJsonArray("segments").getValuesAs(JsonString::getString).stream())
                .sorted()
                .toList();
    }
}
