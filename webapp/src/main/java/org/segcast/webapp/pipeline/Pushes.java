/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.segcast.webapp.push.PushReport;
import org.segcast.webapp.push.PushReports;

/** The latest runs over the connected CRM that sent anything. */
@ApplicationScoped
public class Pushes {
    private static final int RUNS_LOOKED_AT = 100;
    private static final int SHOWN = 10;

    @Inject
    private RunJournal journal;

    @Inject
    private PushReports reports;

    public record Sent(Run run, PushReport report) {}

    /** Newest first. */
    public List<Sent> recent() {
        Map<Long, Run> runs =
                journal.recent(RUNS_LOOKED_AT).stream().collect(Collectors.toMap(Run::getId, Function.identity()));
        return reports.of(runs.keySet()).stream()
                .limit(SHOWN)
                .map(report -> new Sent(runs.get(report.getRunId()), report))
                .toList();
    }
}
