/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.segcast.webapp.pipeline.Run;
import org.segcast.webapp.pipeline.RunJournal;
import org.segcast.webapp.pipeline.RunState;
import org.segcast.webapp.push.PlanSummary;
import org.segcast.webapp.push.Plans;
import org.segcast.webapp.warehouse.Warehouse;

/** The plan, kept until another run has gone on: every page shows whether one waits, and making it reads everybody's tags. */
@ApplicationScoped
public class CurrentPlan {
    @Inject
    private Plans plans;

    @Inject
    private RunJournal journal;

    @Inject
    private Warehouse warehouse;

    private record Moment(long run, RunState state, Optional<Instant> end) {}

    private record Kept(Moment moment, Optional<PlanSummary> plan, Optional<Undoable> undoable) {}

    /**
     * The latest push that can be set back.
     *
     * @param run whose push it is
     * @param contacts that would change, by what the CRM held when it was last read
     */
    public record Undoable(long run, long contacts) {}

    private volatile Optional<Kept> kept = Optional.empty();

    /** Empty before the first run has got as far as a plan. */
    public Optional<PlanSummary> now() {
        return known().flatMap(Kept::plan);
    }

    /** Empty where no push is kept, or nothing of it is left as it was. */
    public Optional<Undoable> undoable() {
        return known().flatMap(Kept::undoable);
    }

    private Optional<Kept> known() {
        Optional<Moment> moment = journal.latest().map(CurrentPlan::moment);
        Optional<Kept> known = kept;
        if (moment.isEmpty() || known.map(Kept::moment).equals(moment)) {
            return moment.flatMap(any -> known);
        }
        kept = Optional.of(new Kept(moment.get(), plans.current(), findUndoable()));
        return kept;
    }

    private Optional<Undoable> findUndoable() {
        OptionalLong push = warehouse.undo().last();
        return push.isEmpty()
                ? Optional.empty()
                : Optional.of(new Undoable(
                                push.getAsLong(),
                                warehouse.undo().preview(push.getAsLong()).contacts()))
                        .filter(found -> found.contacts() > 0);
    }

    private static Moment moment(Run run) {
        return new Moment(run.getId(), run.getState(), run.endedAt());
    }
}
