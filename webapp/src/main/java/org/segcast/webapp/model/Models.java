/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.segcast.webapp.pipeline.RunJournal;

/** The latest training's reports: all customers first, then the segments. */
@ApplicationScoped
public class Models {
    @Inject
    private ModelStore store;

    @Inject
    private RunJournal journal;

    public List<ModelReport> latest() {
        return journal.latestWith("train")
                .map(run -> store.reports(run.getId()))
                .orElse(List.of());
    }

    public Optional<ModelReport> find(String id) {
        return latest().stream().filter(report -> report.id().equals(id)).findFirst();
    }
}
