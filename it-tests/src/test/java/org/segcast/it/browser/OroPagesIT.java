/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.segcast.connector.oro.OroShowcase;
import org.segcast.it.Answer;
import org.segcast.it.SegcastServer;

/** The pages about a connected Oro, which is the stand-in of the connector's tests. */
class OroPagesIT {
    private final OroShowcase oro = new OroShowcase(40);
    private final SegcastServer server = new SegcastServer("oro-pages").afterFirstRun();
    private final Chromium chromium = new Chromium();

    @AfterEach
    void stop() {
        chromium.close();
        server.close();
        oro.close();
    }

    private int connection() {
        JsonObjectBuilder settings = Json.createObjectBuilder();
        oro.settings().forEach(settings::add);
        Answer added = server.api()
                .post(
                        "connections",
                        Json.createObjectBuilder()
                                .add("name", "Shop")
                                .add("kind", "oro")
                                .add("settings", settings)
                                .build()
                                .toString());
        assertEquals(201, added.status(), added::toString);
        return added.object().getInt("id");
    }

    private List<String> chosen(int connection) {
        return server.api().get("connections/" + connection + "/fields").array().getValuesAs(JsonObject.class).stream()
                .filter(field -> field.getBoolean("chosen"))
                .map(field -> field.getString("name"))
                .toList();
    }

    @Test
    void an_admin_chooses_which_fields_of_an_oro_are_read_and_sees_their_coverage() {
        server.start();
        int connection = connection();
        assertFalse(chosen(connection).contains("points"));
        Visit visit = new Visit(chromium.page(Chromium.DESKTOP, ColorScheme.LIGHT), server).signIn();
        Page page = visit.open("fields.xhtml?id=" + connection).page();
        Locator points = page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("Loyalty points"));
        assertThat(points).containsText("Number");
        assertThat(points).containsText("50%");
        assertThat(page.getByText("of 40 contacts looked at")).isVisible();
        Chromium.picture(page, "oro-fields");
        page.getByLabel("Read Loyalty points").check();
        page.getByLabel("Read Birthday").uncheck();
        visit.button("Save fields").click();
        assertThat(page.getByText("A full resync reads these fields")).isVisible();
        assertThat(page.getByLabel("Read Loyalty points")).isChecked();
        assertEquals(
                List.of(
                        "addresses.city",
                        "addresses.country",
                        "addresses.postalCode",
                        "addresses.region",
                        "createdAt",
                        "description",
                        "points",
                        "source"),
                chosen(connection));

        Visit phone = new Visit(chromium.page(Chromium.PHONE, ColorScheme.LIGHT), server).signIn();
        phone.open("fields.xhtml?id=" + connection);
        Chromium.picture(phone.page(), "oro-fields-phone");
        assertEquals(Chromium.PHONE, phone.page().evaluate("document.documentElement.scrollWidth"));
        phone.button("Use the usual ones").click();
        assertThat(phone.page().getByText("A full resync reads these fields")).isVisible();
        assertFalse(chosen(connection).contains("points"));
        assertEquals(List.of(), chromium.complaints());
    }
}
