/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/**
 * Ties a browser's session to the password that it began with. The container's cookie alone outlives the session and knows nothing of
 * passwords; without a stamped session it lets nobody in.
 */
@ApplicationScoped
public class SessionStamp {
    private static final String PASSWORD = "segcast.password-version";

    @Inject
    private Accounts accounts;

    /** To be called after signing in, and in the session in which somebody changed their own password. */
    public void begin(HttpServletRequest request, String account) {
        request.getSession()
                .setAttribute(PASSWORD, accounts.passwordVersion(account).orElseThrow());
    }

    boolean holds(HttpServletRequest request, Account account) {
        HttpSession session = request.getSession(false);
        return session != null && account.passwordVersion().equals(session.getAttribute(PASSWORD));
    }
}
