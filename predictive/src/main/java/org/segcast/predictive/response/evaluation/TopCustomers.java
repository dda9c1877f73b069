/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.evaluation;

import java.util.Objects;
import org.segcast.predictive.SegcastException;

/**
 * Whom one would call first, by the model and by the simple rule.
 *
 * @param size the top tenth, at least 20 customers, at most all
 * @param responders of them, picked by the model
 * @param ruleResponders of as many, picked by the simple rule
 * @param lift share of responders among the model's top customers divided by the base rate
 * @param ruleLift the same for the simple rule
 * @param ratio responders by the model divided by responders by the rule (a rule that finds none counts as half a responder)
 * @param ratioInterval its middle 90% over resampled test customers
 */
public record TopCustomers(
        int size,
        int responders,
        int ruleResponders,
        double lift,
        double ruleLift,
        double ratio,
        Interval ratioInterval) {

    private static final int LEAST = 20;

    public TopCustomers {
        SegcastException.require(
                responders <= size && ruleResponders <= size,
                "of " + size + " top customers no more can respond, found " + responders + " and " + ruleResponders);
        Objects.requireNonNull(ratioInterval);
    }

    /** A tenth rounded up; in small groups 20 customers. */
    static int sizeFor(int customers) {
        return Math.min(customers, Math.max(LEAST, (customers + 9) / 10));
    }

    static double ratio(int responders, int ruleResponders) {
        return responders == ruleResponders ? 1 : responders / Math.max(0.5, ruleResponders);
    }
}
