/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rfm;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.segcast.predictive.SegcastException;

/**
 * Where the ranks begin, as the R package {@code rfm} (MIT) puts it: the quantiles of type 7 (Hyndman and Fan 1996) at equal steps, 20, 40, 60
 * and 80% for five ranks, plus 1; the intervals hold their lower end. A value's rank is one more than the number of cut points not above it; recency is
 * reversed, so that fewer days are better. Ties share a rank, so with few different values some ranks stay empty: if everybody is the
 * same, all get the best R and F 1, M 1. Because of the plus 1, amounts that differ by less than one unit of currency are one rank.
 *
 * @param recency ascending numbers of days
 * @param frequency as many ascending numbers of orders
 * @param monetary as many ascending amounts
 */
public record RfmCutPoints(List<Double> recency, List<Double> frequency, List<Double> monetary) {

    public RfmCutPoints {
        recency = checked("recency", recency);
        frequency = checked("frequency", frequency);
        monetary = checked("monetary", monetary);
        SegcastException.require(
                frequency.size() == recency.size() && monetary.size() == recency.size(),
                "there must be as many cut points for each measure, found " + recency.size() + ", " + frequency.size()
                        + " and " + monetary.size());
    }

    /** From the values of all customers, in any order; nobody at all gives cut points of 1, since there is nobody to rank. */
    public static RfmCutPoints of(int ranks, double[] recency, double[] frequency, double[] monetary) {
        return new RfmCutPoints(cutPoints(ranks, recency), cutPoints(ranks, frequency), cutPoints(ranks, monetary));
    }

    public int ranks() {
        return recency.size() + 1;
    }

    public RfmScore score(double daysSinceLastOrder, double orders, double spent) {
        return new RfmScore(
                ranks() + 1 - rank(recency, daysSinceLastOrder), rank(frequency, orders), rank(monetary, spent));
    }

    private static int rank(List<Double> cutPoints, double value) {
        int rank = 1;
        for (double cutPoint : cutPoints) {
            rank += value >= cutPoint ? 1 : 0;
        }
        return rank;
    }

    private static List<Double> cutPoints(int ranks, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return IntStream.range(1, ranks)
                .mapToObj(rank -> type7(sorted, rank / (double) ranks) + 1)
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
                !cutPoints.isEmpty()
                        && cutPoints.size() < RfmSettings.MOST_RANKS
                        && cutPoints.stream().allMatch(Double::isFinite)
                        && cutPoints.stream().sorted().toList().equals(cutPoints),
                "there must be 1 to 9 ascending " + name + " cut points, found " + cutPoints);
        return List.copyOf(cutPoints);
    }
}
