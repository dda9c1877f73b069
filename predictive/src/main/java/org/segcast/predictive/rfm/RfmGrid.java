/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rfm;

import static org.segcast.predictive.rfm.RfmSegment.*;

import java.util.List;
import org.segcast.predictive.SegcastException;

/**
 * From ranks to names: recency against frequency and money taken together ({@link RfmScore#fm()}).
 *
 * <pre>
 *        FM 1            FM 2                 FM 3                 FM 4       FM 5
 * R 5    New             Potential loyalists  Potential loyalists  Champions  Champions
 * R 4    New             Potential loyalists  Potential loyalists  Loyal      Champions
 * R 3    About to sleep  About to sleep       Need attention       Loyal      Loyal
 * R 2    Hibernating     Hibernating          About to sleep       Rescue     Rescue
 * R 1    Lost            Lost                 Hibernating          Rescue     Rescue
 * </pre>
 */
public final class RfmGrid {

    private static final List<List<RfmSegment>> ROWS_FROM_R1 = List.of(
            List.of(LOST, LOST, HIBERNATING, RESCUE, RESCUE),
            List.of(HIBERNATING, HIBERNATING, ABOUT_TO_SLEEP, RESCUE, RESCUE),
            List.of(ABOUT_TO_SLEEP, ABOUT_TO_SLEEP, NEED_ATTENTION, LOYAL, LOYAL),
            List.of(NEW, POTENTIAL_LOYALISTS, POTENTIAL_LOYALISTS, LOYAL, CHAMPIONS),
            List.of(NEW, POTENTIAL_LOYALISTS, POTENTIAL_LOYALISTS, CHAMPIONS, CHAMPIONS));

    private RfmGrid() {}

    public static RfmSegment segmentOf(RfmScore score) {
        return cell(score.r(), score.fm());
    }

    /** The segment at a cell of the heat map, both 1..5. */
    public static RfmSegment cell(int r, int fm) {
        SegcastException.require(
                r >= 1 && r <= 5 && fm >= 1 && fm <= 5, "cells must lie in 1..5 by 1..5, found " + r + " by " + fm);
        return ROWS_FROM_R1.get(r - 1).get(fm - 1);
    }
}
