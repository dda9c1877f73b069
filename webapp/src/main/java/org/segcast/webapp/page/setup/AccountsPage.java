/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.setup;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.segcast.webapp.page.shell.Notices;
import org.segcast.webapp.page.shell.Visitor;
import org.segcast.webapp.security.Accounts;
import org.segcast.webapp.security.Accounts.Change;
import org.segcast.webapp.security.Role;

/** Who may sign in. Holds the list as it was shown, so that a button acts on the account beside it. */
@Named("accountsPage")
@ViewScoped
@SuppressWarnings("serial") // the container's proxies can be written
public class AccountsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Accounts accounts;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    private List<Row> rows = List.of();
    private String name = "";
    private Role role = Role.VIEWER;
    private String issuedTo = "";
    private final ChangeAnswer answer = new ChangeAnswer();

    /** An account in the list. */
    public record Row(String name, Role role, Instant since) implements Serializable {
        public String roleName() {
            return role.key();
        }
    }

    @PostConstruct
    void look() {
        rows = accounts.all().stream()
                .map(account -> new Row(account.getName(), account.getRole(), account.getCreatedAt()))
                .toList();
    }

    public void create() {
        if (visitor.may(Role.ADMIN)) {
            String to = name.strip();
            if (issue(to, accounts.create(to, role, Optional.empty()), why -> notices.refused("newName", why))) {
                name = "";
            }
        }
    }

    public void reset(Row row) {
        if (visitor.may(Role.ADMIN)) {
            issue(row.name(), accounts.changePassword(row.name(), Optional.empty()), notices::refused);
        }
    }

    public String remove(Row row) {
        if (!visitor.may(Role.ADMIN)) {
            return "";
        }
        if (row.name().equals(visitor.getName())) {
            notices.refused("You can't remove the account you are signed in with.");
        } else if (answer.done(accounts.remove(row.name()), notices::refused)) {
            notices.done("The account '" + row.name() + "' and its tokens are removed.");
        }
        return "/accounts?faces-redirect=true";
    }

    private boolean issue(String to, Change change, Consumer<String> refusal) {
        boolean issued = answer.issued(change, refusal);
        if (issued) {
            issuedTo = to;
            look();
        }
        return issued;
    }

    /** A new password, once: the next look finds nothing. */
    public String getSecret() {
        return answer.secretOnce();
    }

    public boolean isIssued() {
        return answer.holdsSecret();
    }

    public String getIssuedTo() {
        return issuedTo;
    }

    public List<Row> getRows() {
        return rows;
    }

    public List<Role> getRoles() {
        return List.of(Role.values());
    }

    public String label(Role each) {
        return switch (each) {
            case VIEWER -> "Viewer: sees everything, changes nothing";
            case MARKETER -> "Marketer: also starts runs and approves pushes";
            case ADMIN -> "Admin: also manages accounts and set-up";
        };
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getRole() {
        return role.key();
    }

    public void setRole(String key) {
        role = Role.valueOf(key.toUpperCase(Locale.ROOT));
    }
}
