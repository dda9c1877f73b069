/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.odoo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.segcast.it.browser.Chromium;

/** The same story on a real Odoo 14, the oldest that Segcast speaks to, and what a sales rep sees there. */
class Odoo14JourneyIT extends OdooJourneyIT {
    @Override
    String version() {
        return OdooServer.OLDEST;
    }

    @Test
    @Order(11)
    void a_sales_rep_sees_tag_score_and_reason_on_the_contacts_form() {
        int champion = odoo().marks().tags().get("champions").iterator().next();
        String address = odoo().settings().get("SEGCAST_ODOO_URL");
        try (Chromium chromium = new Chromium()) {
            Page rep = chromium.page(Chromium.DESKTOP, ColorScheme.LIGHT);
            rep.navigate(address + "/web/login?db=" + odoo().settings().get("SEGCAST_ODOO_DATABASE"));
            rep.locator("input[name=login]").fill("admin");
            rep.locator("input[name=password]").fill("admin");
            rep.locator("button[type=submit]").first().click();
            rep.waitForURL(Pattern.compile(".*/web#.*"));
            rep.navigate(address + "/web#model=res.partner&view_type=form&id=" + champion);
            assertThat(rep.locator("[name=category_id]").first()).containsText("Unsere Besten");
            assertThat(rep.locator("[name=x_segcast_segment]").first()).hasText("Champions");
            assertThat(rep.locator("[name=x_segcast_score]").first()).hasText(Pattern.compile("\\d+\\.\\d+"));
            assertThat(rep.locator("[name=x_segcast_reason]").first())
                    .containsText(Pattern.compile("[Rr]aises|[Ll]owers"));
            Chromium.picture(rep, "odoo-14-contact");
        }
    }
}
