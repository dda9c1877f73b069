/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.study;

import java.util.List;
import org.segcast.predictive.SegcastException;

/**
 * What could single a person out in a study's file. Empty text and NaN stand for what is not known.
 *
 * @param age in years
 * @param zipArea the first characters of a post code, never the whole
 */
public record Traits(double age, String gender, String country, String zipArea, String industry) {
    private static final int OLDEST_BAND = 80;

    public Traits {
        if (age < 0 || Double.isInfinite(age)) {
            throw SegcastException.brokenContract("an age must be 0 or more years or unknown, found " + age);
        }
    }

    /** Age band, gender, country, zip area, industry: as coarse as asked for. */
    List<String> at(Coarseness coarseness) {
        return List.of(
                ageBand(coarseness.ageYears()),
                gender.strip(),
                country.strip(),
                coarseness.zipArea() ? zipArea.strip() : "",
                industry.strip());
    }

    /** From 80 on one band, as old people are few. */
    private String ageBand(int years) {
        if (Double.isNaN(age)) {
            return "";
        }
        if (age >= OLDEST_BAND) {
            return OLDEST_BAND + " or older";
        }
        int from = (int) age / years * years;
        return from + " to " + (from + years - 1);
    }
}
