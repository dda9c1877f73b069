/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.rfm;

import java.util.List;
import org.segcast.predictive.rfm.RfmCutPoints;
import org.segcast.predictive.rfm.RfmSegment;

/**
 * What settings would make of today's customers.
 *
 * @param cutPoints where the ranks would begin
 * @param segments every segment, in the order of the grid's names
 * @param customers all that have ordered
 * @param moving customers who would be in another segment than by the settings in force
 */
public record RfmPreview(RfmCutPoints cutPoints, List<Size> segments, long customers, long moving) {
    /** How many members a segment has by the settings in force, and would have. */
    public record Size(RfmSegment segment, long now, long then) {}
}
