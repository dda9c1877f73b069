/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Keeps the schedule in the state database. */
@ApplicationScoped
@Transactional
public class ScheduleStore {
    /** Every night, off until somebody switches it on. */
    private static final RunSchedule UNSET = new RunSchedule("0 3 * * *", "UTC", false);

    @PersistenceContext(unitName = "state")
    private EntityManager state;

    public RunSchedule current() {
        RunSchedule kept = state.find(RunSchedule.class, RunSchedule.ONLY);
        return kept == null ? UNSET : kept;
    }

    void keep(RunSchedule schedule) {
        state.merge(schedule);
    }
}
