/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.setup;

import java.util.regex.Pattern;

/**
 * Where somebody goes after signing in: a page of ours and nothing else, whatever the address said.
 *
 * @param path from the application's root, with its query
 */
record ReturnPath(String path) {
    static final ReturnPath DASHBOARD = new ReturnPath("/dashboard.xhtml");

    private static final Pattern OUR_PAGE = Pattern.compile("/[a-z]+\\.xhtml(\\?[A-Za-z0-9._~%=&+,:@/-]*)?");

    /** The wish where it is one of our pages, else the dashboard. */
    static ReturnPath of(String wish) {
        boolean ours = OUR_PAGE.matcher(wish).matches() && !wish.startsWith("/login.xhtml");
        return ours ? new ReturnPath(wish) : DASHBOARD;
    }
}
