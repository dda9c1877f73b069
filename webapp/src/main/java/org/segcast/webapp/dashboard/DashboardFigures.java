/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.dashboard;

import java.time.LocalDate;
import java.util.List;
import org.segcast.predictive.registry.SegmentMove;
import org.segcast.predictive.rfm.RfmSegment;

/**
 * What happened, as of the latest completed run.
 *
 * @param customers contacts with a confirmed order; with those of no order they make up all in segments
 * @param revenue of the 365 days up to the as-of date
 * @param revenueBefore of the 365 days before these
 * @param likely customers expected to respond: the scores' chances added up
 * @param heat five rows by recency (most recent first), five columns by frequency (most frequent first)
 */
public record DashboardFigures(
        LocalDate asOf,
        long contacts,
        long customers,
        long prospects,
        double revenue,
        double revenueBefore,
        long likely,
        long scored,
        long emailable,
        String currency,
        List<String> recencyLabels,
        List<String> frequencyLabels,
        List<List<Long>> heat,
        List<Move> moves) {

    /** Customers who went from one segment to another since the as-of date before. */
    public record Move(String fromName, int fromColour, String toName, int toColour, long customers) {
        /** Of a move between two RFM segments. */
        public static Move of(SegmentMove move) {
            RfmSegment from = RfmSegment.ofKey(move.from()).orElseThrow();
            RfmSegment to = RfmSegment.ofKey(move.to()).orElseThrow();
            return new Move(from.label(), from.colourSlot(), to.label(), to.colourSlot(), move.count());
        }
    }
}
