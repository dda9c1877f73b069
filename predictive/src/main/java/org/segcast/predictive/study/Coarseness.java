/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.study;

/** How exactly people are told of, the most exact first; each hides more than the one before. */
public enum Coarseness {
    TEN_YEARS_AND_ZIP_AREA(10, true),
    TEN_YEARS(10, false),
    TWENTY_YEARS(20, false);

    private final int ageYears;
    private final boolean zipArea;

    Coarseness(int ageYears, boolean zipArea) {
        this.ageYears = ageYears;
        this.zipArea = zipArea;
    }

    public int ageYears() {
        return ageYears;
    }

    public boolean zipArea() {
        return zipArea;
    }
}
