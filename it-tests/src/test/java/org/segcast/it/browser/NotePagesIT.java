/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.segcast.it.SegcastServer;

/** Words of notes: told in the dictionary, asked for by a rule, unknown to models. */
class NotePagesIT {
    /** In one of the sample's notes of {@code REGULAR} contacts. */
    private static final String WORD = "note_repairs";

    private final SegcastServer server = new SegcastServer("notes");
    private final Chromium chromium = new Chromium();

    @AfterEach
    void stop() {
        chromium.close();
        server.close();
    }

    @Test
    void words_of_notes_are_described_asked_for_and_kept_from_models() {
        server.start();
        assertEquals("COMPLETED", server.api().lastRunsEnd().getString("state"));
        List<JsonObject> notes =
                server.api().get("features").object().getJsonArray("features").getValuesAs(JsonObject.class).stream()
                        .filter(feature -> feature.getString("group").equals("Notes and answers"))
                        .toList();
        assertTrue(notes.size() > 10 && notes.size() <= 50, notes::toString);
        assertTrue(notes.stream().noneMatch(feature -> feature.getBoolean("learnt")));
        assertTrue(scored() > 0, "scores are made beside the words");

        Visit visit = new Visit(chromium.page(Chromium.DESKTOP, ColorScheme.LIGHT), server).signIn();
        Page page = visit.open("features.xhtml?q=repairs").page();
        assertThat(page.getByText(WORD)).isVisible();
        assertThat(page.getByText("% yes").first()).isVisible();
        Chromium.picture(page, "notes");
        visit.open("features.xhtml?q=notes+and+answers");
        assertFalse(page.content().contains("Asks for repairs first"), "the note itself");

        JsonObject counted = server.api()
                .post("rules/count", "{\"rule\": {\"feature\": \"" + WORD + "\", \"is\": \"=\", \"value\": 1}}")
                .object();
        assertEquals("Note mentions repairs.", counted.getString("words"));
        int bearers = counted.getInt("matching");
        assertTrue(bearers >= 5, counted::toString);
        visit.open("rule.xhtml");
        page.getByLabel("What is looked at").first().selectOption("feature:" + WORD);
        assertThat(page.getByText("1 is yes, 0 is no")).isVisible();
        page.getByLabel("Value", new Page.GetByLabelOptions().setExact(true))
                .first()
                .fill("1");
        page.getByLabel("Value", new Page.GetByLabelOptions().setExact(true))
                .first()
                .blur();
        assertThat(page.locator("#matching")).hasText(String.format("%,d", bearers));
        assertThat(page.getByText("Note mentions repairs.")).isVisible();
        Chromium.picture(page, "notes-rule");
        visit = new Visit(chromium.page(Chromium.PHONE, ColorScheme.LIGHT), server).signIn();
        page = visit.open("features.xhtml?q=notes").page();
        Chromium.picture(page, "notes-phone");
        assertEquals(Chromium.PHONE, page.evaluate("document.documentElement.scrollWidth"));
        assertEquals(List.of(), chromium.complaints());
    }

    private long scored() {
        return server.api().get("scores.csv").body().lines().skip(1).count();
    }
}
