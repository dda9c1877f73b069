/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.study;

/** How sure a study wants to be that a share it finds lies within the margin. The normal quantiles are rounded as sample-size tables print them. */
public enum Confidence {
    PERCENT_90(1.645),
    PERCENT_95(1.96),
    PERCENT_99(2.576);

    private final double quantile;

    Confidence(double quantile) {
        this.quantile = quantile;
    }

    double quantile() {
        return quantile;
    }
}
