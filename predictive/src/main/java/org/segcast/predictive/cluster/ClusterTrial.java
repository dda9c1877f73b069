/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.cluster;

/**
 * What parting the sample into so many clusters came to.
 *
 * @param silhouette how much nearer customers are to their own cluster than to the next, -1 to 1 (Rousseeuw 1987)
 * @param byChance the silhouette of the same method on points without clusters in the same room
 * @param stability mean adjusted Rand index between these clusters and those found on resamples, about 0 to 1
 * @param smallest share of the customers in the smallest cluster
 */
public record ClusterTrial(int clusters, double silhouette, double byChance, double stability, double smallest) {
    static final double LEAST_GAIN = 0.02;
    static final double LEAST_STABILITY = 0.7;
    static final double LEAST_SHARE = 0.02;

    /** Whether it is more than what noise would give: apart beyond chance, found again, and no cluster of a few. */
    public boolean holds() {
        return silhouette >= byChance + LEAST_GAIN && stability >= LEAST_STABILITY && smallest >= LEAST_SHARE;
    }
}
