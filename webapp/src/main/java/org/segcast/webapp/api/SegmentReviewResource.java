/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.segcast.webapp.review.PastReview;
import org.segcast.webapp.review.SegmentReviews;
import org.segcast.webapp.security.Role;
import org.segcast.webapp.segment.Segments;

/** The reviews of one segment. */
@RequestScoped
@Path("segments/{key}/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.VIEWER)
@Tag(name = "Reviews")
public class SegmentReviewResource {
    @Inject
    private SegmentReviews reviews;

    @Inject
    private Segments segments;

    @Context
    private SecurityContext caller;

    @GET
    @Operation(summary = "Who marked a segment as reviewed and when, newest first")
    public List<PastReview> past(@PathParam("key") String key) {
        if (segments.find(key).isEmpty()) {
            throw Problem.notFound("There is no segment '" + key + "'. GET segments lists them.");
        }
        return reviews.of(key);
    }

    @POST
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(summary = "Marks a segment as reviewed; its warnings then count as known for 90 days")
    @RequestBody(description = "note: what was found, at most 500 characters; may be left out")
    public Response add(@PathParam("key") String key, String body) {
        past(key);
        String note = JsonBody.read(body).text("note").orElse("");
        reviews.review(key, note, caller.getUserPrincipal().getName()).ifPresent(problem -> {
            throw Problem.exception(Status.BAD_REQUEST, problem);
        });
        return Response.status(Status.CREATED).entity(past(key).get(0)).build();
    }
}
