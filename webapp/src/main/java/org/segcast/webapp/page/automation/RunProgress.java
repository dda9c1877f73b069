/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.automation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.segcast.webapp.page.shell.Notices;
import org.segcast.webapp.page.shell.Visitor;
import org.segcast.webapp.pipeline.Run;
import org.segcast.webapp.pipeline.RunJournal;
import org.segcast.webapp.pipeline.Runs;
import org.segcast.webapp.pipeline.Runs.Answer;
import org.segcast.webapp.security.Role;

/** The run that is going, else the latest one, with the buttons to start, stop and continue it. */
@Named("progress")
@RequestScoped
public class RunProgress {
    @Inject
    private Runs runs;

    @Inject
    private RunJournal journal;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    private Optional<Run> run = Optional.empty();
    private long shown;

    @PostConstruct
    void look() {
        run = journal.active().or(journal::latest);
        shown = run.map(Run::getId).orElse(0L);
    }

    public boolean isAny() {
        return run.isPresent();
    }

    public boolean isGoing() {
        return run.filter(latest -> !latest.getState().over()).isPresent();
    }

    /** Whether the page follows a run, also in the request that finds it over: only what is there then can be told so. */
    public boolean isWatched() {
        return isGoing()
                || FacesContext.getCurrentInstance().getPartialViewContext().isAjaxRequest();
    }

    /** Whether somebody pressed Stop and the run has not ended yet. */
    public boolean isStopping() {
        return run.filter(runs::stopping).isPresent();
    }

    public Run getRun() {
        return run.orElseThrow();
    }

    /** The run that the page's buttons act on: the one that was shown, not one that began since. */
    public long getShown() {
        return shown;
    }

    public void setShown(long id) {
        shown = id;
    }

    public String start() {
        return after(() -> runs.start(visitor.getName()));
    }

    public String stop() {
        return after(() -> runs.stop(shown));
    }

    public String goOn() {
        return after(() -> runs.restart(shown));
    }

    /** Called while a run is going; at its end the page is shown anew with its figures. */
    public void poll() {
        if (isGoing()) {
            return;
        }
        try {
            FacesContext faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().redirect(here(faces));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private String after(Supplier<Answer> wish) {
        if (!visitor.may(Role.MARKETER)) {
            return "";
        }
        if (wish.get() instanceof Answer.Refused refused) {
            notices.refused(refused.reason());
        }
        FacesContext faces = FacesContext.getCurrentInstance();
        return faces.getViewRoot().getViewId() + "?faces-redirect=true&includeViewParams=true";
    }

    private static String here(FacesContext faces) {
        String view = faces.getViewRoot().getViewId();
        return faces.getApplication().getViewHandler().getRedirectURL(faces, view, Map.of(), true);
    }
}
