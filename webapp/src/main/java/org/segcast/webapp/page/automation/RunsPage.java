/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.automation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.segcast.webapp.pipeline.Run;
import org.segcast.webapp.pipeline.RunJournal;

/** The latest runs, newest first. */
@Named("runsPage")
@RequestScoped
public class RunsPage {
    static final int SHOWN = 25;

    @Inject
    private RunJournal journal;

    private List<Run> runs = List.of();

    @PostConstruct
    void look() {
        runs = journal.recent(SHOWN);
    }

    public List<Run> getRuns() {
        return runs;
    }
}
