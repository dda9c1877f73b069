/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.dashboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.segcast.predictive.feature.FeatureVectors;
import org.segcast.predictive.rfm.RfmCutPoints;
import org.segcast.predictive.rfm.RfmSegmentation;

/** Customers by recency and frequency rank: five rows, most recent first, by five columns, most frequent first. */
record HeatMap(List<String> recencyLabels, List<String> frequencyLabels, List<List<Long>> counts) {
    private static final int RANKS = 5;

    static HeatMap of(FeatureVectors vectors) {
        RfmSegmentation segmentation = RfmSegmentation.of(vectors);
        long[][] counts = new long[RANKS][RANKS];
        vectors.forEach(vector ->
                segmentation.scoreOf(vector).ifPresent(score -> counts[RANKS - score.r()][RANKS - score.f()]++));
        RfmCutPoints cutPoints = segmentation.cutPoints();
        List<String> frequency = new ArrayList<>(ranges(1, cutPoints.frequency(), ""));
        java.util.Collections.reverse(frequency);
        return new HeatMap(
                ranges(0, cutPoints.recency(), " days"),
                frequency,
                Arrays.stream(counts)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList());
    }

    /** Five ranges of whole numbers between the four cut points, the last one open: {@code 0–18 days}. */
    private static List<String> ranges(long least, List<Double> cutPoints, String unit) {
        List<String> ranges = new ArrayList<>();
        long from = least;
        for (double cutPoint : cutPoints) {
            long next = (long) Math.ceil(cutPoint);
            ranges.add(next - 1 < from ? "–" : range(from, next - 1) + unit);
            from = Math.max(from, next);
        }
        ranges.add(from + "+" + unit);
        return ranges;
    }

    private static String range(long from, long to) {
        return from == to ? Long.toString(from) : from + "–" + to;
    }
}
