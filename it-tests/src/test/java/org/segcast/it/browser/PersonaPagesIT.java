/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segcast.it.Checkout;
import org.segcast.it.SegcastApi;
import org.segcast.it.SegcastServer;

/** A segment's portrait on the sample: read, edited, downloaded and shared. */
class PersonaPagesIT {
    private final SegcastServer server = new SegcastServer("personas");
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

    @Test
    void a_portrait_is_taken_along_as_pdf_and_shared_by_a_link_until_it_is_revoked_or_over() throws Exception {
        Visit visit = new Visit(chromium.page(Chromium.DESKTOP, ColorScheme.LIGHT), server).signIn();
        Page page = visit.open("persona.xhtml?key=loyal").page();
        Download download = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download PDF"))
                        .click());
        byte[] pdf = Files.readAllBytes(download.path());
        assertEquals("%PDF-", new String(pdf, 0, 5, StandardCharsets.US_ASCII));
        try (PDDocument read = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(read);
            assertTrue(text.contains("Loyal") && text.contains("What sets them apart"), text);
        }
        Path pictures = Files.createDirectories(Checkout.target().resolve("screenshots"));
        Files.copy(download.path(), pictures.resolve("persona.pdf"), StandardCopyOption.REPLACE_EXISTING);

        String first = share(visit);
        String second = share(visit);
        assertNotEquals(first, second);
        Chromium.picture(page, "persona-share");
        Page stranger = chromium.page(Chromium.DESKTOP, ColorScheme.LIGHT);
        Response answer = stranger.navigate(first);
        assertEquals(200, answer.status());
        assertEquals("no-referrer", answer.headerValue("referrer-policy"));
        assertEquals("no-store", answer.headerValue("cache-control"));
        assertTrue(answer.headerValue("x-robots-tag").contains("noindex"));
        assertThat(stranger.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Loyal");
        assertEquals(0, stranger.locator("script, a").count());
        Chromium.picture(stranger, "persona-shared");
        assertEquals(
                401,
                SegcastApi.nobody(server.address())
                        .get("segments/loyal/persona")
                        .status());

        visit.open("persona.xhtml?key=loyal");
        assertThat(page.locator("#links").getByText("Made by admin")).hasCount(2);
        assertThat(page.locator("#address")).hasCount(0);
        visit.button("Revoke").click();
        assertThat(page.locator("#links").getByText("Made by admin")).hasCount(1);
        assertEquals(404, stranger.navigate(first).status());
        String gone = stranger.locator("main").innerText();
        assertEquals(200, stranger.navigate(second).status());

        server.close();
        setOver();
        server.start();
        assertEquals(404, stranger.navigate(second).status());
        assertEquals(gone, stranger.locator("main").innerText());
        assertEquals(
                404, stranger.navigate(server.address() + "/segcast/shared/").status());
        assertEquals(gone, stranger.locator("main").innerText());
        for (String address : List.of(first, second)) {
            assertFalse(server.log().contains(address.substring(address.lastIndexOf('/') + 1)), "a token in a log");
        }
    }

    private static String share(Visit visit) {
        visit.open("persona.xhtml?key=loyal");
        visit.page().getByLabel("Lasts").selectOption("30");
        visit.button("Make a link").click();
        return visit.page().locator("#address").innerText();
    }

    /** As if the days had passed. */
    private void setOver() throws SQLException {
        try (Connection state = DriverManager.getConnection(
                        "jdbc:h2:file:" + server.home().resolve("state") + ";MODE=LEGACY;NON_KEYWORDS=VALUE");
                Statement statement = state.createStatement()) {
            assertEquals(
                    1,
                    statement.executeUpdate(
                            "UPDATE segment_persona_link SET expires_at = DATEADD('DAY', -31, expires_at)"));
        }
    }
}
