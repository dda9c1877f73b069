/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.segcast.webapp.quality.DataQuality;
import org.segcast.webapp.quality.QualityReport;
import org.segcast.webapp.review.CoverageSheet;
import org.segcast.webapp.review.ProfileCoverage;
import org.segcast.webapp.review.ReviewSheet;
import org.segcast.webapp.review.SegmentReviews;
import org.segcast.webapp.security.Role;

/** What needs a look. */
@RequestScoped
@Path("reviews")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.VIEWER)
@Tag(name = "Reviews")
public class ReviewResource {
    @Inject
    private SegmentReviews reviews;

    @Inject
    private ProfileCoverage coverage;

    @Inject
    private DataQuality quality;

    @GET
    @Operation(
            summary = "What segments are warned of: too many, too small, nearly the same, nobody moves or looked",
            description =
                    "Each warning says what was found with its numbers, and what can be done; reviewed tells whether somebody"
                            + " marked all its segments as reviewed within 90 days. Without segments before the first run.")
    public ReviewSheet segments() {
        return reviews.sheet();
    }

    @GET
    @Path("coverage")
    @Operation(
            summary = "Which fields of the CRM's contacts are filled, for the members of which segment",
            description =
                    "Shares from 0 to 1, the least filled field first; those of a field stand in the order of the segments. Without"
                            + " fields before the first run.")
    public CoverageSheet coverage() {
        return coverage.sheet();
    }

    @GET
    @Path("quality")
    @Operation(
            summary =
                    "What is wrong in the CRM's data: duplicates, impossible ages, e-mails, dates, amounts, currencies",
            description =
                    "Each finding says how many records have it, up to 25 examples by contact id with the CRM's page, and how many members"
                            + " of which segments are touched. Without findings before the first run.")
    public QualityReport quality() {
        return quality.report();
    }
}
