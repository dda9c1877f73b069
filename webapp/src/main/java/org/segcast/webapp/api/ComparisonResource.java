/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.segcast.predictive.comparison.ComparisonResult;
import org.segcast.predictive.comparison.Standing;
import org.segcast.webapp.comparison.ComparisonUnderWay;
import org.segcast.webapp.comparison.Comparisons;
import org.segcast.webapp.comparison.KeptComparison;
import org.segcast.webapp.comparison.LeftOut;
import org.segcast.webapp.security.Role;

/** Which segmentation tells best who orders again. */
@RequestScoped
@Path("comparisons")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.VIEWER)
@Tag(name = "Comparisons")
public class ComparisonResource {
    private static final int LISTED = 20;

    @Inject
    private Comparisons comparisons;

    @Context
    private SecurityContext caller;

    /** @param best the name of the first; empty text where nothing was compared */
    public record Line(long id, LocalDate asOf, int windowDays, String by, Instant at, String best) {}

    /**
     * @param outdated whether RFM settings, rules or clusters were changed since
     * @param refusal why nothing was compared; empty text where it was
     * @param judged cut-offs that were judged on
     * @param standings from the best to the worst; no segmentation is one of them
     */
    public record Shown(
            long id,
            LocalDate asOf,
            int windowDays,
            long seed,
            String by,
            Instant at,
            boolean outdated,
            String refusal,
            List<LocalDate> judged,
            int customers,
            int responders,
            List<Standing> standings,
            List<LeftOut> leftOut) {}

    @GET
    @Operation(summary = "The latest 20 comparisons, newest first; best is empty where it was refused")
    public List<Line> recent() {
        return comparisons.recent(LISTED).stream().map(ComparisonResource::line).toList();
    }

    @GET
    @Path("latest")
    @Operation(summary = "The latest comparison, with every segmentation from the best to the worst")
    public Shown latest() {
        return comparisons
                .latest()
                .map(this::shown)
                .orElseThrow(() -> Problem.notFound("Nothing was compared yet: POST comparisons starts it."));
    }

    @GET
    @Path("{id:\\d+}")
    @Operation(summary = "One comparison, with every segmentation from the best to the worst")
    public Shown one(@PathParam("id") long id) {
        return comparisons
                .find(id)
                .map(this::shown)
                .orElseThrow(() -> Problem.notFound("There is no comparison " + id + " of this CRM."));
    }

    @GET
    @Path("progress")
    @Operation(summary = "How far the comparison under way is")
    public Comparisons.Progress progress() {
        return comparisons.progress();
    }

    @GET
    @Path("interrupted")
    @Operation(
            summary =
                    "The comparison that a restart of the server interrupted; 404 where there is none, or another began since")
    public ComparisonUnderWay interrupted() {
        return comparisons.interrupted().orElseThrow(() -> Problem.notFound("No comparison was interrupted."));
    }

    @POST
    @Path("stop")
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(summary = "Asks the comparison under way to stop; nothing of it is kept")
    public Response stop() {
        comparisons.requestStop().ifPresent(problem -> {
            throw Problem.exception(Status.CONFLICT, problem);
        });
        return Response.accepted(comparisons.progress()).build();
    }

    @POST
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(summary = "Compares segmentations as of the latest run; takes seconds to minutes")
    @RequestBody(description = "windowDays: 30, 60, 90 or 180 days within which an order counts; left out for 60")
    public Response start(String body) {
        int days = windowDays(JsonBody.read(body));
        comparisons.start(days, caller.getUserPrincipal().getName()).ifPresent(problem -> {
            throw Problem.exception(Status.CONFLICT, problem);
        });
        return Response.accepted(comparisons.progress()).build();
    }

    private static int windowDays(JsonBody body) {
        JsonValue told = body.object().getOrDefault("windowDays", Json.createValue(Comparisons.USUAL_WINDOW));
        return Optional.of(told)
                .filter(JsonNumber.class::isInstance)
                .map(number -> ((JsonNumber) number).doubleValue())
                .flatMap(number -> Comparisons.WINDOWS.stream()
                        .filter(days -> days == number.doubleValue())
                        .findFirst())
                .orElseThrow(() -> Problem.exception(
                        Status.BAD_REQUEST, "'windowDays' is one of " + Comparisons.WINDOWS + ", found " + told + "."));
    }

    private static Line line(KeptComparison kept) {
        return new Line(
                kept.id(),
                kept.asOf(),
                kept.windowDays(),
                kept.by(),
                kept.at(),
                kept.result() instanceof ComparisonResult.Report report
                        ? report.standings().get(0).name()
                        : "");
    }

    private Shown shown(KeptComparison kept) {
        Optional<ComparisonResult.Report> report = Optional.of(kept.result())
                .filter(ComparisonResult.Report.class::isInstance)
                .map(ComparisonResult.Report.class::cast);
        return new Shown(
                kept.id(),
                kept.asOf(),
                kept.windowDays(),
                kept.seed(),
                kept.by(),
                kept.at(),
                comparisons.isOutdated(kept),
                kept.result() instanceof ComparisonResult.Refused refused ? refused.message() : "",
                report.map(ComparisonResult.Report::judged).orElse(List.of()),
                report.map(ComparisonResult.Report::customers).orElse(0),
                report.map(ComparisonResult.Report::responders).orElse(0),
                report.map(ComparisonResult.Report::standings).orElse(List.of()),
                kept.leftOut());
    }
}
