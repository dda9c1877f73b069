/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.shell;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;
import org.segcast.webapp.connection.Connections;
import org.segcast.webapp.model.Models;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.pipeline.Run;
import org.segcast.webapp.pipeline.RunJournal;
import org.segcast.webapp.pipeline.RunState;
import org.segcast.webapp.segment.Segments;

/** The frame around every page: what the navigation counts, and how the connection stands. */
@Named("shell")
@RequestScoped
public class Shell {
    /** Pages that belong to a line of the navigation whose name does not tell it. */
    private static final Map<String, String> BELOW = Map.of(
            "connectionForm", "connections",
            "fields", "connections",
            "removal", "push",
            "coverage", "reviews",
            "quality", "reviews");

    @Inject
    private Segments segments;

    @Inject
    private Models models;

    @Inject
    private CurrentPlan plan;

    @Inject
    private RunJournal journal;

    @Inject
    private Connections connections;

    @Inject
    private Formats formats;

    private int segmentCount;
    private int modelCount;
    private boolean planWaits;
    private Optional<Run> latest = Optional.empty();

    @PostConstruct
    void look() {
        segmentCount = segments.count();
        modelCount = models.latest().size();
        planWaits = plan.now().filter(differences -> !differences.empty()).isPresent();
        latest = journal.latest();
    }

    /** Whether a line of the navigation leads to where we are; detail pages belong to their list. */
    public boolean at(String page) {
        String view = FacesContext.getCurrentInstance().getViewRoot().getViewId();
        String name = view.substring(1).replace(".xhtml", "");
        return name.equals(page) || name.concat("s").equals(page) || page.equals(BELOW.get(name));
    }

    public int getSegmentCount() {
        return segmentCount;
    }

    public int getModelCount() {
        return modelCount;
    }

    public boolean isPlanWaits() {
        return planWaits;
    }

    /** The name of the connection in use. */
    public String getCrm() {
        return connections.name();
    }

    public boolean isSample() {
        return connections.isSample();
    }

    public boolean isTroubled() {
        return !connections.problems().isEmpty()
                || latest.filter(run -> run.getState() == RunState.FAILED).isPresent();
    }

    /** The connection in one line, such as {@code Last run today, 06:00}. */
    public String getStanding() {
        if (!connections.problems().isEmpty()) {
            return "Settings need mending";
        }
        return latest.map(this::standing).orElse("No run yet");
    }

    private String standing(Run run) {
        return switch (run.getState()) {
            case STARTING, STARTED -> "A run is going";
            case FAILED -> "The last run failed";
            case STOPPED -> "The last run was stopped";
            case COMPLETED -> "Last run " + formats.moment(run.getStartedAt());
        };
    }
}
