/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.evaluation;

/**
 * What a model is worth against the simple rule, on a test that lies later in time (after Dynamics 365). A ranking that may as well
 * be guessing (the AUC's interval reaches 0.5) is C whatever luck it had among the top customers.
 */
public enum Grade {
    /** Clearly better: at least 5% more responders among the top customers, and the interval's lower end above the rule. */
    A,
    /** Better, less surely. */
    B,
    /** No better: not published. */
    C;

    private static final double CLEARLY = 1.05;
    private static final double GUESSING = 0.5;

    static Grade of(Evaluation evaluation) {
        TopCustomers top = evaluation.top();
        return of(
                top.ratio(), top.ratioInterval().low(), evaluation.aucInterval().low());
    }

    static Grade of(double ratio, double ratioLow, double aucLow) {
        if (ratio <= 1 || aucLow <= GUESSING) {
            return C;
        }
        return ratio >= CLEARLY && ratioLow > 1 ? A : B;
    }

    public boolean isPublished() {
        return this != C;
    }

    /** In words. */
    public String meaning() {
        return switch (this) {
            case A -> "clearly better than the simple rule";
            case B -> "better than the simple rule, less surely";
            case C -> "no better than the simple rule";
        };
    }
}
