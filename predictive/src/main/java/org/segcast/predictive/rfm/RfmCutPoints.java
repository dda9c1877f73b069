/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rfm;

import java.util.Arrays;
import java.util.List;
import org.segcast.predictive.SegcastException;

/**
 * Where the ranks begin, as the R package {@code rfm} (MIT) puts it: the quantiles of type 7 (Hyndman and Fan 1996) at 20, 40, 60 and
 * 80%, plus 1; the intervals hold their lower end. A value's rank is one more than the number of cut points not above it; recency is
 * reversed, so that fewer days are better. Ties share a rank, so with few different values some ranks stay empty: if everybody is the
 * same, all get R 5, F 1, M 1. Because of the plus 1, amounts that differ by less than one unit of currency are one rank.
 *
 * @param recency four ascending numbers of days
 * @param frequency four ascending numbers of orders
 * @param monetary four ascending amounts
 */
public record RfmCutPoints(List<Double> recency, List<Double> frequency, List<Double> monetary) {

    private static final double[] PROBABILITIES = {0.2, 0.4, 0.6, 0.8};

    public RfmCutPoints {
        recency = checked("recency", recency);
        frequency = checked("frequency", frequency);
        monetary = checked("monetary", monetary);
    }

    /** From the values of all customers, in any order; nobody at all gives cut points of 1, since there is nobody to rank. */
    public static RfmCutPoints of(double[] recency, double[] frequency, double[] monetary) {
        return new RfmCutPoints(cutPoints(recency), cutPoints(frequency), cutPoints(monetary));
    }

    public RfmScore score(double daysSinceLastOrder, double orders, double spent) {
        return new RfmScore(6 - rank(recency, daysSinceLastOrder), rank(frequency, orders), rank(monetary, spent));
    }

    private static int rank(List<Double> cutPoints, double value) {
        int rank = 1;
        for (double cutPoint : cutPoints) {
            rank += value >= cutPoint ? 1 : 0;
        }
        return rank;
    }

    private static List<Double> cutPoints(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Arrays.stream(PROBABILITIES)
                .mapToObj(probability -> type7(sorted, probability) + 1)
                .toList();
    }

    private static double type7(double[] sorted, double probability) {
        if (sorted.length == 0) {
            return 0;
        }
        double position = (sorted.length - 1) * probability;
        int below = (int) Math.floor(position + 4 * Math.ulp(position));
        int above = Math.min(below + 1, sorted.length - 1);
        double part = Math.max(0, position - below);
        return sorted[below] + part * (sorted[above] - sorted[below]);
    }

    private static List<Double> checked(String name, List<Double> cutPoints) {
        SegcastException.require(
                cutPoints.size() == 4 && cutPoints.stream().sorted().toList().equals(cutPoints),
                "there must be four ascending " + name + " cut points, found " + cutPoints);
        return List.copyOf(cutPoints);
    }
}
