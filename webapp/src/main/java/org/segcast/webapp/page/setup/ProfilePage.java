/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.setup;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.segcast.webapp.page.shell.Notices;
import org.segcast.webapp.page.shell.Visitor;
import org.segcast.webapp.security.Accounts;
import org.segcast.webapp.security.SessionStamp;

/** One's own password and tokens for the API. */
@Named("profilePage")
@ViewScoped
@SuppressWarnings("serial") // the container's proxies can be written
public class ProfilePage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Accounts accounts;

    @Inject
    private SessionStamp stamp;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    private List<Token> tokens = List.of();
    private String label = "";
    private transient String current = "";
    private transient String wanted = "";
    private transient String repeated = "";
    private final ChangeAnswer answer = new ChangeAnswer();

    /** A token in the list; its text is never shown again. */
    public record Token(long id, String label, Instant since, Instant until) implements Serializable {}

    @PostConstruct
    void look() {
        tokens = accounts.tokens(visitor.getName()).stream()
                .map(token -> new Token(token.getId(), token.getLabel(), token.getCreatedAt(), token.getExpiresAt()))
                .toList();
    }

    public String changePassword() {
        if (accounts.verify(visitor.getName(), current).isEmpty()) {
            notices.refused("current", "This is not your current password.");
        } else if (!wanted.equals(repeated)) {
            notices.refused("repeated", "The two new passwords differ.");
        } else if (answer.done(
                accounts.changePassword(visitor.getName(), Optional.of(wanted)),
                why -> notices.refused("wanted", why))) {
            stamp.begin(request(), visitor.getName());
            notices.done(
                    "Your password is changed. Your tokens are revoked, and other browsers have to sign in again.");
            return "/profile?faces-redirect=true";
        }
        return "";
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }

    public void issue() {
        if (answer.issued(accounts.issueToken(visitor.getName(), label), why -> notices.refused("label", why))) {
            label = "";
            look();
        }
    }

    public String revoke(Token token) {
        accounts.revokeToken(visitor.getName(), token.id());
        notices.done("The token '" + token.label() + "' is revoked.");
        return "/profile?faces-redirect=true";
    }

    /** A new token, once: the next look finds nothing. */
    public String getSecret() {
        return answer.secretOnce();
    }

    public boolean isIssued() {
        return answer.holdsSecret();
    }

    public List<Token> getTokens() {
        return tokens;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    /** Passwords are never sent back to the browser. */
    public String getCurrent() {
        return "";
    }

    public void setCurrent(String password) {
        current = password;
    }

    public String getWanted() {
        return "";
    }

    public void setWanted(String password) {
        wanted = password;
    }

    public String getRepeated() {
        return "";
    }

    public void setRepeated(String password) {
        repeated = password;
    }
}
