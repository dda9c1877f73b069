/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segcast.it.SegcastServer;

/** A segment's portrait on the sample: read, edited, downloaded and shared. */
class PersonaPagesIT {
    private final SegcastServer server = new SegcastServer("personas");
    private final Chromium chromium = new Chromium();

    @BeforeEach
    void start() {
        server.start().api().lastRunsEnd();
    }

    @AfterEach
    void stop() {
        chromium.close();
        server.close();
    }

    @Test
    void a_portrait_is_read_edited_and_kept_from_being_overwritten() {
        Visit visit = new Visit(chromium.page(Chromium.DESKTOP, ColorScheme.LIGHT), server).signIn();
        Page page = visit.open("segment.xhtml?key=champions").page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Portrait"))
                .click();
        assertThat(visit.heading()).hasText("Champions");
        assertThat(page.getByText("What sets them apart")).isVisible();
        assertThat(page.locator(".persona-traits tbody tr").first()).isVisible();
        Chromium.picture(page, "persona");

        page.getByLabel("Title").fill("Our champions");
        page.getByLabel("What’s in it for them").fill("First looks <b>before</b> anybody else.");
        visit.button("Save text").click();
        assertThat(visit.heading()).hasText("Our champions");
        assertThat(page.locator(".persona")).containsText("First looks <b>before</b> anybody else.");
        assertThat(page.getByText("Edited by admin")).isVisible();

        JsonObject kept = server.api().get("segments/champions/persona").object();
        assertEquals(1, kept.getInt("version"));
        assertEquals(
                200,
                server.api()
                        .put(
                                "segments/champions/persona",
                                "{\"title\": \"Ours\", \"strategy\": \"Call them.\", \"version\": 1}")
                        .status());
        page.getByLabel("Notes").fill("Too late.");
        visit.button("Save text").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Somebody changed this portrait meanwhile");
        assertThat(page.getByLabel("Notes")).hasValue("Too late.");
        assertEquals(
                "Call them.",
                server.api().get("segments/champions/persona").object().getString("strategy"));

        page.getByLabel("Title").fill(" ");
        visit.button("Save text").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("A portrait has a title of 1 to 80 characters");
        visit.open("persona.xhtml?key=no-such");
        assertThat(visit.heading()).hasText("No such segment");

        Visit phone = new Visit(chromium.page(Chromium.PHONE, ColorScheme.DARK), server).signIn();
        phone.open("persona.xhtml?key=rescue");
        Chromium.picture(phone.page(), "persona-phone");
        assertEquals(Chromium.PHONE, phone.page().evaluate("document.documentElement.scrollWidth"));
        assertEquals(
                List.of(),
                chromium.complaints().stream()
                        .filter(complaint -> !complaint.contains("404"))
                        .toList());
    }
}
