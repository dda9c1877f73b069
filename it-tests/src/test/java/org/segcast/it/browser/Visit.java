/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import org.segcast.it.SegcastServer;

/** Somebody at Segcast's pages. */
public record Visit(Page page, SegcastServer server) {

    public Visit open(String path) {
        String address = server.address() + "/segcast/" + path;
        try {
            page.navigate(address);
        } catch (PlaywrightException failed) {
            if (!failed.getMessage().contains("ERR_ABORTED")) {
                throw failed;
            }
            // a page that follows a run loads itself anew when the run ends, and may do so at this very moment
            page.navigate(address);
        }
        return this;
    }

    public Visit signIn() {
        open("");
        page.getByLabel("Account").fill("admin");
        page.getByLabel("Password").fill(server.password());
        button("Sign in").click();
        assertThat(heading()).hasText("Dashboard");
        return this;
    }

    public Locator heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    public Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
