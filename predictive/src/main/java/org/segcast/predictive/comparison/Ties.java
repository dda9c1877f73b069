/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison;

import java.util.Arrays;

/**
 * Rows of equal value, numbered from the lowest value up.
 *
 * @param of the number of each row
 */
record Ties(int[] of, int count) {

    static Ties of(double[] values, int rows) {
        double[] different = Arrays.stream(values, 0, rows).sorted().distinct().toArray();
        int[] of = new int[rows];
        for (int i = 0; i < rows; i++) {
            of[i] = Arrays.binarySearch(different, values[i]);
        }
        return new Ties(of, different.length);
    }
}
