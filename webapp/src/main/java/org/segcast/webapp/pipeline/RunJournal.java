/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.segcast.connector.spi.RejectedRecord;
import org.segcast.connector.sync.SyncResult;
import org.segcast.webapp.connection.ConnectionRemoved;
import org.segcast.webapp.connection.Connections;

/** What happened in runs, written at once and apart from the work's own transactions, so that progress is seen while it lasts. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class RunJournal {
    private static final int REJECTED_KEPT = 50;
    private static final int REJECTED_LISTED = 10_000;

    @PersistenceContext(unitName = "state")
    private EntityManager state;

    @Inject
    private Clock clock;

    @Inject
    private Connections connections;

    Run open(RunKind kind, String startedBy, LocalDate asOf, Optional<String> approvedPlan, Optional<Long> ofPush) {
        Run run = new Run(kind, connections.source(), startedBy, asOf, approvedPlan, clock.instant());
        ofPush.ifPresent(run::undoes);
        state.persist(run);
        state.flush();
        return run;
    }

    public Optional<Run> find(long id) {
        return Optional.ofNullable(state.find(Run.class, id));
    }

    public Optional<Run> active() {
        return state.createQuery("select r from Run r where r.activeSlot = 1", Run.class)
                .getResultStream()
                .findFirst();
    }

    /** The latest run over the connected CRM. */
    public Optional<Run> latest() {
        return recent(1).stream().findFirst();
    }

    /** The latest runs over the connected CRM, newest first. */
    public List<Run> recent(int count) {
        return state.createQuery("select r from Run r where r.source = :source order by r.id desc", Run.class)
                .setParameter("source", connections.source())
                .setMaxResults(count)
                .getResultList();
    }

    /** The latest run over the connected CRM in which this step completed, so that its results are there to be shown. */
    public Optional<Run> latestWith(String step) {
        return state.createQuery(
                        "select r from Run r join r.steps s where r.source = :source and s.name = :step"
                                + " and s.state in (org.segcast.webapp.pipeline.StepState.COMPLETED, org.segcast.webapp.pipeline.StepState.WAITING)"
                                + " order by r.id desc",
                        Run.class)
                .setParameter("source", connections.source())
                .setParameter("step", step)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The next run that plans over the same CRM, and so on up to ten, oldest first; a sync alone leaves the plan as it is. */
    public List<Run> after(Run run) {
        return state.createQuery(
                        "select r from Run r where r.source = :source and r.id > :id and r.kind in"
                                + " (org.segcast.webapp.pipeline.RunKind.FULL, org.segcast.webapp.pipeline.RunKind.PUSH) order by r.id",
                        Run.class)
                .setParameter("source", run.source())
                .setParameter("id", run.getId())
                .setMaxResults(10)
                .getResultList();
    }

    /** Some of a run's rejected records, by kind and line. */
    public List<RunRejection> rejected(long runId, int offset, int count) {
        // the numbers tell no order: records written together get theirs in any
        return state.createQuery(
                        "select r from RunRejection r where r.runId = :run order by r.kind, r.line, r.id",
                        RunRejection.class)
                .setParameter("run", runId)
                .setFirstResult(offset)
                .setMaxResults(count)
                .getResultList();
    }

    /** How many of a run's rejected records are listed. */
    public long rejectedCount(long runId) {
        return state.createQuery("select count(r) from RunRejection r where r.runId = :run", Long.class)
                .setParameter("run", runId)
                .getSingleResult();
    }

    /** What the latest syncs with a CRM did, newest first. */
    public List<RunSync> syncs(String source, int count) {
        return state.createQuery(
                        "select s from RunSync s, Run r where r.id = s.runId and r.source = :source order by s.runId desc",
                        RunSync.class)
                .setParameter("source", source)
                .setMaxResults(count)
                .getResultList();
    }

    void keepSync(long runId, boolean everything, SyncResult result, Instant beganAt) {
        state.merge(new RunSync(runId, everything, result, beganAt, clock.instant()));
    }

    void executeAs(long runId, long execution) {
        change(runId, run -> run.executeAs(execution));
    }

    void approve(long runId, String plan) {
        change(runId, run -> run.approve(plan));
    }

    void begin(long runId) {
        change(runId, Run::begin);
    }

    void reopen(long runId) {
        change(runId, Run::reopen);
    }

    void end(long runId, RunState how, String what) {
        change(runId, run -> run.end(how, what, clock.instant()));
    }

    void beginStep(long runId, String step) {
        change(runId, run -> run.step(step).begin(clock.instant()));
    }

    void advanceStep(long runId, String step, long done, long total) {
        change(runId, run -> run.step(step).advance(done, total));
    }

    void endStep(long runId, String step, StepState how, String message) {
        change(runId, run -> run.step(step).end(how, message, clock.instant()));
    }

    /** Of earlier runs over the same CRM only the latest keep theirs: such a list is people's data that nobody asks for any more. */
    void replaceRejected(long runId, List<RejectedRecord> rejected) {
        recent(REJECTED_KEPT).stream()
                .map(Run::getId)
                .min(Long::compare)
                .ifPresent(oldest -> forgetRejected(connections.source(), oldest));
        state.createQuery("delete from RunRejection r where r.runId = :run")
                .setParameter("run", runId)
                .executeUpdate();
        addRejected(runId, rejected);
    }

    /** With a CRM's data goes what it told of records that were left out. */
    void forget(@Observes ConnectionRemoved gone) {
        if (gone.withData()) {
            forgetRejected(gone.source(), Long.MAX_VALUE);
        }
    }

    private void forgetRejected(String source, long before) {
        state.createQuery("delete from RunRejection r where r.runId in"
                        + " (select run.id from Run run where run.source = :source and run.id < :before)")
                .setParameter("source", source)
                .setParameter("before", before)
                .executeUpdate();
    }

    /** The first of them: where a whole CRM is refused, a few thousand reasons say no less. */
    void addRejected(long runId, List<RejectedRecord> rejected) {
        rejected.stream().limit(REJECTED_LISTED).forEach(record -> state.persist(new RunRejection(runId, record)));
    }

    private void change(long runId, Consumer<Run> how) {
        how.accept(state.find(Run.class, runId, LockModeType.PESSIMISTIC_WRITE));
    }
}
