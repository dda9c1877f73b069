/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.segcast.it.SegcastServer;

/** Customers who moved between the segments from one day to a later one. */
class MovementPageIT {
    private static final String SPRING = "2026-04-30";
    private static final String SUMMER = "2026-06-30";

    private final SegcastServer server = new SegcastServer("movement");
    private final Chromium chromium = new Chromium();

    @AfterEach
    void stop() {
        chromium.close();
        server.close();
    }

    @Test
    void who_moved_since_a_day_is_drawn_and_listed_and_adds_up_to_the_change_of_sizes() {
        server.with("SEGCAST_AS_OF", SPRING).start().api().lastRunsEnd();
        assertEquals(
                0,
                server.api()
                        .get("segments/moves")
                        .object()
                        .getJsonArray("moves")
                        .size());
        int rescueThen = size("rescue");
        Visit visit = new Visit(chromium.page(Chromium.DESKTOP, ColorScheme.LIGHT), server).signIn();
        visit.open("movement.xhtml");
        assertThat(visit.page().getByText("No movement yet")).isVisible();
        server.close();

        server.with("SEGCAST_AS_OF", SUMMER).start();
        assertEquals(202, server.api().post("runs", "{}").status());
        assertEquals("COMPLETED", server.api().lastRunsEnd().getString("state"));
        JsonObject told = server.api().get("segments/moves?since=" + SPRING).object();
        assertEquals(SPRING, told.getString("since"));
        assertEquals(SUMMER, told.getString("asOf"));
        List<JsonObject> moves = told.getJsonArray("moves").getValuesAs(JsonObject.class);
        assertTrue(moves.size() > 1, told::toString);
        assertEquals(size("rescue") - rescueThen, sum(moves, "to", "rescue") - sum(moves, "from", "rescue"));
        assertEquals(400, server.api().get("segments/moves?since=yesterday").status());

        visit = new Visit(chromium.page(Chromium.DESKTOP, ColorScheme.LIGHT), server).signIn();
        Page page = visit.open("movement.xhtml?since=" + SPRING).page();
        int movers = moves.stream().mapToInt(move -> move.getInt("count")).sum();
        assertThat(page.getByText(String.format("%,d customers moved", movers)).first())
                .isVisible();
        assertThat(page.locator("svg.only-wide")).isVisible();
        Chromium.picture(page, "movement");
        page.getByText("As table").click();
        assertThat(page.locator("details tbody tr")).hasCount(moves.size());
        visit = new Visit(chromium.page(Chromium.PHONE, ColorScheme.LIGHT), server).signIn();
        page = visit.open("movement.xhtml").page();
        Chromium.picture(page, "movement-phone");
        assertEquals(Chromium.PHONE, page.evaluate("document.documentElement.scrollWidth"));
        assertEquals(List.of(), chromium.complaints());
    }

    private int size(String key) {
        return server.api().get("segments/" + key).object().getInt("size");
    }

    private static int sum(List<JsonObject> moves, String side, String key) {
        return moves.stream()
                .filter(move -> move.getString(side).equals(key))
                .mapToInt(move -> move.getInt("count"))
                .sum();
    }
}
