/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.evaluation;

import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.response.Dataset;

/**
 * What a model must beat: the better one of the simple rules for the ranking, and the training examples' base rate for the
 * percentages. The rule is chosen on the training examples, never on the test.
 */
public record Baseline(SimpleRule rule, double baseRate) {

    public Baseline {
        Objects.requireNonNull(rule);
        SegcastException.require(
                baseRate >= 0 && baseRate <= 1, "a base rate must lie between 0 and 1, found " + baseRate);
    }

    /** The rule that finds more responders among its top customers; the most recent order first among equals. */
    public static Baseline choose(Dataset training) {
        int byRecency = found(SimpleRule.MOST_RECENT, training);
        int byOrders = found(SimpleRule.MOST_ORDERS, training);
        return new Baseline(
                byOrders > byRecency ? SimpleRule.MOST_ORDERS : SimpleRule.MOST_RECENT, training.baseRate());
    }

    private static int found(SimpleRule rule, Dataset training) {
        ToDoubleFunction<FeatureVector> ranking = rule.ranking(training.schema());
        Ranking order = Ranking.of(training, ranking);
        return order.respondersAmongFirst(TopCustomers.sizeFor(training.size()));
    }
}
