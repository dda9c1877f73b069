/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Ends a browser's session as soon as its account is removed, has another role or another password: the container asks only at sign-in, and
 * its cookie outlives the session.
 */
@WebFilter("/*")
public class StillKnown extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Accounts accounts;

    @Inject
    private transient SessionStamp stamp;

    @Inject
    private transient HeaderProof header;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean byHeader = request.getHeader("Authorization") != null;
        if (request.getUserPrincipal() == null || SecurityHeaders.isOfPages(request) || stillKnown(request, byHeader)) {
            chain.doFilter(request, response);
            return;
        }
        if (byHeader) {
            // the container took the cookie beside it and did not look at the header
            SignIn.unauthorized(response);
            return;
        }
        request.logout();
        Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
        if (SignIn.ofApi(request)) {
            SignIn.unauthorized(response);
        } else {
            response.sendRedirect(request.getContextPath() + SignIn.FORM);
        }
    }

    private boolean stillKnown(HttpServletRequest request, boolean byHeader) {
        Optional<Account> account = accounts.find(request.getUserPrincipal().getName());
        return account.filter(found -> sameRole(request, found.getRole()))
                .filter(found -> byHeader ? header.isOfCaller(request) : stamp.holds(request, found))
                .isPresent();
    }

    private static boolean sameRole(HttpServletRequest request, Role role) {
        return Arrays.stream(Role.values())
                .map(Role::key)
                .allMatch(key -> request.isUserInRole(key) == role.groups().contains(key));
    }
}
