/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison.candidate;

/** What a segmentation is made of. */
public enum CandidateKind {
    /** What all others are measured against. */
    NONE("No segmentation"),
    RFM("RFM"),
    WORD("One attribute"),
    BANDS("Bands of one number"),
    RULE("Rule segment"),
    CLUSTERS("Clusters, found anew before each window"),
    PAIR("Two combined");

    private final String label;

    CandidateKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
