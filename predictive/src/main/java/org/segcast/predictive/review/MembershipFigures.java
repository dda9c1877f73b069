/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Who is in which segments, in figures.
 *
 * @param contacts profiled ones in all
 * @param sizes members by key; a segment without any is missing
 * @param overlaps every pair of segments that share members, each once
 */
public record MembershipFigures(
        LocalDate asOf, long contacts, Map<String, Long> sizes, Map<String, MoveDays> moves, List<Overlap> overlaps) {

    public MembershipFigures {
        sizes = Map.copyOf(sizes);
        moves = Map.copyOf(moves);
        overlaps = List.copyOf(overlaps);
    }
}
