/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.persona;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.segcast.webapp.page.shell.Notices;
import org.segcast.webapp.page.shell.Visitor;
import org.segcast.webapp.persona.ShareLink;
import org.segcast.webapp.persona.ShareLinks;
import org.segcast.webapp.security.Role;

/** The links to the portrait that is looked at. A new one is shown once. */
@Named("personaLinks")
@RequestScoped
public class PersonaLinks {
    @Inject
    private PersonaPage page;

    @Inject
    private ShareLinks links;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    private int days = ShareLinks.DAYS.get(0);
    private String address = "";

    public String share() {
        if (visitor.may(Role.MARKETER) && page.isFound() && ShareLinks.DAYS.contains(days)) {
            HttpServletRequest request = (HttpServletRequest)
                    FacesContext.getCurrentInstance().getExternalContext().getRequest();
            address = URI.create(request.getRequestURL().toString())
                    .resolve(request.getContextPath()
                            + SharedPersona.path(links.issue(page.getKey(), days, visitor.getName())))
                    .toString();
        }
        return null;
    }

    public String revoke(long id) {
        if (visitor.may(Role.MARKETER)) {
            links.revoke(page.getKey(), id);
            notices.done("Revoked. The link opens nothing any more.");
        }
        return "/persona?faces-redirect=true&key=" + page.getKey();
    }

    public List<ShareLink> getAll() {
        return links.of(page.getKey());
    }

    public List<Integer> getChoices() {
        return ShareLinks.DAYS;
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }

    /** Of the link that was just made; empty text otherwise. */
    public String getAddress() {
        return address;
    }
}
