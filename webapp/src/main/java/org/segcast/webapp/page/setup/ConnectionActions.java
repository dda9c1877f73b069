/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.setup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.segcast.webapp.connection.ConnectionBook;
import org.segcast.webapp.connection.ConnectionBook.Change;
import org.segcast.webapp.page.shell.Notices;
import org.segcast.webapp.page.shell.Visitor;
import org.segcast.webapp.pipeline.Runs;
import org.segcast.webapp.pipeline.Runs.Answer;
import org.segcast.webapp.security.Role;

/** What may be done with the connection that {@link ConnectionPage} shows. */
@Named("connectionActions")
@RequestScoped
public class ConnectionActions {
    @Inject
    private ConnectionPage page;

    @Inject
    private ConnectionBook book;

    @Inject
    private Runs runs;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    private String confirmed = "";
    private boolean withData;

    public String use() {
        if (!visitor.may(Role.ADMIN)) {
            return "";
        }
        Change change = book.use(page.getId(), visitor.getName());
        return told(change, "'" + page.getName() + "' is in use now.", here());
    }

    public String remove() {
        if (!visitor.may(Role.ADMIN)) {
            return "";
        }
        Change change = book.remove(page.getId(), confirmed, withData, visitor.getName());
        if (change instanceof Change.Invalid invalid) {
            notices.refused("confirm", invalid.problems().get(0).text() + ".");
            return "";
        }
        return told(change, "The connection '" + page.getName() + "' is removed.", "/connections?faces-redirect=true");
    }

    private String told(Change change, String done, String next) {
        if (change instanceof Change.Refused refused) {
            notices.refused(refused.reason());
            return here();
        }
        notices.done(done);
        return next;
    }

    private String here() {
        return "/connection?faces-redirect=true&id=" + page.getId();
    }

    public String sync() {
        return sync(false);
    }

    public String syncEverything() {
        return sync(true);
    }

    private String sync(boolean everything) {
        if (!visitor.may(Role.MARKETER)) {
            return "";
        }
        if (!page.isInUse()) {
            notices.refused("'" + page.getName() + "' is not in use any more, so nothing was read.");
            return here();
        }
        if (runs.sync(everything, visitor.getName()) instanceof Answer.Refused refused) {
            notices.refused(refused.reason());
            return here();
        }
        return "/runs?faces-redirect=true";
    }

    public String getConfirmed() {
        return confirmed;
    }

    public void setConfirmed(String typed) {
        confirmed = typed;
    }

    public boolean isWithData() {
        return withData;
    }

    public void setWithData(boolean wanted) {
        withData = wanted;
    }
}
