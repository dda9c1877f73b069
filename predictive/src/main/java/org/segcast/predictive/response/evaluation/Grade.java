/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.evaluation;

/**
 * What a model is worth against the simple rule, on a test that lies later in time (after Dynamics 365). Where nearly everybody at the
 * top responds, no model can find more of them than the rule does; one that ranks all customers clearly better is then still worth a
 * B. A ranking that may as well be guessing (the AUC's interval reaches 0.5) is C whatever luck it had.
 */
public enum Grade {
    /** Clearly better: at least 5% more responders among the top customers, and the interval's lower end above the rule. */
    A,
    /**
     * Better, less surely: more responders among the top customers; or a ranking of all customers that is clearly better (the interval
     * of the AUC's gain lies above 0) and a top that is not clearly worse (the ratio's interval reaches 1).
     */
    B,
    /** No better: not published. */
    C;

    private static final double CLEARLY = 1.05;
    private static final double GUESSING = 0.5;

    static Grade of(Evaluation evaluation) {
        TopCustomers top = evaluation.top();
        return of(
                top.ratio(),
                top.ratioInterval(),
                evaluation.aucInterval().low(),
                evaluation.aucGain().low());
    }

    static Grade of(double ratio, Interval ratioInterval, double aucLow, double aucGainLow) {
        if (aucLow <= GUESSING) {
            return C;
        }
        if (ratio >= CLEARLY && ratioInterval.low() > 1) {
            return A;
        }
        boolean ranksBetter = aucGainLow > 0 && ratioInterval.high() >= 1;
        return ratio > 1 || ranksBetter ? B : C;
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
