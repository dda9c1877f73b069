/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.automation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.pipeline.Run;
import org.segcast.webapp.pipeline.RunJournal;
import org.segcast.webapp.pipeline.RunKind;
import org.segcast.webapp.pipeline.RunState;
import org.segcast.webapp.pipeline.Runs;
import org.segcast.webapp.pipeline.StepState;

/** Says how a run stands. */
@Named("runWords")
@RequestScoped
public class RunWords {
    @Inject
    private Formats formats;

    @Inject
    private RunJournal journal;

    @Inject
    private Runs runs;

    public List<StepLine> steps(Run run) {
        return IntStream.range(0, run.getSteps().size())
                .mapToObj(i -> StepLine.of(i + 1, run.getSteps().get(i), formats))
                .toList();
    }

    public String kind(Run run) {
        return switch (run.getKind()) {
            case FULL -> "Whole run";
            case PUSH -> "Push only";
            case UNDO -> "Undo of the push of run " + run.ofPush().orElse(0L);
            case REMOVAL -> "Removal of all marks";
            case SYNC -> "Sync only";
            case RESYNC -> "Full resync";
        };
    }

    /** Its state in two or three words. */
    public String state(Run run) {
        return switch (run.getState()) {
            case STARTING -> "Starting";
            case STARTED -> runs.stopping(run) ? "Stopping…" : "Running";
            case COMPLETED -> completed(run);
            case FAILED -> "Failed";
            case STOPPED -> "Stopped";
        };
    }

    /** A plan that waited is pushed by itself later, or is only worth pushing while no other whole run came after it. */
    private String completed(Run run) {
        if (!waits(run)) {
            return "Completed";
        }
        List<Run> later = journal.after(run);
        if (pushed(later)) {
            return "Pushed later";
        }
        return later.stream().allMatch(next -> next.getKind() == RunKind.PUSH) ? "Ready to push" : "Not pushed";
    }

    private static boolean pushed(List<Run> later) {
        return later.stream()
                .takeWhile(next -> next.getKind() == RunKind.PUSH)
                .anyMatch(next -> next.getState() == RunState.COMPLETED && !waits(next));
    }

    public String tag(Run run) {
        return switch (run.getState()) {
            case STARTING, STARTED -> "tag--info";
            case COMPLETED -> openPlan(run) ? "tag--info" : "tag--ok";
            case FAILED -> "tag--bad";
            case STOPPED -> "tag--warn";
        };
    }

    public String icon(Run run) {
        return switch (run.getState()) {
            case STARTING, STARTED -> "runs";
            case COMPLETED -> openPlan(run) ? "push" : "check";
            case FAILED -> "cross";
            case STOPPED -> "dash";
        };
    }

    /** How long it took; a dash while it goes on. */
    public String took(Run run) {
        return run.duration().map(formats::duration).orElse(Formats.MISSING);
    }

    /** One or two sentences for the head of the card. */
    public String summary(Run run) {
        String began = "Started " + formats.moment(run.getStartedAt()) + " by " + run.getStartedBy() + '.';
        String took = run.duration().map(formats::duration).orElse("");
        return switch (run.getState()) {
            case STARTING, STARTED ->
                runs.stopping(run) ? began + " It was asked to stop and ends after the record it is at." : began;
            case COMPLETED -> began + (waits(run) ? " Planned after " : " Done after ") + took + '.';
            case FAILED -> began + " Failed after " + took + '.';
            case STOPPED -> began + " Stopped after " + took + '.';
        };
    }

    /** For a status region: the step it is at, or the end. */
    public String announcement(Run run) {
        return steps(run).stream()
                .filter(step -> step.look().equals("now"))
                .findFirst()
                .map(step -> step.title() + ", step " + step.number() + " of "
                        + run.getSteps().size())
                .orElse("Run " + state(run).toLowerCase(Locale.ROOT));
    }

    public boolean canContinue(Run run) {
        return run.getState() == RunState.FAILED || run.getState() == RunState.STOPPED;
    }

    private boolean openPlan(Run run) {
        return waits(run) && !pushed(journal.after(run));
    }

    private static boolean waits(Run run) {
        return run.getSteps().stream().anyMatch(step -> step.getState() == StepState.WAITING);
    }
}
