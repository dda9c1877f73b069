/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.segcast.it.Answer;
import org.segcast.it.Checkout;
import org.segcast.it.SegcastServer;

/** A trader who sells in two currencies ranks those who order in one of them. */
class CurrencyPagesIT {
    private static final int CONTACTS = 60;
    private static final int IN_DOLLARS = 20;
    private static final LocalDate AS_OF = LocalDate.of(2025, 6, 30);

    private final Path folder = Checkout.fresh(Checkout.target().resolve("currencies-crm"));
    private final SegcastServer server = new SegcastServer("currencies")
            .with("SEGCAST_CRM", "csv")
            .with("SEGCAST_CSV_DIR", folder.toString())
            .with("SEGCAST_AS_OF", AS_OF.toString());
    private final Chromium chromium = new Chromium();

    @AfterEach
    void stop() {
        chromium.close();
        server.close();
    }

    @Test
    void customers_are_ranked_by_the_orders_in_one_currency() throws IOException {
        trade(true);
        server.start();
        assertEquals("COMPLETED", server.api().run().getString("state"));
        assertEquals(
                "[\"EUR\",\"USD\"]",
                server.api().get("rfm").object().getJsonArray("currencies").toString());
        Answer francs = server.api().put("rfm", "{\"orders\": \"CHF\"}");
        assertEquals(400, francs.status(), francs::toString);
        assertTrue(francs.body().contains("read no orders in CHF, only in EUR, USD."), francs::toString);

        Visit visit = new Visit(chromium.page(Chromium.DESKTOP, ColorScheme.LIGHT), server).signIn();
        Page page = visit.open("rfm.xhtml").page();
        page.getByLabel("Which orders").selectOption("USD");
        Locator prospects = page.locator("#outcome tr", new Page.LocatorOptions().setHasText("Prospects"));
        assertThat(prospects).containsText("Then" + (CONTACTS - IN_DOLLARS));
        Chromium.picture(page, "rfm-currency");
        visit.button("Save settings").click();
        assertThat(visit.heading()).hasText("Segments");
        assertEquals("COMPLETED", server.api().run().getString("state"));
        assertEquals(CONTACTS - IN_DOLLARS, size("prospects"));
        visit = new Visit(chromium.page(Chromium.PHONE, ColorScheme.LIGHT), server).signIn();
        page = visit.open("rfm.xhtml").page();
        assertThat(page.getByLabel("Which orders")).hasValue("USD");
        Chromium.picture(page, "rfm-currency-phone");
        assertEquals(Chromium.PHONE, page.evaluate("document.documentElement.scrollWidth"));

        trade(false);
        JsonObject refused = server.api().run();
        assertEquals("FAILED", refused.getString("state"), refused::toString);
        assertTrue(refused.toString().contains("Customers cannot be ranked by orders in USD."), refused::toString);
        assertEquals(CONTACTS - IN_DOLLARS, size("prospects"), "segments stay as they were");
        visit.open("rfm.xhtml");
        assertThat(page.getByText("no more than one currency, so USD cannot be told apart"))
                .isVisible();
        assertEquals(200, server.api().put("rfm", "{}").status());
        assertEquals("COMPLETED", server.api().run().getString("state"));
        assertEquals(0, size("prospects"));
        assertEquals(List.of(), chromium.complaints());
    }

    private int size(String key) {
        return server.api().get("segments").array().getValuesAs(JsonObject.class).stream()
                .filter(segment -> segment.getString("key").equals(key))
                .findFirst()
                .orElseThrow()
                .getInt("size");
    }

    /** Everybody orders in euros, every third in dollars, too. */
    private void trade(boolean dollars) throws IOException {
        List<String> contacts = new ArrayList<>(List.of("id,name,email"));
        List<String> orders = new ArrayList<>(List.of("id,contact_id,date,amount,currency,state,rate"));
        for (int i = 0; i < CONTACTS; i++) {
            contacts.add(i + ",Customer " + i + ",");
            orders.add("e" + i + "," + i + "," + AS_OF.minusDays(5 + 3 * i) + "," + (20 + i) + ",EUR,confirmed,");
            if (dollars && i % (CONTACTS / IN_DOLLARS) == 0) {
                orders.add(
                        "d" + i + "," + i + "," + AS_OF.minusDays(2 + i) + "," + (50 + 7 * i) + ",USD,confirmed,0.9");
            }
        }
        Files.write(folder.resolve("contacts.csv"), contacts);
        Files.write(folder.resolve("orders.csv"), orders);
    }
}
