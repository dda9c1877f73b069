/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Properties;
import org.segcast.webapp.settings.Settings;

/** Starts, stops and restarts runs; never two at once. */
@ApplicationScoped
public class Runs {
    @Inject
    private RunJournal journal;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** What became of a wish to start, stop or restart. */
    public sealed interface Answer {
        record Accepted(long runId) implements Answer {}

        record Refused(String reason) implements Answer {}
    }

    /** Today as the product sees it: the fixed as-of date, else the clock's date in UTC. */
    public LocalDate today() {
        return settings.asOf().orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    public Answer start(String startedBy) {
        return start(RunKind.FULL, startedBy, Optional.empty());
    }

    /** @param plan the fingerprint of the plan that somebody saw and approved */
    public Answer push(String approvedBy, String plan) {
        return start(RunKind.PUSH, approvedBy, Optional.of(plan));
    }

    private synchronized Answer start(RunKind kind, String startedBy, Optional<String> approvedPlan) {
        if (!settings.problems().isEmpty()) {
            return new Answer.Refused(
                    "The settings need mending first: " + String.join("; ", settings.problems()) + ".");
        }
        Optional<Run> active = journal.active();
        if (active.isPresent()) {
            return busy(active.get().getId());
        }
        Run run;
        try {
            run = journal.open(kind, startedBy, today(), approvedPlan);
        } catch (PersistenceException | TransactionalException another) {
            return journal.active().map(other -> busy(other.getId())).orElseThrow(() -> another);
        }
        Properties parameters = new Properties();
        parameters.setProperty("run", Long.toString(run.getId()));
        journal.executeAs(run.getId(), jobs().start(kind.jobName(), parameters));
        return new Answer.Accepted(run.getId());
    }

    /** Asks a run to stop after the record it is at; what is done stays done. */
    public synchronized Answer stop(long runId) {
        Optional<Long> execution =
                journal.find(runId).filter(run -> !run.getState().over()).flatMap(Run::batchExecution);
        if (execution.isEmpty()) {
            return new Answer.Refused("Run " + runId + " is not running, so there is nothing to stop.");
        }
        jobs().stop(execution.get());
        return new Answer.Accepted(runId);
    }

    /** Goes on with a failed or stopped run at the step that did not complete. */
    public synchronized Answer restart(long runId) {
        Optional<Run> active = journal.active();
        if (active.isPresent()) {
            return busy(active.get().getId());
        }
        Optional<Run> run = journal.find(runId)
                .filter(found -> found.getState() == RunState.FAILED || found.getState() == RunState.STOPPED);
        Optional<Long> execution = run.flatMap(Run::batchExecution);
        if (execution.isEmpty()) {
            return new Answer.Refused(
                    "Run " + runId + " neither failed nor was stopped, so it can't go on. Start a new run.");
        }
        journal.reopen(runId);
        resume(runId, execution.get());
        return new Answer.Accepted(runId);
    }

    /** After a start of the server: a run that was cut off goes on where it was. */
    public synchronized void recover() {
        journal.active().ifPresent(run -> {
            Optional<Long> execution =
                    run.batchExecution().filter(found -> run.source().equals(settings.source()) && canResume(found));
            if (execution.isPresent()) {
                resume(run.getId(), execution.get());
            } else {
                journal.end(
                        run.getId(),
                        RunState.FAILED,
                        "The server stopped in this run, and it can't go on where it was. Start a new one.");
            }
        });
    }

    private boolean canResume(long execution) {
        BatchStatus status = jobs().getJobExecution(execution).getBatchStatus();
        return status == BatchStatus.FAILED || status == BatchStatus.STOPPED;
    }

    private void resume(long runId, long execution) {
        Properties parameters = new Properties();
        parameters.setProperty("run", Long.toString(runId));
        journal.executeAs(runId, jobs().restart(execution, parameters));
    }

    private static Answer busy(long runId) {
        return new Answer.Refused("Run " + runId + " is still going. Wait for its end or stop it.");
    }

    private static JobOperator jobs() {
        return BatchRuntime.getJobOperator();
    }
}
