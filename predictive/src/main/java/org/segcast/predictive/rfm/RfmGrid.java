/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rfm;

import static org.segcast.predictive.rfm.RfmSegment.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.segcast.predictive.SegcastException;

/**
 * From ranks to names: recency against frequency and money taken together ({@link RfmScore#fm()}). The usual one:
 *
 * <pre>
 *        FM 1            FM 2                 FM 3                 FM 4       FM 5
 * R 5    New             Potential loyalists  Potential loyalists  Champions  Champions
 * R 4    New             Potential loyalists  Potential loyalists  Loyal      Champions
 * R 3    About to sleep  About to sleep       Need attention       Loyal      Loyal
 * R 2    Hibernating     Hibernating          About to sleep       Rescue     Rescue
 * R 1    Lost            Lost                 Hibernating          Rescue     Rescue
 * </pre>
 *
 * @param rows from R 1 upwards, each from FM 1 upwards; as many rows as columns, 2 to 10
 */
public record RfmGrid(List<List<RfmSegment>> rows) {

    private static final List<List<RfmSegment>> FIFTHS = List.of(
            List.of(LOST, LOST, HIBERNATING, RESCUE, RESCUE),
            List.of(HIBERNATING, HIBERNATING, ABOUT_TO_SLEEP, RESCUE, RESCUE),
            List.of(ABOUT_TO_SLEEP, ABOUT_TO_SLEEP, NEED_ATTENTION, LOYAL, LOYAL),
            List.of(NEW, POTENTIAL_LOYALISTS, POTENTIAL_LOYALISTS, LOYAL, CHAMPIONS),
            List.of(NEW, POTENTIAL_LOYALISTS, POTENTIAL_LOYALISTS, CHAMPIONS, CHAMPIONS));

    public RfmGrid {
        rows = rows.stream().map(List::copyOf).toList();
        int ranks = rows.size();
        SegcastException.require(
                ranks >= RfmSettings.LEAST_RANKS && ranks <= RfmSettings.MOST_RANKS,
                "a grid must have 2 to 10 rows, found " + ranks);
        SegcastException.require(
                rows.stream().allMatch(row -> row.size() == ranks && !row.contains(PROSPECTS)),
                "each of the " + ranks + " rows must hold " + ranks
                        + " segments of customers; prospects have no ranks");
    }

    /** The one above, stretched or thinned to so many ranks; the corners stay. */
    public static RfmGrid usual(int ranks) {
        return new RfmGrid(IntStream.range(0, ranks)
                .mapToObj(r -> IntStream.range(0, ranks)
                        .mapToObj(fm -> FIFTHS.get(fifth(r, ranks)).get(fifth(fm, ranks)))
                        .toList())
                .toList());
    }

    private static int fifth(int rank, int ranks) {
        return (int) Math.round(rank * (FIFTHS.size() - 1.0) / Math.max(1, ranks - 1));
    }

    public int ranks() {
        return rows.size();
    }

    /** Those that a customer can be in. */
    public Set<RfmSegment> segments() {
        Set<RfmSegment> used = EnumSet.noneOf(RfmSegment.class);
        rows.forEach(used::addAll);
        return used;
    }

    public RfmSegment segmentOf(RfmScore score) {
        return cell(score.r(), score.fm());
    }

    /** The segment at a cell of the heat map, both from 1. */
    public RfmSegment cell(int r, int fm) {
        SegcastException.require(
                r >= 1 && r <= ranks() && fm >= 1 && fm <= ranks(),
                "cells must lie in 1.." + ranks() + " by 1.." + ranks() + ", found " + r + " by " + fm);
        return rows.get(r - 1).get(fm - 1);
    }
}
