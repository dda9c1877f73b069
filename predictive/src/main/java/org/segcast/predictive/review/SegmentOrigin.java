/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.review;

/** How a segment was made, and so what can be done about it. */
public enum SegmentOrigin {
    RFM(
            "RFM segments",
            "Use fewer ranks in the RFM settings, or give its places in their grid to a neighbour.",
            "Open it and mark it as reviewed."),
    RULE(
            "rule segments",
            "Widen its rule, join it with another, or remove it.",
            "Open it and mark it as reviewed, or remove it."),
    CLUSTER(
            "clusters",
            "Look for clusters again, by fewer features: fewer clusters are larger ones.",
            "Open it and mark it as reviewed, or look for clusters anew.");

    private final String plural;
    private final String enlarging;
    private final String reviewing;

    SegmentOrigin(String plural, String enlarging, String reviewing) {
        this.plural = plural;
        this.enlarging = enlarging;
        this.reviewing = reviewing;
    }

    public String plural() {
        return plural;
    }

    String enlarging() {
        return enlarging;
    }

    String reviewing() {
        return reviewing;
    }
}
