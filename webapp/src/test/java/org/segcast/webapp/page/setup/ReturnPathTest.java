/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @Test
    void goes_back_to_the_page_that_was_asked_for() {
        assertEquals(
                "/contact.xhtml?id=17&tab=a%20b",
                ReturnPath.of("/contact.xhtml?id=17&tab=a%20b").path());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example/x.xhtml",
                "/\\evil.example/x.xhtml",
                "https://evil.example/x.xhtml",
                "/@evil.example",
                "/x.xhtml\r\nSet-Cookie: a=b",
                "/../other/x.xhtml",
                "/login.xhtml?to=/login.xhtml",
                "/api/v1/runs"
            })
    void goes_to_the_dashboard_instead_of_anywhere_else(String wish) {
        assertEquals(ReturnPath.DASHBOARD, ReturnPath.of(wish));
    }
}
