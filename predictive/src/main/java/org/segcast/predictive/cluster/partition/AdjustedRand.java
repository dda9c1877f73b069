/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.cluster.partition;

import java.util.Arrays;
import org.segcast.predictive.SegcastException;

/** How far two partitions of the same points agree beyond chance (Hubert and Arabie 1985): 1 the same, about 0 by chance. */
public final class AdjustedRand {

    private AdjustedRand() {}

    public static double of(int[] one, int[] other) {
        SegcastException.require(
                one.length == other.length && one.length > 1,
                "both must part the same points, at least two, found " + one.length + " and " + other.length);
        int rows = Arrays.stream(one).max().orElseThrow() + 1;
        int columns = Arrays.stream(other).max().orElseThrow() + 1;
        long[][] both = new long[rows][columns];
        for (int i = 0; i < one.length; i++) {
            both[one[i]][other[i]]++;
        }
        double together = 0;
        double ofOne = 0;
        double[] sums = new double[columns];
        for (long[] row : both) {
            for (int column = 0; column < columns; column++) {
                together += pairs(row[column]);
                sums[column] += row[column];
            }
            ofOne += pairs(Arrays.stream(row).sum());
        }
        double ofOther = Arrays.stream(sums).map(AdjustedRand::pairs).sum();
        double expected = ofOne * ofOther / pairs(one.length);
        double most = (ofOne + ofOther) / 2;
        return most == expected ? 1 : (together - expected) / (most - expected);
    }

    private static double pairs(double count) {
        return count * (count - 1) / 2;
    }
}
