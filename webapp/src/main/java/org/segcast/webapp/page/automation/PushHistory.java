/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.automation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.page.shell.CurrentPlan;
import org.segcast.webapp.page.shell.CurrentPlan.Undoable;
import org.segcast.webapp.page.shell.Notices;
import org.segcast.webapp.page.shell.Visitor;
import org.segcast.webapp.pipeline.Pushes;
import org.segcast.webapp.pipeline.Run;
import org.segcast.webapp.pipeline.Runs;
import org.segcast.webapp.security.Role;

/** What was sent so far, and the button that sets the latest push back. */
@Named("pushHistory")
@RequestScoped
public class PushHistory {
    @Inject
    private Pushes pushes;

    @Inject
    private CurrentPlan current;

    @Inject
    private Runs runs;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    @Inject
    private Formats formats;

    private List<Pushes.Sent> sent = List.of();
    private Optional<Undoable> undoable = Optional.empty();
    private long seen;

    @PostConstruct
    void look() {
        sent = pushes.recent();
        undoable = current.undoable();
        seen = undoable.map(Undoable::run).orElse(0L);
    }

    public List<Pushes.Sent> getSent() {
        return sent;
    }

    public boolean isUndoable() {
        return undoable.isPresent();
    }

    public String getButton() {
        return "Undo the last push (" + formats.of(undoable.orElseThrow().contacts(), "contact", "contacts") + ')';
    }

    public String getQuestion() {
        return "This sets back what run " + seen
                + " wrote. What people changed in the CRM since then stays. The next run plans the differences again.";
    }

    /** Who let it go out, in words. */
    public String by(Run run) {
        return switch (run.getKind()) {
            case PUSH -> "Approved by " + run.getStartedBy();
            case UNDO -> "Undone by " + run.getStartedBy();
            default -> "By itself, in a run started by " + run.getStartedBy();
        };
    }

    public String undo() {
        if (!visitor.may(Role.MARKETER)) {
            return "";
        }
        if (runs.undo(visitor.getName(), seen) instanceof Runs.Answer.Refused refused) {
            notices.refused(refused.reason());
        }
        return "/push?faces-redirect=true";
    }

    /** The push that was on the page: not one that came since. */
    public long getSeen() {
        return seen;
    }

    public void setSeen(long run) {
        seen = run;
    }
}
