/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.segcast.it.Checkout;
import org.segcast.it.SegcastServer;

/** Every page on the sample, on a desk and on a phone, by day and by night. */
class SamplePagesIT {
    private static final SegcastServer SERVER = new SegcastServer("pages");
    private static Chromium chromium;
    private static Map<String, String> pages;

    @BeforeAll
    static void start() {
        SERVER.afterFirstRun().start();
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
        pages.put("features", "features.xhtml");
        pages.put("features-found", "features.xhtml?q=mail");
        pages.put("accounts", "accounts.xhtml");
        pages.put("rule", "rule.xhtml");
        pages.put("rfm", "rfm.xhtml");
        pages.put("removal", "removal.xhtml");
        pages.put("connections", "connections.xhtml");
        pages.put("connection-kinds", "connectionForm.xhtml");
        pages.put("connection-form", "connectionForm.xhtml?kind=odoo");
        pages.put(
                "fields",
                "fields.xhtml?id="
                        + SERVER.api()
                                .get("connections")
                                .array()
                                .getJsonObject(0)
                                .getInt("id"));
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
            assertThat(visit.heading()).not().hasText("Something went wrong");
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
            assertThat(visit.heading()).not().hasText("Something went wrong");
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
    void the_dictionary_finds_a_measure_by_a_word_of_its_description() {
        Visit visit = visit(Chromium.DESKTOP, ColorScheme.LIGHT).open("features.xhtml");
        Page page = visit.page();
        page.getByRole(AriaRole.SEARCHBOX).fill("own rhythm");
        visit.button("Find").click();
        assertThat(page.getByText("mean_gap_days")).isVisible();
        assertThat(page.getByText("order_count")).hasCount(0);
        visit.open("features.xhtml?q=no+such+measure");
        assertThat(page.getByText("No measure fits")).isVisible();
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

    @Test
    void a_form_tells_all_its_problems_beside_their_fields() {
        Visit visit = visit(Chromium.DESKTOP, ColorScheme.LIGHT).open("connectionForm.xhtml?kind=odoo");
        Page page = visit.page();
        assertThat(page.getByLabel("Attempts")).not().isVisible();
        page.getByText("More settings").click();
        page.getByLabel("Attempts").fill("many");
        page.getByLabel("Address").fill("crm.example");
        page.getByLabel("API key").fill("a key that nobody sees again");
        visit.button("Save connection").click();
        for (String id : List.of("name", "set-url", "set-database", "set-user", "set-api-key")) {
            assertThat(page.locator("#" + id)).hasAttribute("aria-invalid", "true");
        }
        assertThat(page.locator("#set-attempts-help")).containsText("Attempts 'many' cannot be used");
        assertThat(page.getByLabel("Attempts")).isVisible();
        assertThat(page.locator("#set-url-help")).containsText("Address cannot be used");
        assertThat(page.locator("#set-api-key")).hasValue("");
        Chromium.picture(page, "connection-problems");
    }

    @Test
    void a_folder_is_connected_tested_used_and_run_and_the_sample_is_as_before_afterwards() {
        Path shop = Checkout.fresh(Checkout.target().resolve("browser-shop"));
        write(shop.resolve("contacts.csv"), "id,name,email", "1,Ada,ada@shop.example", "2,Ben,ben@shop.example");
        write(
                shop.resolve("orders.csv"),
                "id,contact_id,date,amount,currency,state",
                "10,1,2026-01-05,20.00,EUR,confirmed",
                "11,2,not a day,20.00,EUR,confirmed");
        Visit visit = visit(Chromium.DESKTOP, ColorScheme.LIGHT).open("connections.xhtml");
        Page page = visit.page();
        link(page, "Add a connection").click();
        link(page, "Connect CSV folder").click();
        page.getByLabel("Name").fill("Corner shop");
        page.getByLabel("Folder").fill(shop.toString());
        visit.button("Test").click();
        assertThat(page.getByText("Everything that Segcast needs works")).isVisible();
        visit.button("Save connection").click();
        assertThat(visit.heading()).containsText("Corner shop");
        visit.button("Use this one").click();
        assertThat(page.getByText("In use").first()).isVisible();

        visit.button("Sync now").click();
        assertThat(visit.heading()).hasText("Runs & schedule");
        SERVER.api().lastRunsEnd();
        visit.open("connections.xhtml");
        link(page, "Corner shop").click();
        assertThat(page.getByText("2 contacts, 1 order").first()).isVisible();
        Chromium.picture(page, "connection-synced");
        page.getByLabel("1 record left out, with reasons").click();
        assertThat(page.getByText("11").first()).isVisible();

        visit.open("runs.xhtml").button("Run again").click();
        assertEquals("COMPLETED", SERVER.api().lastRunsEnd().getString("state"));
        visit.open("connections.xhtml");
        Chromium.picture(page, "connections-two");
        page.getByLabel("Use Sample CRM").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.getByLabel("Use Corner shop")).isVisible();
        assertEquals("Sample CRM", SERVER.api().status().getString("crm"));

        link(page, "Corner shop").click();
        visit.button("Remove connection").click();
        assertThat(page.locator("#confirm-help")).containsText("Type the connection's name");
        page.locator("#confirm").fill("Corner shop");
        page.locator("#withData").check();
        visit.button("Remove connection").click();
        assertThat(visit.heading()).hasText("Connections");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertEquals(List.of(), chromium.complaints());
    }

    @Test
    void ranks_are_set_by_hand_and_renamed_beside_what_that_would_make_of_the_customers() {
        Visit visit = visit(Chromium.DESKTOP, ColorScheme.LIGHT).open("segments.xhtml");
        Page page = visit.page();
        link(page, "RFM settings").click();
        Locator outcome = page.locator("#outcome");
        assertThat(outcome).containsText("0 of");
        page.getByLabel("Ranks", exactly()).selectOption("3");
        assertThat(page.locator(".rfm-grid tr")).hasCount(3);
        assertThat(outcome).not().containsText("0 of 0");
        page.getByLabel("Where a rank begins").selectOption("true");
        assertThat(page.getByLabel("Orders", exactly())).not().hasValue("");
        page.getByLabel("Orders", exactly()).fill("4, many");
        page.getByLabel("Orders", exactly()).blur();
        assertThat(outcome).containsText("Thresholds of frequency are 2 rising numbers above 0");
        visit.button("Save settings").click();
        assertThat(visit.heading()).hasText("RFM settings");
        page.getByLabel("Orders", exactly()).fill("3, 8");
        page.getByLabel("Orders", exactly()).blur();
        assertThat(outcome).containsText("would change the segment");
        page.getByLabel("Which orders").selectOption("till");
        Locator champions = page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("Champions"))
                .first();
        assertThat(champions).containsText("Then0");
        page.getByLabel("Which orders").selectOption("all");
        assertThat(champions).not().containsText("Then0");
        page.getByLabel("Recency rank 3, frequency and money rank 1").selectOption("potential-loyalists");
        assertThat(page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("New"))
                        .first())
                .containsText("0");
        Chromium.picture(page, "rfm-settings");
        visit.button("Save settings").click();
        assertThat(visit.heading()).hasText("Segments");
        visit.open("rfm.xhtml");
        assertThat(page.getByText("Waits for the next run")).isVisible();
        assertThat(page.getByLabel("Orders", exactly())).hasValue("3, 8");
        visit.button("Back to the usual").click();
        assertThat(page.locator(".rfm-grid tr")).hasCount(5);
        visit.button("Save settings").click();
        assertThat(visit.heading()).hasText("Segments");
        visit.open("rfm.xhtml");
        assertThat(page.getByText("Waits for the next run")).hasCount(0);
        assertEquals(List.of(), chromium.complaints());
    }

    @Test
    void a_rule_is_built_counted_live_saved_and_filled_by_the_next_run() {
        Visit visit = visit(Chromium.DESKTOP, ColorScheme.LIGHT).open("segments.xhtml");
        Page page = visit.page();
        link(page, "New rule segment").click();
        assertThat(page.locator("#matching")).not().hasText("0");
        String spenders = page.locator("#matching").innerText();
        visit.button("Add a condition").click();
        assertThat(page.getByLabel("What is looked at")).hasCount(2);
        page.getByLabel("What is looked at").nth(1).selectOption("feature:attr_country");
        assertThat(page.getByText("Most frequent:")).isVisible();
        page.getByLabel("Value", exactly()).nth(1).fill("DE");
        page.getByLabel("Value", exactly()).nth(1).blur();
        assertThat(page.locator("#matching")).not().hasText("–");
        assertThat(page.locator("#matching")).not().hasText(spenders);
        String fitting = page.locator("#matching").innerText();
        page.getByLabel("Value", exactly()).first().fill("many");
        page.getByLabel("Value", exactly()).first().blur();
        assertThat(page.getByText("'many' is no number")).isVisible();
        page.getByLabel("Value", exactly()).first().fill("1000");
        page.getByLabel("Value", exactly()).first().blur();
        assertThat(page.locator("#matching")).hasText(fitting);
        visit.button("Add a group").click();
        assertThat(page.getByLabel("How the conditions of this group go together"))
                .hasCount(2);
        Chromium.picture(page, "rule-builder");
        visit.button("Remove group").click();
        visit.button("Save segment").click();
        assertThat(page.locator("#name-help")).containsText("A name has 1 to 60 characters");
        page.getByLabel("Name").fill("German spenders");
        visit.button("Save segment").click();
        assertThat(visit.heading()).hasText("Segments");
        assertThat(page.getByText("Spent at least 1000 in the last 365 days, and country is DE."))
                .isVisible();
        assertEquals(202, SERVER.api().post("runs", "{}").status());
        assertEquals("COMPLETED", SERVER.api().lastRunsEnd().getString("state"));
        visit.open("segment.xhtml?key=german-spenders");
        assertThat(page.getByText(fitting + " members").first()).isVisible();
        Chromium.picture(page, "rule-segment");
        link(page, "Edit rule").click();
        assertThat(page.getByLabel("Value", exactly()).nth(1)).hasValue("DE");
        visit.button("Remove").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(visit.heading()).hasText("Segments");
        assertThat(page.getByText("No rule segments yet")).isVisible();
        assertEquals(List.of(), chromium.complaints());
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private static void write(Path file, String... lines) {
        try {
            Files.write(file, List.of(lines));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
