/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.persona;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Corrects for many tests: of those told at q, no more than that share are chance finds (Benjamini and Hochberg, 1995). */
final class FalseDiscoveries {

    private FalseDiscoveries() {}

    /** The adjusted p, in the order given. */
    static double[] q(double[] p) {
        int[] largestFirst = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> p[i]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        double[] q = new double[p.length];
        Arrays.fill(q, 1);
        double least = 1;
        for (int i = 0; i < p.length; i++) {
            int rank = p.length - i;
            least = Math.min(least, p[largestFirst[i]] * p.length / rank);
            q[largestFirst[i]] = least;
        }
        return q;
    }
}
