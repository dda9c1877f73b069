/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

import jakarta.batch.operations.BatchRuntimeException;
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
import java.util.OptionalLong;
import java.util.Properties;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.segcast.webapp.connection.Connections;
import org.segcast.webapp.connection.Standstill;
import org.segcast.webapp.warehouse.Warehouse;

/** Starts, stops and restarts runs; never two at once. */
@ApplicationScoped
public class Runs implements Standstill {
    private static final Logger LOG = Logger.getLogger(Runs.class.getName());

    @Inject
    private RunJournal journal;

    @Inject
    private Connections connections;

    @Inject
    private Clock clock;

    @Inject
    private Warehouse warehouse;

    /** What became of a wish to start, stop or restart. */
    public sealed interface Answer {
        record Accepted(long runId) implements Answer {}

        record Refused(String reason) implements Answer {}
    }

    /** Today as the product sees it: the fixed as-of date, else the clock's date in UTC. */
    public LocalDate today() {
        return connections.asOf().orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    public Answer start(String startedBy) {
        return start(RunKind.FULL, startedBy, Optional.empty(), Optional.empty());
    }

    /**
     * Only brings the copy of the CRM up to date.
     *
     * @param everything read what did not change, too
     */
    public Answer sync(boolean everything, String startedBy) {
        return start(everything ? RunKind.RESYNC : RunKind.SYNC, startedBy, Optional.empty(), Optional.empty());
    }

    /** @param plan the fingerprint of the plan that somebody saw and approved */
    public Answer push(String approvedBy, String plan) {
        return start(RunKind.PUSH, approvedBy, Optional.of(plan), Optional.empty());
    }

    /** @param push the run whose push is set back; only the latest that was not undone yet can be */
    public Answer undo(String startedBy, long push) {
        OptionalLong last = warehouse.undo().last();
        if (last.isEmpty() || last.getAsLong() != push) {
            return new Answer.Refused("The push of run " + push + " can't be undone: "
                    + (last.isEmpty()
                            ? "no push is kept that could be."
                            : "only the latest can, which is that of run " + last.getAsLong() + "."));
        }
        return start(RunKind.UNDO, startedBy, Optional.empty(), Optional.of(push));
    }

    /** Takes away all that was ever written into the CRM. */
    public Answer removeAll(String startedBy) {
        return start(RunKind.REMOVAL, startedBy, Optional.empty(), Optional.empty());
    }

    private synchronized Answer start(
            RunKind kind, String startedBy, Optional<String> approvedPlan, Optional<Long> ofPush) {
        if (!connections.problems().isEmpty()) {
            return unmended();
        }
        Optional<Run> active = journal.active();
        if (active.isPresent()) {
            return busy(active.get().getId());
        }
        Run run;
        try {
            run = journal.open(kind, startedBy, today(), approvedPlan, ofPush);
        } catch (PersistenceException | TransactionalException another) {
            return journal.active().map(other -> busy(other.getId())).orElseThrow(() -> another);
        }
        Properties parameters = new Properties();
        parameters.setProperty("run", Long.toString(run.getId()));
        return execute(run.getId(), () -> jobs().start(kind.jobName(), parameters));
    }

    @Override
    public synchronized Optional<String> during(Runnable change) {
        Optional<Run> active = journal.active();
        if (active.isPresent()) {
            return Optional.of(busy(active.get().getId()).reason());
        }
        change.run();
        return Optional.empty();
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

    /** Whether a run was asked to stop and has not ended yet. */
    public boolean stopping(Run run) {
        return !run.getState().over()
                && run.batchExecution()
                        .map(execution -> jobs().getJobExecution(execution).getBatchStatus())
                        .filter(BatchStatus.STOPPING::equals)
                        .isPresent();
    }

    /** Goes on with a failed or stopped run at the step that did not complete. */
    public synchronized Answer restart(long runId) {
        if (!connections.problems().isEmpty()) {
            return unmended();
        }
        Optional<Run> active = journal.active();
        if (active.isPresent()) {
            return busy(active.get().getId());
        }
        Optional<Long> execution = journal.latest()
                .filter(run -> run.getId() == runId && canGoOn(run))
                .flatMap(Run::batchExecution);
        if (execution.isEmpty()) {
            return new Answer.Refused("Run " + runId
                    + " can't go on: only the latest run can, where it failed or was stopped. Start a new run.");
        }
        journal.reopen(runId);
        return resume(runId, execution.get());
    }

    /** After a start of the server: a run that was cut off goes on where it was. */
    public synchronized void recover() {
        journal.active().ifPresent(run -> {
            Optional<Long> execution =
                    run.batchExecution().filter(found -> run.source().equals(connections.source()) && canResume(found));
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

    /** Whether a run failed or was stopped and its job can be restarted where it was. */
    public boolean canGoOn(Run run) {
        return (run.getState() == RunState.FAILED || run.getState() == RunState.STOPPED)
                && run.batchExecution().filter(this::canResume).isPresent();
    }

    private Answer resume(long runId, long execution) {
        Properties parameters = new Properties();
        parameters.setProperty("run", Long.toString(runId));
        return execute(runId, () -> jobs().restart(execution, parameters));
    }

    /** A job that can't even begin must not hold the only slot. */
    private Answer execute(long runId, LongSupplier begin) {
        try {
            journal.executeAs(runId, begin.getAsLong());
            return new Answer.Accepted(runId);
        } catch (BatchRuntimeException broken) {
            String words = "The job could not begin (" + broken.getClass().getSimpleName()
                    + "). Start a new run; the server's log holds the details.";
            LOG.log(Level.WARNING, "Run " + runId + " could not begin", broken);
            journal.end(runId, RunState.FAILED, words);
            return new Answer.Refused(words);
        }
    }

    private Answer unmended() {
        return new Answer.Refused(
                "The settings need mending first: " + String.join("; ", connections.problems()) + ".");
    }

    private static Answer.Refused busy(long runId) {
        return new Answer.Refused("Run " + runId + " is still going. Wait for its end or stop it.");
    }

    private static JobOperator jobs() {
        return BatchRuntime.getJobOperator();
    }
}
