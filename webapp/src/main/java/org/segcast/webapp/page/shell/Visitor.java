/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.util.Optional;
import org.segcast.webapp.security.Role;

/** Who looks at the page, and what they may do. Pages hide what is not allowed; actions ask {@link #may} again. */
@Named("visitor")
@RequestScoped
public class Visitor {
    @Inject
    private SecurityContext security;

    /** Empty text for somebody who is not signed in. */
    public String getName() {
        return Optional.ofNullable(security.getCallerPrincipal())
                .map(Principal::getName)
                .orElse("");
    }

    public boolean isMarketer() {
        return security.isCallerInRole(Role.Names.MARKETER);
    }

    public boolean isAdmin() {
        return security.isCallerInRole(Role.Names.ADMIN);
    }

    public String getRole() {
        if (isAdmin()) {
            return "admin";
        }
        return isMarketer() ? "marketer" : "viewer";
    }

    /** Whether an action may go on; if not, the answer is 403 already. */
    public boolean may(Role role) {
        if (security.isCallerInRole(role.key())) {
            return true;
        }
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext()
                    .responseSendError(HttpServletResponse.SC_FORBIDDEN, "This needs the role " + role.key() + '.');
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        faces.responseComplete();
        return false;
    }

    public String signOut() {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            ((HttpServletRequest) faces.getExternalContext().getRequest()).logout();
        } catch (ServletException stillIn) {
            throw new IllegalStateException("signing out failed", stillIn);
        }
        faces.getExternalContext().invalidateSession();
        return "/login?faces-redirect=true";
    }
}
