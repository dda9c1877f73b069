/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segcast.it.Patience;
import org.segcast.webapp.pipeline.Run;
import org.segcast.webapp.pipeline.RunJournal;
import org.segcast.webapp.pipeline.RunKind;
import org.segcast.webapp.pipeline.RunRejection;
import org.segcast.webapp.pipeline.RunState;
import org.segcast.webapp.pipeline.RunStep;
import org.segcast.webapp.pipeline.Runs;
import org.segcast.webapp.pipeline.StepState;

/** The job on the sample CRM, inside the server. */
@ArquillianTest
class RunsIT {
    private static final Duration LONG = Duration.ofMinutes(4);

    @Inject
    Runs runs;

    @Inject
    RunJournal journal;

    @Deployment
    static WebArchive segcast() {
        return Deployed.withTests();
    }

    @BeforeEach
    void nothing_else_runs() {
        Patience.until(
                "the first run's end",
                LONG,
                journal::latest,
                run -> run.filter(RunsIT::over).isPresent());
    }

    @Test
    void the_first_start_runs_the_whole_job_on_the_sample() {
        assertEquals("first start", first().getStartedBy());
        assertCompleted(first());
    }

    @Test
    void a_second_start_while_one_runs_is_refused_with_the_reason() {
        long first = accepted(runs.start("tester"));
        Runs.Answer.Refused refused = assertInstanceOf(Runs.Answer.Refused.class, runs.start("tester"));
        assertEquals("Run " + first + " is still going. Wait for its end or stop it.", refused.reason());
        assertInstanceOf(Runs.Answer.Refused.class, runs.push("tester", "any plan"));
        assertInstanceOf(Runs.Answer.Refused.class, runs.restart(first));
        assertEquals(Optional.of(first), journal.active().map(Run::getId));
        assertCompleted(until(first, RunsIT::over));
    }

    @Test
    void a_stopped_run_goes_on_where_it_was() {
        long id = accepted(runs.start("tester"));
        until(id, run -> step(run, "sync").getState() == StepState.COMPLETED);
        accepted(runs.stop(id));
        Run stopped = until(id, RunsIT::over);
        assertEquals(RunState.STOPPED, stopped.getState(), stopped.getMessage());
        assertTrue(step(stopped, "push").getState() != StepState.COMPLETED, "stopped before its end");
        accepted(runs.restart(id));
        Run whole = until(id, RunsIT::over);
        assertCompleted(whole);
        assertEquals(
                step(stopped, "sync").duration(), step(whole, "sync").duration(), "sync was done, and not done again");
    }

    @Test
    void only_what_runs_can_be_stopped_and_only_what_broke_can_go_on() {
        long id = first().getId();
        assertInstanceOf(Runs.Answer.Refused.class, runs.stop(id));
        assertInstanceOf(Runs.Answer.Refused.class, runs.restart(id));
        assertInstanceOf(Runs.Answer.Refused.class, runs.stop(Long.MAX_VALUE));
        assertInstanceOf(Runs.Answer.Refused.class, runs.restart(Long.MAX_VALUE));
    }

    @Test
    void the_broken_records_of_the_sample_are_listed_with_reasons() {
        List<RunRejection> rejected = journal.rejected(first().getId(), 0, 1_000);
        assertTrue(rejected.size() >= 4, "the sample holds broken rows on purpose");
        rejected.forEach(row -> assertFalse(row.getReason().isBlank(), row.getRecordId()));
        List<String> kinds = rejected.stream().map(RunRejection::getKind).toList();
        assertEquals(kinds.stream().sorted().toList(), kinds, "those of one file stand together");
    }

    private Run first() {
        List<Run> all = journal.recent(1_000);
        return all.get(all.size() - 1);
    }

    private Run until(long id, Predicate<Run> good) {
        return Patience.until(
                "run " + id, LONG, () -> journal.find(id).orElseThrow(), run -> good.test(run) || over(run));
    }

    private static boolean over(Run run) {
        return run.getState().over();
    }

    private static long accepted(Runs.Answer answer) {
        return assertInstanceOf(Runs.Answer.Accepted.class, answer, answer::toString)
                .runId();
    }

    private static RunStep step(Run run, String name) {
        return run.getSteps().stream()
                .filter(step -> step.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertCompleted(Run run) {
        assertEquals(RunState.COMPLETED, run.getState(), run.getMessage());
        assertEquals(
                RunKind.FULL.steps(),
                run.getSteps().stream().map(RunStep::getName).toList());
        for (RunStep step : run.getSteps()) {
            assertEquals(StepState.COMPLETED, step.getState(), step.getName() + ": " + step.getMessage());
            assertEquals(step.getTotal(), step.getDone(), step.getName());
        }
    }
}
