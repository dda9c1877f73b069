/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.segcast.predictive.study.Confidence;

/**
 * What somebody wants to find out, and how surely.
 *
 * @param strata what the sample is spread over: {@code rfm}, the name of a feature, or empty text for nothing
 * @param confidence in percent: 90, 95 or 99
 * @param margin either way, in percentage points
 * @param seed the same one draws the same people of the same contacts
 */
public record StudyDraft(String objective, String strata, int confidence, double margin, long seed) {
    public static final StudyDraft USUAL = new StudyDraft("", "rfm", 95, 5, 1);

    static final int LONGEST_OBJECTIVE = 500;
    private static final double LEAST_MARGIN = 0.5;
    private static final double MOST_MARGIN = 20;

    /** @param field as REST names it */
    public record Problem(String field, String text) {}

    /** @param known what a sample can be spread over */
    List<Problem> problems(Set<String> known) {
        List<Problem> problems = new ArrayList<>();
        if (objective.isBlank() || objective.length() > LONGEST_OBJECTIVE) {
            problems.add(new Problem(
                    "objective",
                    "Say in 1 to " + LONGEST_OBJECTIVE + " characters what the study is to find out, found "
                            + objective.length() + "."));
        }
        if (!known.contains(strata)) {
            problems.add(new Problem(
                    "strata",
                    "The sample can't be spread over '" + strata + "': expected one of " + String.join(", ", known)
                            + ", or nothing."));
        }
        if (confidence != 90 && confidence != 95 && confidence != 99) {
            problems.add(new Problem("confidence", "Confidence is 90, 95 or 99 percent, found " + confidence + "."));
        }
        if (!(margin >= LEAST_MARGIN && margin <= MOST_MARGIN)) {
            problems.add(new Problem(
                    "margin",
                    "The margin is " + LEAST_MARGIN + " to " + MOST_MARGIN + " points, found " + margin + "."));
        }
        return problems;
    }

    Confidence sureness() {
        return Confidence.valueOf("PERCENT_" + confidence);
    }
}
