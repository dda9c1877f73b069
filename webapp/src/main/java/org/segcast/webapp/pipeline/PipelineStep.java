/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What all steps share: they tell the journal how far they are, stop when asked to, and say in words how they ended. */
abstract class PipelineStep extends AbstractBatchlet {
    private static final Logger LOG = Logger.getLogger(PipelineStep.class.getName());
    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(300);

    @Inject
    private JobContext job;

    @Inject
    private StepContext step;

    @Inject
    private RunJournal journal;

    @Inject
    private WorkingStep working;

    @Inject
    private Clock clock;

    private volatile boolean stopping;
    private Instant lastReport = Instant.EPOCH;

    /** How a step ended well. */
    record Outcome(StepState state, String message) {
        static Outcome completed(String message) {
            return new Outcome(StepState.COMPLETED, message);
        }
    }

    /** Does the step's work; may be repeated after it was cut off anywhere. */
    abstract Outcome work(Run run);

    @Override
    public final String process() {
        working.enter();
        try {
            return processAlone();
        } finally {
            working.leave();
        }
    }

    private String processAlone() {
        Run run = run();
        String name = step.getStepName();
        journal.beginStep(run.getId(), name);
        try {
            Outcome outcome = work(run);
            journal.endStep(run.getId(), name, outcome.state(), outcome.message());
            return outcome.state().name();
        } catch (CancellationException stopped) {
            journal.endStep(run.getId(), name, StepState.STOPPED, "Stopped on request.");
            return StepState.STOPPED.name();
        } catch (WorkingStep.ApplicationEnds cut) {
            throw cut;
        } catch (RuntimeException failure) {
            String words = FailureWords.of(failure);
            LOG.log(Level.WARNING, "Run {0} failed at {1}: {2}", new Object[] {run.getId(), name, words});
            journal.endStep(run.getId(), name, StepState.FAILED, words);
            throw failure;
        }
    }

    @Override
    public final void stop() {
        stopping = true;
    }

    /** Tells how far the step is; throws {@link CancellationException} where somebody asked it to stop. */
    final void progress(long done, long total) {
        if (working.ending()) {
            throw new WorkingStep.ApplicationEnds();
        }
        if (stopping) {
            throw new CancellationException();
        }
        Instant now = clock.instant();
        if (done == total || lastReport.plus(BETWEEN_REPORTS).isBefore(now)) {
            lastReport = now;
            journal.advanceStep(run().getId(), step.getStepName(), done, total);
        }
    }

    final boolean stopping() {
        return stopping || working.ending();
    }

    final RunJournal journal() {
        return journal;
    }

    private Run run() {
        long id = runId(job.getExecutionId());
        return journal.find(id).orElseThrow();
    }

    static long runId(long execution) {
        JobOperator jobs = BatchRuntime.getJobOperator();
        return Long.parseLong(jobs.getParameters(execution).getProperty("run"));
    }
}
