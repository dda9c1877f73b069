/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.segcast.it.Checkout;
import org.segcast.it.SegcastServer;

/** Segmentations of the sample compared on their page; the answer is still there after a restart. */
class ComparisonPagesIT {
    private final SegcastServer server = new SegcastServer("comparison");
    private final Chromium chromium = new Chromium();

    @AfterEach
    void stop() {
        chromium.close();
        server.close();
    }

    @Test
    void segmentations_are_compared_ranked_drawn_and_kept() {
        server.afterFirstRun().start();
        Visit visit = new Visit(chromium.page(Chromium.DESKTOP, ColorScheme.LIGHT), server).signIn();
        Page page = visit.page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Best segmentation"))
                .click();
        assertThat(page.getByText("Nothing compared yet")).isVisible();
        visit.button("Compare segmentations").click();
        assertThat(page.getByText("Comparing segmentations")).isVisible();
        assertThat(page.getByText("Best at telling who orders again within 60 days is"))
                .isVisible();
        assertThat(page.locator("svg.only-wide")).isVisible();
        Chromium.picture(page, "comparison");

        List<JsonObject> standings = server.api()
                .get("comparisons/latest")
                .object()
                .getJsonArray("standings")
                .getValuesAs(JsonObject.class);
        String first = standings.get(0).getString("name");
        assertThat(page.locator("tbody tr").first()).containsText("1. " + first);
        assertThat(page.getByText("No segmentation").first()).isVisible();
        page.getByText("All " + standings.size() + " segmentations").click();
        assertThat(page.locator("details tbody tr")).hasCount(standings.size());

        assertEquals(200, server.api().put("rfm", "{\"ranks\": 3}").status());
        assertEquals(202, server.api().post("runs", "{}").status());
        assertEquals("COMPLETED", server.api().lastRunsEnd().getString("state"));
        server.close();
        server.start();
        visit = new Visit(chromium.page(Chromium.DESKTOP, ColorScheme.LIGHT), server).signIn();
        page = visit.open("comparison.xhtml").page();
        assertThat(page.locator("tbody tr").first()).containsText("1. " + first);
        assertThat(page.getByText("RFM settings, rules or clusters are no longer"))
                .isVisible();
        page.getByLabel("Who orders within").selectOption("30");
        visit.button("Compare segmentations").click();
        assertThat(page.getByText("who orders again within 30 days")).isVisible();
        assertThat(page.getByText("Changed since")).hasCount(0);
        assertThat(visit.button("Compare segmentations")).isEnabled();

        Visit phone = new Visit(chromium.page(Chromium.PHONE, ColorScheme.DARK), server).signIn();
        phone.open("comparison.xhtml");
        Chromium.picture(phone.page(), "comparison-phone");
        assertEquals(Chromium.PHONE, phone.page().evaluate("document.documentElement.scrollWidth"));
        assertEquals(List.of(), chromium.complaints());
    }

    @Test
    void too_short_a_history_is_refused_in_words() throws IOException {
        Path folder = Checkout.fresh(Checkout.target().resolve("short-history"));
        Files.writeString(folder.resolve("contacts.csv"), "id,name,email\n1,Ada,ada@example.org\n");
        Files.writeString(
                folder.resolve("orders.csv"), "id,contact_id,date,amount,currency,state\n1,1,2026-06-01,20,EUR,sale\n");
        server.with("SEGCAST_CRM", "csv")
                .with("SEGCAST_CSV_DIR", folder.toString())
                .with("SEGCAST_AS_OF", "2026-06-30")
                .start();
        Visit visit = new Visit(chromium.page(Chromium.DESKTOP, ColorScheme.LIGHT), server).signIn();
        visit.open("comparison.xhtml");
        assertThat(visit.page().getByText("Nothing measured yet")).isVisible();
        JsonObject run = server.api().run();
        assertEquals("COMPLETED", run.getString("state"), run::toString);
        visit.open("comparison.xhtml");
        visit.button("Compare segmentations").click();
        assertThat(visit.page().getByText("Too little to compare")).isVisible();
        assertThat(visit.page().getByText("It reaches back 29 days; we need at least 300"))
                .isVisible();
        JsonObject refused = server.api().get("comparisons/latest").object();
        assertTrue(refused.getString("refusal").contains("we need at least 300"), refused::toString);
        assertEquals(0, refused.getJsonArray("standings").size());
    }

    @Test
    void one_under_way_is_stopped_by_hand_and_told_after_a_restart_that_interrupted_it() {
        server.afterFirstRun().start();
        Visit visit = new Visit(chromium.page(Chromium.DESKTOP, ColorScheme.LIGHT), server).signIn();
        Page page = visit.open("comparison.xhtml").page();
        visit.button("Compare segmentations").click();
        visit.button("Stop comparison").click();
        assertThat(page.getByText("Nothing compared yet")).isVisible();
        assertThat(page.getByText("Interrupted")).hasCount(0);

        assertEquals(
                202, server.api().post("comparisons", "{\"windowDays\": 90}").status());
        server.kill();
        server.start();
        visit = new Visit(chromium.page(Chromium.DESKTOP, ColorScheme.LIGHT), server).signIn();
        page = visit.open("comparison.xhtml").page();
        assertThat(page.getByText("The server was restarted before the comparison that admin began"))
                .isVisible();
        Chromium.picture(page, "comparison-interrupted");
        assertEquals(90, server.api().get("comparisons/interrupted").object().getInt("windowDays"));
        visit.button("Compare segmentations").click();
        assertThat(visit.button("Stop comparison")).isVisible();
        Chromium.picture(page, "comparison-stop");
        assertThat(page.getByText("Interrupted")).hasCount(0);
        assertEquals(List.of(), chromium.complaints());
    }
}
