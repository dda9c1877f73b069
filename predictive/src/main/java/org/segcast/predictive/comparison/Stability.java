/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who was where at the last two cut-offs, of those who were customers at both. */
final class Stability {

    private final List<Integer> customers = new ArrayList<>();
    private final Map<String, Integer> segments = new HashMap<>();
    private final Map<Long, Integer> pairs = new HashMap<>();
    private final int[] before;
    private final int[] after;
    private final int[] pair;
    private final List<Integer> from = new ArrayList<>();
    private final List<Integer> to = new ArrayList<>();

    /** @param places of customers among those at the earlier cut-off, -1 for who was none then */
    Stability(List<String> earlier, List<String> later, int[] places, int[] ids) {
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0) {
                customers.add(ids[i]);
                from.add(segments.computeIfAbsent(earlier.get(places[i]), key -> segments.size()));
                to.add(segments.computeIfAbsent(later.get(i), key -> segments.size()));
            }
        }
        this.before = from.stream().mapToInt(Integer::intValue).toArray();
        this.after = to.stream().mapToInt(Integer::intValue).toArray();
        this.pair = new int[before.length];
        for (int i = 0; i < pair.length; i++) {
            pair[i] = pairs.computeIfAbsent(before[i] * (long) segments.size() + after[i], key -> pairs.size());
        }
    }

    double changed(short[] times) {
        double moved = 0;
        double all = 0;
        for (int i = 0; i < before.length; i++) {
            int weight = times[customers.get(i)];
            moved += before[i] == after[i] ? 0 : weight;
            all += weight;
        }
        return moved / all;
    }

    /** Adjusted Rand index (Hubert and Arabie 1985); 1 where both are one segment only. */
    double rand() {
        double[] rows = new double[segments.size()];
        double[] columns = new double[segments.size()];
        double[] cells = new double[pairs.size()];
        for (int i = 0; i < before.length; i++) {
            rows[before[i]]++;
            columns[after[i]]++;
            cells[pair[i]]++;
        }
        double all = before.length;
        double expected = twos(rows) * twos(columns) / (all * (all - 1) / 2);
        double most = (twos(rows) + twos(columns)) / 2;
        return most == expected ? 1 : (twos(cells) - expected) / (most - expected);
    }

    private static double twos(double[] counts) {
        double sum = 0;
        for (double count : counts) {
            sum += count * (count - 1) / 2;
        }
        return sum;
    }
}
