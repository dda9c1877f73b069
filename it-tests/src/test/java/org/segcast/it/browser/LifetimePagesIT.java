/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.segcast.it.Checkout;
import org.segcast.it.SegcastServer;

/** The sample's customers valued on their page; too little data refused there in words. */
class LifetimePagesIT {
    private final SegcastServer server = new SegcastServer("lifetime");
    private final Chromium chromium = new Chromium();

    @AfterEach
    void stop() {
        chromium.close();
        server.close();
    }

    @Test
    void customers_are_valued_by_segment_and_one_by_one() {
        server.afterFirstRun().start();
        Visit visit = new Visit(chromium.page(Chromium.DESKTOP, ColorScheme.LIGHT), server).signIn();
        Page page = visit.page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Customer value"))
                .click();
        assertThat(page.getByText("Nobody valued yet")).isVisible();

        page.getByLabel("Margin, %").fill("0");
        visit.button("Value customers").click();
        assertThat(page.locator(".error").first()).isVisible();
        page.getByLabel("Margin, %").fill("forty");
        visit.button("Value customers").click();
        assertThat(page.getByText("Tell what is left of an order's amount as a number"))
                .isVisible();
        page.getByLabel("Margin, %").fill("40");
        visit.button("Value customers").click();

        assertThat(page.locator(".lead")).containsText("In the 365 days after");
        assertThat(page.getByText("40% of the orders' amounts")).isVisible();
        assertThat(page.locator("svg.only-wide")).isVisible();
        Locator greatest = page.locator("table", new Page.LocatorOptions().setHasText("Customers of greatest value"));
        assertThat(greatest.locator("tbody tr")).hasCount(10);
        page.getByText("The models that were compared").click();
        assertThat(page.locator("details tbody tr")).hasCount(4);
        Chromium.picture(page, "lifetime");

        String first = greatest.locator("tbody a").first().textContent();
        greatest.locator("tbody a").first().click();
        assertThat(visit.heading()).containsText(first);
        assertThat(page.getByText("Expected value")).isVisible();

        Visit phone = new Visit(chromium.page(Chromium.PHONE, ColorScheme.DARK), server).signIn();
        phone.open("lifetime.xhtml");
        assertThat(phone.page().locator(".lead")).isVisible();
        Chromium.picture(phone.page(), "lifetime-phone");
        assertEquals(Chromium.PHONE, phone.page().evaluate("document.documentElement.scrollWidth"));
        assertEquals(List.of(), chromium.complaints());
    }

    @Test
    void too_few_customers_are_refused_in_words() throws IOException {
        Path folder = Checkout.fresh(Checkout.target().resolve("few-customers"));
        Files.writeString(folder.resolve("contacts.csv"), "id,name,email\n1,Ada,ada@example.org\n");
        Files.writeString(
                folder.resolve("orders.csv"), "id,contact_id,date,amount,currency,state\n1,1,2026-06-01,20,EUR,sale\n");
        server.with("SEGCAST_CRM", "csv")
                .with("SEGCAST_CSV_DIR", folder.toString())
                .with("SEGCAST_AS_OF", "2026-06-30")
                .start();
        Visit visit = new Visit(chromium.page(Chromium.DESKTOP, ColorScheme.LIGHT), server).signIn();
        visit.open("lifetime.xhtml");
        assertThat(visit.page().getByText("Nothing measured yet")).isVisible();
        assertEquals("COMPLETED", server.api().run().getString("state"));
        visit.open("lifetime.xhtml");
        visit.button("Value customers").click();
        assertThat(visit.page().getByText("Too few customers with an order: 1; we need at least 500."))
                .isVisible();
        assertThat(visit.page().locator(".lead")).hasCount(0);
    }
}
