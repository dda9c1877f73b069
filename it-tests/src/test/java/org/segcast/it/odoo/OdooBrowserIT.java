/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.odoo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.segcast.it.SegcastServer;
import org.segcast.it.browser.Chromium;
import org.segcast.it.browser.Visit;

/** From a click on "Run now" in Segcast to a tag, a score and a reason on a contact's form in Odoo. */
class OdooBrowserIT {
    private static final double LONG = 180_000;

    private static OdooScratch odoo;
    private static SegcastServer segcast;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        odoo = OdooScratch.of("it_browser", OdooScratch.EMPTY).load(SampleCrm.folder());
        segcast = new SegcastServer("browser")
                .with(odoo.settings())
                .with("SEGCAST_AS_OF", SampleCrm.AS_OF.toString())
                .start();
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        segcast.close();
    }

    @Test
    void a_sales_rep_sees_in_odoo_what_a_marketer_approved_in_segcast() {
        Visit marketer = new Visit(chromium.page(Chromium.DESKTOP, ColorScheme.LIGHT), segcast).signIn();
        Chromium.picture(marketer.page(), "dashboard-empty");
        marketer.button("Run now").click();
        assertThat(marketer.page().getByText("Ready to push").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG));
        marketer.open("dashboard.xhtml");
        Chromium.picture(marketer.page(), "dashboard-odoo");

        marketer.open("push.xhtml");
        Chromium.picture(marketer.page(), "push-odoo");
        marketer.button("Push to").click();
        marketer.page()
                .getByRole(AriaRole.ALERTDIALOG)
                .or(marketer.page().getByRole(AriaRole.DIALOG))
                .getByRole(AriaRole.BUTTON)
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(Pattern.compile("^Push")))
                .first()
                .click();
        segcast.api().lastRunsEnd();
        marketer.open("push.xhtml");
        assertThat(marketer.page().getByText("Nothing to push").first()).isVisible();

        String contact = likeliest("rescue");
        marketer.open("contact.xhtml?id=" + contact);
        Chromium.picture(marketer.page(), "contact-odoo");

        String address = odoo.settings().get("SEGCAST_ODOO_URL");
        Page rep = chromium.page(Chromium.DESKTOP, ColorScheme.LIGHT);
        rep.navigate(address + "/web/login?db=" + odoo.settings().get("SEGCAST_ODOO_DATABASE"));
        rep.locator("input[name=login]").fill("admin");
        rep.locator("input[name=password]").fill("admin");
        rep.locator("button[type=submit]").first().click();
        rep.waitForURL(Pattern.compile(".*/odoo.*"));
        rep.navigate(address + "/odoo/res.partner/" + contact);
        assertThat(rep.locator("div[name=category_id]").first()).containsText("Rescue");
        assertThat(rep.locator("div[name=x_segcast_score]").first()).hasText(Pattern.compile("\\d+\\.\\d+"));
        assertThat(rep.locator("div[name=x_segcast_reason]").first())
                .containsText(Pattern.compile("[Rr]aises|[Ll]owers"));
        Chromium.picture(rep, "odoo-contact");
    }

    private static String likeliest(String segment) {
        return segcast.api().get("segments/" + segment + "/members?limit=1000").object().getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .max(Comparator.comparingDouble(
                        member -> member.getJsonNumber("chance").doubleValue()))
                .orElseThrow()
                .getString("contactId");
    }
}
