/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.review;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.review.CoverageSheet;
import org.segcast.webapp.review.CoverageSheet.FieldRow;
import org.segcast.webapp.review.ProfileCoverage;

/** Which fields are filled, for whom. */
@Named("coveragePage")
@RequestScoped
public class CoveragePage {
    private static final int SHADES = 7;

    @Inject
    private ProfileCoverage coverage;

    @Inject
    private Formats formats;

    private CoverageSheet sheet;

    @PostConstruct
    void look() {
        sheet = coverage.sheet();
    }

    public boolean isMeasured() {
        return sheet.asOf().isPresent();
    }

    public CoverageSheet getSheet() {
        return sheet;
    }

    /** The answer before the evidence. */
    public String getSummary() {
        if (sheet.fields().isEmpty()) {
            return "No fields of contacts are read.";
        }
        FieldRow least = sheet.fields().get(0);
        return "“" + least.field() + "” is filled least: for " + formats.percent(least.all()) + " of "
                + formats.of(sheet.contacts(), "contact", "contacts") + ".";
    }

    /** A shade of 1 to 7, the darker the fuller. */
    public int shade(double share) {
        return 1 + (int) Math.min(SHADES - 1, Math.floor(share * SHADES));
    }
}
