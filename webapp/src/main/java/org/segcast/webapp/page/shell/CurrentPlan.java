/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.segcast.webapp.pipeline.Run;
import org.segcast.webapp.pipeline.RunJournal;
import org.segcast.webapp.pipeline.RunState;
import org.segcast.webapp.push.PlanSummary;
import org.segcast.webapp.push.Plans;

/** The plan, kept until another run has gone on: every page shows whether one waits, and making it reads everybody's tags. */
@ApplicationScoped
public class CurrentPlan {
    @Inject
    private Plans plans;

    @Inject
    private RunJournal journal;

    private record Moment(long run, RunState state, Optional<Instant> end) {}

    private record Kept(Moment moment, Optional<PlanSummary> plan) {}

    private volatile Optional<Kept> kept = Optional.empty();

    /** Empty before the first run has got as far as a plan. */
    public Optional<PlanSummary> now() {
        Optional<Moment> moment = journal.latest().map(CurrentPlan::moment);
        if (moment.isEmpty()) {
            return Optional.empty();
        }
        Optional<Kept> known = kept.filter(found -> found.moment().equals(moment.get()));
        if (known.isPresent()) {
            return known.get().plan();
        }
        Optional<PlanSummary> plan = plans.current();
        kept = Optional.of(new Kept(moment.get(), plan));
        return plan;
    }

    private static Moment moment(Run run) {
        return new Moment(run.getId(), run.getState(), run.endedAt());
    }
}
