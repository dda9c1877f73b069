/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.dashboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.segcast.predictive.feature.FeatureVectors;
import org.segcast.predictive.rfm.RfmCutPoints;
import org.segcast.predictive.rfm.RfmSegmentation;
import org.segcast.predictive.rfm.RfmSettings;
import org.segcast.predictive.rfm.RfmWindow;

/** Customers by recency and frequency rank: rows, most recent first, by as many columns, most frequent first. */
record HeatMap(List<String> recencyLabels, List<String> frequencyLabels, List<List<Long>> counts) {
    static HeatMap of(FeatureVectors vectors, RfmSettings settings) {
        RfmSegmentation segmentation = RfmSegmentation.of(vectors, settings);
        int ranks = settings.ranks();
        long[][] counts = new long[ranks][ranks];
        vectors.forEach(vector ->
                segmentation.scoreOf(vector).ifPresent(score -> counts[ranks - score.r()][ranks - score.f()]++));
        RfmCutPoints cutPoints = segmentation.cutPoints();
        List<String> frequency =
                new ArrayList<>(ranges(settings.frequency() == RfmWindow.LIFETIME ? 1 : 0, cutPoints.frequency(), ""));
        Collections.reverse(frequency);
        return new HeatMap(
                ranges(0, cutPoints.recency(), " days"),
                frequency,
                Arrays.stream(counts)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList());
    }

    /** Ranges of whole numbers between the cut points, the last one open: {@code 0–18 days}. */
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
