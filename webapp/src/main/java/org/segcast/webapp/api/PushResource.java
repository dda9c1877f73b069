/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.segcast.webapp.pipeline.Pushes;
import org.segcast.webapp.pipeline.RunKind;
import org.segcast.webapp.pipeline.Runs;
import org.segcast.webapp.push.PushReport;
import org.segcast.webapp.security.Role;

/** What was sent to the CRM, and the way back. */
@RequestScoped
@Path("pushes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.VIEWER)
@Tag(name = "Push")
public class PushResource {
    @Inject
    private Pushes pushes;

    @Inject
    private Runs runs;

    public record SentTag(String key, String name, long added, long removed) {}

    /**
     * @param id the run's
     * @param by who approved it, or started the run that pushed by itself
     * @param undoneBy the run that set it back
     */
    public record Sent(
            long id,
            RunKind kind,
            String by,
            Instant startedAt,
            long contacts,
            List<SentTag> tags,
            long newScores,
            long changedScores,
            long clearedScores,
            long calls,
            Optional<Long> undoneBy) {}

    @GET
    @Operation(summary = "The latest pushes and undos, newest first: what each sent")
    public List<Sent> recent() {
        return pushes.recent().stream().map(PushResource::sent).toList();
    }

    @POST
    @Path("{id:\\d+}/undo")
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(
            summary =
                    "Sets back what a push changed, where it still is as the push left it; only the latest that was not undone yet can be, else 409")
    public Response undo(@PathParam("id") long id, @Context SecurityContext caller, @Context UriInfo here) {
        return RunResource.answer(runs.undo(caller.getUserPrincipal().getName(), id), here);
    }

    private static Sent sent(Pushes.Sent found) {
        PushReport report = found.report();
        return new Sent(
                report.getRunId(),
                found.run().getKind(),
                found.run().getStartedBy(),
                found.run().getStartedAt(),
                report.getContacts(),
                report.getTags().stream()
                        .map(tag -> new SentTag(tag.getKey(), tag.getName(), tag.getAdded(), tag.getRemoved()))
                        .toList(),
                report.getNewScores(),
                report.getChangedScores(),
                report.getClearedScores(),
                report.getCalls(),
                report.undoneBy());
    }
}
