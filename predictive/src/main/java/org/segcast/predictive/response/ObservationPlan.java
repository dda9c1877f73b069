/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.segcast.predictive.SegcastException;

/**
 * Which windows are learnt from and which one is tested on. The test window is the last one that has fully happened and ends at the
 * as-of date; the training windows lie before it, end to end, so no training outcome falls into the test window or after it.
 *
 * @param training newest first; may be empty where the history is too short
 */
public record ObservationPlan(
        LocalDate asOf, Objective objective, ObservationWindow test, List<ObservationWindow> training) {

    /** Older windows describe other times: at most this many are learnt from. */
    public static final int MOST_TRAINING_WINDOWS = 6;

    /** A cut-off needs this many days of orders before it, else its features know too little. */
    public static final int LEAST_HISTORY_DAYS = 180;

    public ObservationPlan {
        SegcastException.require(
                test.end().equals(asOf), "the test window must end at as-of " + asOf + ", found " + test.end());
        training = List.copyOf(training);
        for (ObservationWindow window : training) {
            SegcastException.require(
                    !window.end().isAfter(test.cutOff()),
                    "training windows must end before the test's, found " + window);
        }
    }

    /** The windows as if orders reached back for ever. */
    public static ObservationPlan of(LocalDate asOf, Objective objective) {
        int days = objective.windowDays();
        List<ObservationWindow> training = IntStream.rangeClosed(2, MOST_TRAINING_WINDOWS + 1)
                .mapToObj(steps -> objective.windowAfter(asOf.minusDays((long) steps * days)))
                .toList();
        return new ObservationPlan(asOf, objective, objective.windowAfter(asOf.minusDays(days)), training);
    }

    /** Only the training windows with enough orders before them. */
    public ObservationPlan within(LocalDate firstOrder) {
        LocalDate earliest = firstOrder.plusDays(LEAST_HISTORY_DAYS);
        return new ObservationPlan(
                asOf,
                objective,
                test,
                training.stream()
                        .filter(window -> !window.cutOff().isBefore(earliest))
                        .toList());
    }

    /** How many days before as-of the orders must begin for one training window. */
    public static int daysNeeded(Objective objective) {
        return 2 * objective.windowDays() + LEAST_HISTORY_DAYS;
    }
}
