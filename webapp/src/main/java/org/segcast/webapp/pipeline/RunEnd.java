/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** Writes a run's begin and end into the journal. Where the application ends, the run does not: it goes on at the next start. */
@Named
@Dependent
public class RunEnd extends AbstractJobListener {
    @Inject
    private JobContext job;

    @Inject
    private RunJournal journal;

    @Inject
    private WorkingStep working;

    @Override
    public void beforeJob() {
        journal.begin(PipelineStep.runId(job.getExecutionId()));
    }

    @Override
    public void afterJob() {
        if (working.ending()) {
            return;
        }
        long id = PipelineStep.runId(job.getExecutionId());
        Run run = journal.find(id).orElseThrow();
        Optional<RunStep> broken = run.getSteps().stream()
                .filter(step -> step.getState() == StepState.FAILED)
                .findFirst();
        boolean stopped = job.getBatchStatus() == BatchStatus.STOPPING
                || job.getBatchStatus() == BatchStatus.STOPPED
                || run.getSteps().stream().anyMatch(step -> step.getState() == StepState.STOPPED);
        boolean all = run.getSteps().stream()
                .allMatch(step -> step.getState() == StepState.COMPLETED || step.getState() == StepState.WAITING);
        if (all) {
            journal.end(id, RunState.COMPLETED, "");
        } else if (stopped) {
            journal.end(id, RunState.STOPPED, "Stopped on request. It can go on where it was.");
        } else {
            journal.end(
                    id,
                    RunState.FAILED,
                    broken.map(RunStep::getMessage).orElse("The run ended before all its steps were done."));
        }
    }
}
