/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.comparison;

import java.util.List;
import org.segcast.predictive.comparison.candidate.Candidate;
import org.segcast.predictive.comparison.candidate.PastTotals;

/**
 * Who takes part in a comparison.
 *
 * @param totals that rules among the candidates ask for
 * @param settings a digest of the RFM settings, rules and clusters in force
 */
record Contest(List<Candidate> candidates, PastTotals totals, List<LeftOut> leftOut, String settings) {
    Contest {
        candidates = List.copyOf(candidates);
        leftOut = List.copyOf(leftOut);
    }
}
