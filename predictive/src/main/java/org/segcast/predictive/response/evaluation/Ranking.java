/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.response.Dataset;
import org.segcast.predictive.response.Example;

/** Test customers in the order of a score, best first, equals by contact id; weights (times drawn) make it one of a bootstrap. */
final class Ranking {

    private final int[] order;
    private final double[] scores;
    private final boolean[] outcomes;

    private Ranking(int[] order, double[] scores, boolean[] outcomes) {
        this.order = order;
        this.scores = scores;
        this.outcomes = outcomes;
    }

    static Ranking of(Dataset dataset, ToDoubleFunction<FeatureVector> score) {
        List<Example> examples = dataset.examples();
        double[] scores = examples.stream()
                .mapToDouble(example -> score.applyAsDouble(example.features()))
                .toArray();
        Comparator<Integer> bestFirst = Comparator.comparing(i -> -scores[i]);
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(bestFirst.thenComparing(i -> examples.get(i).features().contactId()))
                .mapToInt(Integer::intValue)
                .toArray();
        return new Ranking(order, scores, dataset.outcomes());
    }

    double[] scores() {
        return scores;
    }

    /** Which customer stands at a rank, from 0. */
    int at(int rank) {
        return order[rank];
    }

    int respondersAmongFirst(int count) {
        int[] once = new int[order.length];
        Arrays.fill(once, 1);
        return respondersAmongFirst(count, once);
    }

    int respondersAmongFirst(int count, int[] weights) {
        int taken = 0;
        int responders = 0;
        for (int rank = 0; rank < order.length && taken < count; rank++) {
            int take = Math.min(weights[order[rank]], count - taken);
            taken += take;
            responders += outcomes[order[rank]] ? take : 0;
        }
        return responders;
    }

    double auc() {
        int[] once = new int[order.length];
        Arrays.fill(once, 1);
        return auc(once);
    }

    /** Area under the ROC curve, equals counting half; NaN if all outcomes are the same. */
    double auc(int[] weights) {
        double wins = 0;
        double respondersAbove = 0;
        double othersSeen = 0;
        for (int rank = 0; rank < order.length; ) {
            double score = scores[order[rank]];
            double responders = 0;
            double others = 0;
            for (; rank < order.length && scores[order[rank]] == score; rank++) {
                int customer = order[rank];
                responders += outcomes[customer] ? weights[customer] : 0;
                others += outcomes[customer] ? 0 : weights[customer];
            }
            wins += others * (respondersAbove + responders / 2);
            respondersAbove += responders;
            othersSeen += others;
        }
        return wins / (respondersAbove * othersSeen);
    }
}
