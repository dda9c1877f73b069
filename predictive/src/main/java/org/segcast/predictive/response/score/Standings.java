/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.score;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The chances of all scored customers in the order they come, by ascending id, then each one's rank among them. */
final class Standings {

    private double[] chances = new double[1024];
    private int[] ranks = new int[0];
    private int count;
    private int next;

    void add(double chance) {
        if (count == chances.length) {
            chances = Arrays.copyOf(chances, count * 2);
        }
        chances[count++] = chance;
    }

    /** Ranks them, best first; equals keep the order they came in. */
    void close() {
        int[] order = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -chances[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        ranks = new int[count];
        for (int rank = 0; rank < count; rank++) {
            ranks[order[rank]] = rank;
        }
    }

    /** The next customer in the order they came. */
    Standing next() {
        int rank = ranks[next];
        int below = count - 1 - rank;
        int percentile = count < 2 ? 0 : (int) (100L * below / (count - 1));
        return new Standing(chances[next++], Band.of(rank, count), percentile);
    }

    record Standing(double probability, Band band, int percentile) {}
}
