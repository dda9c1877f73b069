/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.study;

import org.segcast.predictive.SegcastException;

/**
 * How many people tell a share to within a margin: Cochran's formula for the least favourable share, one half, with his correction for a finite population (Cochran,
 * Sampling Techniques, 3rd edition 1977, section 4.4), rounded up.
 *
 * @param margin either way, in percentage points, 0.5 to 20
 */
public record SampleSize(Confidence confidence, double margin) {
    private static final double LEAST = 0.5;
    private static final double MOST = 20;

    public SampleSize {
        if (!(margin >= LEAST && margin <= MOST)) {
            throw SegcastException.brokenContract(
                    "a margin must be " + LEAST + " to " + MOST + " points, found " + margin);
        }
    }

    /** Never more than there are; nobody of nobody. */
    public long of(long population) {
        if (population <= 0) {
            return 0;
        }
        double ratio = confidence.quantile() / (margin / 100);
        double unlimited = ratio * ratio / 4;
        return Math.min(population, (long) Math.ceil(unlimited / (1 + (unlimited - 1) / population)));
    }
}
