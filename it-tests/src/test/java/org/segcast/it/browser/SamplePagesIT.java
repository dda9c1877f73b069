/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.segcast.it.SegcastServer;

/** Every page on the sample, on a desk and on a phone, by day and by night. */
class SamplePagesIT {
    private static final SegcastServer SERVER = new SegcastServer("pages");
    private static Chromium chromium;
    private static Map<String, String> pages;

    @BeforeAll
    static void start() {
        SERVER.start();
        SERVER.api().lastRunsEnd();
        chromium = new Chromium();
        String contact = SERVER.api()
                .get("segments/champions/members?limit=1")
                .object()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("contactId");
        String model = SERVER.api().get("models").array().getJsonObject(0).getString("id");
        pages = new TreeMap<>(Map.of(
                "dashboard", "dashboard.xhtml",
                "segments", "segments.xhtml",
                "segment", "segment.xhtml?key=rescue",
                "contacts", "contacts.xhtml",
                "contact", "contact.xhtml?id=" + contact,
                "models", "models.xhtml",
                "model", "model.xhtml?id=" + model,
                "push", "push.xhtml",
                "runs", "runs.xhtml",
                "connection", "connection.xhtml"));
        pages.put("accounts", "accounts.xhtml");
    }

    @AfterAll
    static void stop() {
        chromium.close();
        SERVER.close();
        assertFalse(SERVER.log().contains(SERVER.password()), "the password is in a log");
    }

    private static Visit visit(int width, ColorScheme scheme) {
        return new Visit(chromium.page(width, scheme), SERVER).signIn();
    }

    @Test
    void the_sign_in_page_says_what_is_wrong_in_words() {
        Visit visit = new Visit(chromium.page(Chromium.DESKTOP, ColorScheme.LIGHT), SERVER).open("");
        Chromium.picture(visit.page(), "login");
        visit.page().getByLabel("Account").fill("admin");
        visit.page().getByLabel("Password").fill("not the password");
        visit.button("Sign in").click();
        assertThat(visit.page().getByRole(AriaRole.ALERT)).containsText("password");
    }

    @Test
    void every_page_opens_without_a_complaint_of_the_browser() {
        Visit visit = visit(Chromium.DESKTOP, ColorScheme.LIGHT);
        pages.forEach((name, path) -> {
            visit.open(path);
            assertEquals(1, visit.heading().count(), name + " has one heading");
            Chromium.picture(visit.page(), name);
        });
        assertEquals(List.of(), chromium.complaints());
    }

    @Test
    void no_page_is_wider_than_a_phone() {
        Visit visit = visit(Chromium.PHONE, ColorScheme.LIGHT);
        pages.forEach((name, path) -> {
            visit.open(path);
            Chromium.picture(visit.page(), name + "-phone");
            assertEquals(Chromium.PHONE, visit.page().evaluate("document.documentElement.scrollWidth"), name);
        });
    }

    @Test
    void the_dashboard_follows_a_dark_theme() {
        Visit visit = visit(Chromium.DESKTOP, ColorScheme.DARK);
        Chromium.picture(visit.page(), "dashboard-dark");
        assertEquals("dark", visit.page().evaluate("document.documentElement.dataset.theme"));
    }

    @Test
    void members_are_found_by_name_and_lead_to_the_contact() {
        Visit visit = visit(Chromium.DESKTOP, ColorScheme.LIGHT).open("contacts.xhtml");
        Page page = visit.page();
        String name = page.locator("tbody tr a").first().innerText();
        page.getByRole(AriaRole.SEARCHBOX).fill(name);
        visit.button("Find").click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
        assertThat(visit.heading()).containsText(name);
    }

    @Test
    void the_connection_test_answers_in_words() {
        Visit visit = visit(Chromium.DESKTOP, ColorScheme.LIGHT).open("connection.xhtml");
        visit.button("Test connection").click();
        assertThat(visit.page().getByText("contacts.csv").first()).isVisible();
        // the documentation shows the usual folder, not this machine's
        visit.page()
                .evaluate(
                        "home => document.querySelectorAll('dd, p, span').forEach(e => { if (!e.children.length) e.textContent = e.textContent.replace(home, '~/.segcast') })",
                        SERVER.home().toString());
        Chromium.picture(visit.page(), "connection-tested");
    }
}
