/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.segcast.connector.push.PushCounts;

/** What was sent, run by run. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class PushReports {
    @PersistenceContext(unitName = "state")
    private EntityManager state;

    /** A run that went on after a stop is told as a whole. */
    public void keep(long runId, PushCounts counts, long calls) {
        PushReport report = state.find(PushReport.class, runId);
        if (report == null) {
            state.persist(new PushReport(runId, counts, calls));
        } else if (report.getContacts() <= counts.contacts()) {
            report.goesOn(counts, calls);
        }
    }

    public void undone(long runId, long byRun) {
        find(runId).ifPresent(report -> report.undoneBy(byRun));
    }

    public Optional<PushReport> find(long runId) {
        return Optional.ofNullable(state.find(PushReport.class, runId));
    }

    /** Those of these runs that sent anything, newest first. */
    public List<PushReport> of(Collection<Long> runIds) {
        return runIds.isEmpty()
                ? List.of()
                : state.createQuery(
                                "select r from PushReport r where r.runId in :runs order by r.runId desc",
                                PushReport.class)
                        .setParameter("runs", runIds)
                        .getResultList();
    }
}
