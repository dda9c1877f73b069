/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.util.Map;
import java.util.Set;

/**
 * Our marks as a CRM holds them, gathered to be compared in tests.
 *
 * @param tags members by tag key; only tags of ours that have any
 * @param scores by contact id; only contacts that hold one
 */
public record HeldMarks(Map<String, Set<String>> tags, Map<String, ScoreMark> scores) {
    public static final HeldMarks NONE = new HeldMarks(Map.of(), Map.of());

    public HeldMarks {
        tags = Map.copyOf(tags);
        scores = Map.copyOf(scores);
    }

    public static HeldMarks of(HostCrm crm) {
        MarksTold told = new MarksTold();
        crm.heldMarks(told);
        return told.held();
    }
}
