/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.automation;

import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.pipeline.RunStep;
import org.segcast.webapp.pipeline.StepState;

/**
 * A step as the stepper shows it.
 *
 * @param look {@code done}, {@code now}, {@code todo}, {@code wait} or {@code bad}, as the style sheet names them
 * @param icon name of the icon in the dot; empty text shows the number
 * @param said the state in a word, for those who do not see the dot
 * @param percent how far it is, 0 to 100; below 0 where that is unknown or over
 */
public record StepLine(
        int number, String title, String look, String icon, String said, String message, String duration, int percent) {

    static StepLine of(int number, RunStep step, Formats formats) {
        StepState state = step.getState();
        boolean counted = state == StepState.STARTED && step.getTotal() > 0;
        return new StepLine(
                number,
                formats.capital(step.getName()),
                look(state),
                icon(state),
                said(state),
                counted ? formats.count(step.getDone()) + " of " + formats.count(step.getTotal()) : message(step),
                formats.maybeDuration(step.duration()),
                counted ? (int) (100 * step.getDone() / step.getTotal()) : -1);
    }

    /** What the step says of itself; why it failed stands below all steps, where there is room. */
    private static String message(RunStep step) {
        if (step.getState() == StepState.FAILED) {
            return "Failed, see below";
        }
        if (!step.getMessage().isBlank()) {
            return step.getMessage();
        }
        return switch (step.getState()) {
            case STARTED -> "Working";
            case WAITING -> "Waiting for your approval";
            default -> "";
        };
    }

    private static String look(StepState state) {
        return switch (state) {
            case PENDING -> "todo";
            case STARTED -> "now";
            case COMPLETED -> "done";
            case WAITING -> "wait";
            case FAILED, STOPPED -> "bad";
        };
    }

    private static String icon(StepState state) {
        return switch (state) {
            case COMPLETED -> "check";
            case FAILED -> "cross";
            case STOPPED -> "dash";
            default -> "";
        };
    }

    private static String said(StepState state) {
        return switch (state) {
            case PENDING -> "to do";
            case STARTED -> "running";
            case COMPLETED -> "done";
            case WAITING -> "waiting";
            case FAILED -> "failed";
            case STOPPED -> "stopped";
        };
    }
}
