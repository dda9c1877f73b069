/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison.candidate;

/** A way to split customers that can be compared with others. */
public interface Candidate {

    /** Stable, such as {@code word-country}. */
    String key();

    String name();

    CandidateKind kind();

    /**
     * Fixes what must not depend on what came later: quantiles, centres.
     *
     * @param earlier the latest cut-off that is learnt from
     */
    Split learn(Population earlier);
}
