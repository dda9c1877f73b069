/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.segcast.webapp.pipeline.Rejections;
import org.segcast.webapp.pipeline.Run;
import org.segcast.webapp.pipeline.RunJournal;
import org.segcast.webapp.pipeline.RunKind;
import org.segcast.webapp.pipeline.RunState;
import org.segcast.webapp.pipeline.RunStep;
import org.segcast.webapp.pipeline.Runs;
import org.segcast.webapp.pipeline.StepState;
import org.segcast.webapp.security.Role;

/** Starts runs and follows them. */
@RequestScoped
@Path("runs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.VIEWER)
@Tag(name = "Runs")
public class RunResource {
    private static final int RECENT = 50;
    private static final int MOST_REJECTED = 10_000;

    @Inject
    private Runs runs;

    @Inject
    private RunJournal journal;

    @Inject
    private Rejections rejections;

    public record StepProgress(String name, StepState state, long done, long total, String message) {}

    public record RunProgress(
            long id,
            RunKind kind,
            RunState state,
            String startedBy,
            Instant startedAt,
            Optional<Instant> endedAt,
            LocalDate asOf,
            String message,
            List<StepProgress> steps) {}

    /**
     * @param line in the source file, from 1 counting the header; absent for APIs
     * @param page where the CRM shows the record, if it does
     */
    public record Rejected(String kind, String id, OptionalInt line, String reason, Optional<URI> page) {}

    @GET
    @Operation(summary = "The latest runs, newest first")
    public List<RunProgress> recent() {
        return journal.recent(RECENT).stream().map(RunResource::progress).toList();
    }

    @POST
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(
            summary =
                    "Starts a run; 409 while one is going. The body may be empty for the whole pipeline, {\"kind\": \"sync\"} for reading the CRM's changes alone, {\"kind\": \"full-resync\"} or {\"fullSync\": true} for reading everything in it again.")
    public Response start(String body, @Context SecurityContext caller, @Context UriInfo here) {
        JsonBody wanted = JsonBody.read(body);
        String kind =
                wanted.flag("fullSync") ? "full-resync" : wanted.text("kind").orElse("full");
        String by = caller.getUserPrincipal().getName();
        return switch (kind) {
            case "full" -> answer(runs.start(by), here);
            case "sync" -> answer(runs.sync(false, by), here);
            case "full-resync" -> answer(runs.sync(true, by), here);
            default ->
                throw Problem.exception(
                        Status.BAD_REQUEST, "'" + kind + "' is no kind of run: expected full, sync or full-resync.");
        };
    }

    @GET
    @Path("{id:\\d+}")
    @Operation(summary = "A run, its steps and how far they are")
    public RunProgress one(@PathParam("id") long id) {
        return progress(find(id));
    }

    @POST
    @Path("{id:\\d+}/stop")
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(summary = "Asks a run to stop; what is done stays done")
    public Response stop(@PathParam("id") long id, @Context UriInfo here) {
        find(id);
        return answer(runs.stop(id), here);
    }

    @POST
    @Path("{id:\\d+}/restart")
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(summary = "Goes on with a failed or stopped run where it was")
    public Response restart(@PathParam("id") long id, @Context UriInfo here) {
        find(id);
        return answer(runs.restart(id), here);
    }

    @GET
    @Path("{id:\\d+}/rejected")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            summary = "The records that the run left out, each with its reason: a page as JSON, or all with format=csv")
    public Response rejected(
            @PathParam("id") long id,
            @QueryParam("format") @DefaultValue("json") String format,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("10000") int limit) {
        Run run = find(id);
        if (format.equals("csv")) {
            return CsvAnswer.of("run-" + id + "-left-out.csv", out -> rejections.write(run, out));
        }
        if (offset < 0 || limit < 1 || limit > MOST_REJECTED) {
            throw Problem.exception(
                    Status.BAD_REQUEST, "Expected an offset of 0 or more and a limit of 1 to " + MOST_REJECTED + ".");
        }
        List<Rejected> page = journal.rejected(id, offset, limit).stream()
                .map(row -> new Rejected(
                        row.getKind(), row.getRecordId(), row.line(), row.getReason(), rejections.page(run, row)))
                .toList();
        return Response.ok(page, MediaType.APPLICATION_JSON_TYPE).build();
    }

    private Run find(long id) {
        return journal.find(id).orElseThrow(() -> Problem.notFound("There is no run " + id + "."));
    }

    static Response answer(Runs.Answer answer, UriInfo here) {
        if (answer instanceof Runs.Answer.Accepted accepted) {
            return Response.accepted()
                    .location(here.getBaseUriBuilder().path("runs/{id}").build(accepted.runId()))
                    .build();
        }
        return Problem.response(Status.CONFLICT, ((Runs.Answer.Refused) answer).reason());
    }

    private static RunProgress progress(Run run) {
        return new RunProgress(
                run.getId(),
                run.getKind(),
                run.getState(),
                run.getStartedBy(),
                run.getStartedAt(),
                run.endedAt(),
                run.getAsOf(),
                run.getMessage(),
                run.getSteps().stream().map(RunResource::progress).toList());
    }

    private static StepProgress progress(RunStep step) {
        return new StepProgress(step.getName(), step.getState(), step.getDone(), step.getTotal(), step.getMessage());
    }
}
