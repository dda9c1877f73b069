/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.segcast.predictive.registry.SegmentMove;
import org.segcast.webapp.review.SegmentReviews;
import org.segcast.webapp.security.Role;
import org.segcast.webapp.segment.MemberExport;
import org.segcast.webapp.segment.MemberPage;
import org.segcast.webapp.segment.MemberQuery;
import org.segcast.webapp.segment.Movement;
import org.segcast.webapp.segment.SegmentSummary;
import org.segcast.webapp.segment.Segments;

/** Segments and their members as of the latest run. */
@RequestScoped
@Path("segments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.VIEWER)
@Tag(name = "Segments")
public class SegmentResource {
    @Inject
    private Segments segments;

    @Inject
    private MemberExport export;

    @Inject
    private Movement movement;

    @Inject
    private SegmentReviews reviews;

    @GET
    @Operation(
            summary =
                    "Every segment with its size; kind is rfm (everybody is in exactly one) or rule (anybody may be in any)")
    public List<SegmentSummary> all() {
        return segments.all();
    }

    @GET
    @Path("moves")
    @Operation(
            summary =
                    "How many customers went from which RFM segment to which since a day; without since, some month ago",
            description =
                    "Since is a day on which somebody moved, as listed in dates; changes of that day are not counted.")
    public Moves moves(@QueryParam("since") @DefaultValue("") String since) {
        List<LocalDate> dates = movement.dates();
        Optional<LocalDate> then = since.isEmpty()
                ? movement.usual()
                : dates.stream().filter(date -> date.toString().equals(since)).findFirst();
        if (then.isEmpty() && !since.isEmpty()) {
            throw Problem.exception(
                    Status.BAD_REQUEST,
                    "'since' is none of the days that can be compared with: GET segments/moves lists them under dates.");
        }
        return new Moves(then, movement.asOf(), dates, then.map(movement::since).orElse(List.of()));
    }

    /** @param since empty where there were no runs of two days yet */
    public record Moves(
            Optional<LocalDate> since, Optional<LocalDate> asOf, List<LocalDate> dates, List<SegmentMove> moves) {}

    @GET
    @Path("{key}")
    @Operation(summary = "One segment")
    public SegmentSummary one(@PathParam("key") String key) {
        SegmentSummary found = find(key);
        reviews.looked(key);
        return found;
    }

    private SegmentSummary find(String key) {
        return segments.find(key)
                .orElseThrow(() -> Problem.notFound("There is no segment '" + key + "'. GET segments lists them."));
    }

    @GET
    @Path("{key}/members")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(summary = "A segment's members: a page as JSON, or all of them with format=csv")
    public Response members(
            @PathParam("key") String key,
            @QueryParam("format") @DefaultValue("json") String format,
            @QueryParam("search") @DefaultValue("") String search,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        find(key);
        if (format.equals("csv")) {
            return CsvAnswer.of(key + ".csv", writer -> export.write(key, writer));
        }
        if (offset < 0 || limit < 1 || limit > MemberQuery.MOST_ROWS) {
            throw Problem.exception(
                    Status.BAD_REQUEST,
                    "Expected an offset of 0 or more and a limit of 1 to " + MemberQuery.MOST_ROWS + ".");
        }
        MemberPage page =
                segments.members(new MemberQuery(Optional.of(key), search, MemberQuery.Sort.NAME, true, offset, limit));
        return Response.ok(page, MediaType.APPLICATION_JSON_TYPE).build();
    }
}
