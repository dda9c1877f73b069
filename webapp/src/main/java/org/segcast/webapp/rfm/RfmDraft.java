/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.rfm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.segcast.predictive.rfm.RfmCutPoints;
import org.segcast.predictive.rfm.RfmGrid;
import org.segcast.predictive.rfm.RfmOrders;
import org.segcast.predictive.rfm.RfmSegment;
import org.segcast.predictive.rfm.RfmSettings;
import org.segcast.predictive.rfm.RfmWindow;

/**
 * Settings as somebody wrote them, to be checked.
 *
 * @param ranks for each measure
 * @param orders key of {@link RfmOrders}; whether a currency is among the CRM's, {@link RfmBook} knows
 * @param frequencyWindow key of a {@link RfmWindow}
 * @param monetaryWindow key of a {@link RfmWindow}
 * @param thresholds where ranks are not quantiles
 * @param grid keys of segments, from the most recent rank down, each row from the lowest rank of frequency and money up; none for the usual grid
 */
public record RfmDraft(
        int ranks,
        String orders,
        String frequencyWindow,
        String monetaryWindow,
        Optional<Thresholds> thresholds,
        List<List<String>> grid) {
    /** Ascending numbers, one fewer than ranks: days, orders, money. */
    public record Thresholds(List<Double> recency, List<Double> frequency, List<Double> monetary) {}

    public static RfmDraft of(RfmSettings settings) {
        List<List<String>> grid = new ArrayList<>(settings.grid().rows().stream()
                .map(row -> row.stream().map(RfmSegment::key).toList())
                .toList());
        Collections.reverse(grid);
        return new RfmDraft(
                settings.ranks(),
                settings.orders().key(),
                settings.frequency().key(),
                settings.monetary().key(),
                settings.thresholds().map(cut -> new Thresholds(cut.recency(), cut.frequency(), cut.monetary())),
                grid);
    }

    /** All that is wrong with it; empty where {@link #settings} has an answer. */
    public List<RfmProblem> problems() {
        List<RfmProblem> found = new ArrayList<>();
        if (ranks < RfmSettings.LEAST_RANKS || ranks > RfmSettings.MOST_RANKS) {
            found.add(new RfmProblem("ranks", "There are 2 to 10 ranks, not " + ranks + "."));
            return found;
        }
        if (RfmOrders.ofKey(orders).isEmpty()) {
            found.add(new RfmProblem(
                    "orders", "The orders are all, sales, till or a currency such as EUR, not '" + orders + "'."));
        }
        window("frequencyWindow", frequencyWindow, found);
        window("monetaryWindow", monetaryWindow, found);
        thresholds.ifPresent(told -> {
            ascending("recency", told.recency(), 0, found);
            ascending("frequency", told.frequency(), 0, found);
            ascending("monetary", told.monetary(), Double.NEGATIVE_INFINITY, found);
        });
        grid(found);
        return found;
    }

    private static void window(String field, String key, List<RfmProblem> found) {
        if (RfmWindow.ofKey(key).isEmpty()) {
            found.add(new RfmProblem(field, "The window is lifetime, 365 or 90, not '" + key + "'."));
        }
    }

    private void ascending(String measure, List<Double> told, double above, List<RfmProblem> found) {
        boolean rising = IntStream.range(1, told.size()).allMatch(i -> told.get(i) > told.get(i - 1));
        boolean sound = told.stream().allMatch(value -> Double.isFinite(value) && value > above);
        if (told.size() != ranks - 1 || !rising || !sound) {
            found.add(new RfmProblem(
                    "thresholds." + measure,
                    "Thresholds of " + measure + " are " + (ranks - 1) + " rising numbers"
                            + (above == 0 ? " above 0" : "") + ", one fewer than ranks; found " + told.size()
                            + (rising && sound ? "" : ", not all of them rising") + "."));
        }
    }

    private void grid(List<RfmProblem> found) {
        if (grid.isEmpty()) {
            return;
        }
        if (grid.size() != ranks || grid.stream().anyMatch(row -> row.size() != ranks)) {
            found.add(new RfmProblem("grid", "The grid has " + ranks + " rows of " + ranks + " segments each."));
        }
        grid.stream()
                .flatMap(List::stream)
                .filter(key -> customers(key).isEmpty())
                .findFirst()
                .ifPresent(key -> found.add(new RfmProblem(
                        "grid", "'" + key + "' is no segment of customers, such as champions, loyal or lost.")));
    }

    private static Optional<RfmSegment> customers(String key) {
        return RfmSegment.ofKey(key).filter(segment -> segment != RfmSegment.PROSPECTS);
    }

    /** Where {@link #problems} found none. */
    public RfmSettings settings() {
        return new RfmSettings(
                ranks,
                RfmOrders.ofKey(orders).orElseThrow(),
                RfmWindow.ofKey(frequencyWindow).orElseThrow(),
                RfmWindow.ofKey(monetaryWindow).orElseThrow(),
                thresholds.map(told -> new RfmCutPoints(told.recency(), told.frequency(), told.monetary())),
                grid.isEmpty() ? RfmGrid.usual(ranks) : named());
    }

    private RfmGrid named() {
        List<List<RfmSegment>> rows = new ArrayList<>(grid.stream()
                .map(row ->
                        row.stream().map(key -> customers(key).orElseThrow()).toList())
                .toList());
        Collections.reverse(rows);
        return new RfmGrid(rows);
    }
}
