/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.training;

import static org.segcast.predictive.response.training.Refusal.Code.*;

import java.util.Locale;
import java.util.Optional;
import org.segcast.predictive.response.Dataset;
import org.segcast.predictive.response.ObservationPlan;
import org.segcast.predictive.response.Scope;
import org.segcast.predictive.response.Snapshots;

/**
 * The minimum-data rules: 40 responses and 40 others to learn from (Dynamics 365), counted over all training cut-offs, and 20 of each
 * among the test customers. The latter is ours: with fewer than 20 responses in all, one customer more or less among the top moves
 * the ratio by more than the 5% that the grade is about.
 */
final class MinimumExamples {

    static final int TO_LEARN = 40;
    static final int TO_TEST = 20;

    private final ObservationPlan plan;
    private final long reachDays;

    MinimumExamples(Snapshots snapshots) {
        this.plan = snapshots.plan();
        this.reachDays = snapshots.reachDays();
    }

    /** Empty if there is enough. */
    Optional<Refusal> check(Scope scope, Dataset training, Dataset test) {
        if (plan.training().isEmpty()) {
            return Optional.of(historyTooShort());
        }
        int learnt = training.responders();
        int tested = test.responders();
        if (learnt < TO_LEARN) {
            return refusal(TOO_FEW_RESPONSES_TO_LEARN, tooFew("learn from", training, TO_LEARN, scope));
        }
        if (training.size() - learnt < TO_LEARN) {
            return refusal(TOO_FEW_OTHERS_TO_LEARN, tooMany("learn from", training, TO_LEARN));
        }
        if (tested < TO_TEST) {
            return refusal(TOO_FEW_RESPONSES_TO_TEST, tooFew("test fairly", test, TO_TEST, scope));
        }
        return test.size() - tested < TO_TEST
                ? refusal(TOO_FEW_OTHERS_TO_TEST, tooMany("test fairly", test, TO_TEST))
                : Optional.empty();
    }

    private static Optional<Refusal> refusal(Refusal.Code code, String message) {
        return Optional.of(new Refusal(code, message));
    }

    private Refusal historyTooShort() {
        return new Refusal(
                HISTORY_TOO_SHORT,
                text(
                        "The order history is too short. It reaches back %,d days; we need at least %,d. Sync older orders, or"
                                + " try again later.",
                        reachDays, ObservationPlan.daysNeeded(plan.objective())));
    }

    private String tooFew(String purpose, Dataset found, int needed, Scope scope) {
        return text(
                "Too few orders to %s. %,d of %,d past cases ordered within %d days; we need at least %d. Ask about a longer"
                        + " window, or %s.",
                purpose,
                found.responders(),
                found.size(),
                plan.objective().windowDays(),
                needed,
                scope.isAll() ? "try again when there are more orders" : "train together with other customers");
    }

    private String tooMany(String purpose, Dataset found, int needed) {
        return text(
                "Nearly everybody orders, so there is too little to %s. %,d of %,d past cases did not order within %d days; we"
                        + " need at least %d. Ask about a shorter window.",
                purpose,
                found.size() - found.responders(),
                found.size(),
                plan.objective().windowDays(),
                needed);
    }

    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
