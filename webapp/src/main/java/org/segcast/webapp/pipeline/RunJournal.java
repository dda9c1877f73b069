/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.segcast.connector.spi.RejectedRecord;

/** What happened in runs, written at once and apart from the work's own transactions, so that progress is seen while it lasts. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class RunJournal {
    @PersistenceContext(unitName = "state")
    private EntityManager state;

    @Inject
    private Clock clock;

    Run open(RunKind kind, String startedBy, LocalDate asOf, Optional<String> approvedPlan) {
        Run run = new Run(kind, startedBy, asOf, approvedPlan, clock.instant());
        state.persist(run);
        state.flush();
        return run;
    }

    public Optional<Run> find(long id) {
        return Optional.ofNullable(state.find(Run.class, id));
    }

    public Optional<Run> active() {
        return first("select r from Run r where r.activeSlot = 1");
    }

    public Optional<Run> latest() {
        return first("select r from Run r order by r.id desc");
    }

    /** The latest run over the whole pipeline that completed. */
    public Optional<Run> latestCompleted() {
        return first("select r from Run r where r.kind = org.segcast.webapp.pipeline.RunKind.FULL"
                + " and r.state = org.segcast.webapp.pipeline.RunState.COMPLETED order by r.id desc");
    }

    public List<Run> recent(int count) {
        return state.createQuery("select r from Run r order by r.id desc", Run.class)
                .setMaxResults(count)
                .getResultList();
    }

    public List<RunRejection> rejected(long runId) {
        return state.createQuery("select r from RunRejection r where r.runId = :run order by r.id", RunRejection.class)
                .setParameter("run", runId)
                .getResultList();
    }

    void executeAs(long runId, long execution) {
        change(runId, run -> run.executeAs(execution));
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

    void replaceRejected(long runId, List<RejectedRecord> rejected) {
        state.createQuery("delete from RunRejection r where r.runId = :run")
                .setParameter("run", runId)
                .executeUpdate();
        rejected.forEach(record -> state.persist(new RunRejection(runId, record)));
    }

    private void change(long runId, Consumer<Run> how) {
        how.accept(state.find(Run.class, runId, LockModeType.PESSIMISTIC_WRITE));
    }

    private Optional<Run> first(String query) {
        return state.createQuery(query, Run.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
