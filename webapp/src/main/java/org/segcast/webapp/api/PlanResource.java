/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.segcast.connector.spi.HostCrm;
import org.segcast.webapp.connection.Connections;
import org.segcast.webapp.pipeline.Runs;
import org.segcast.webapp.push.PlanSummary;
import org.segcast.webapp.push.Plans;
import org.segcast.webapp.security.Role;

/** What the next push would change, and its approval. */
@RequestScoped
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.VIEWER)
@Tag(name = "Push")
public class PlanResource {
    @Inject
    private Plans plans;

    @Inject
    private Runs runs;

    @Inject
    private Connections connections;

    /** @param calls the writing calls that a push would cost at least */
    public record DryRun(PlanSummary plan, long calls) {}

    @GET
    @Path("plan")
    @Operation(
            summary =
                    "The differences between what should be and what the CRM holds: counts and a sample per tag, and of scores")
    public PlanSummary plan() {
        return plans.current().orElseThrow(() -> Problem.notFound("There is no plan yet. POST runs makes one."));
    }

    @POST
    @Path("push")
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(
            summary =
                    "Sends the plan to the CRM. {\"plan\": fingerprint} approves only exactly that plan; without it, the current one."
                            + " With dryRun=true nothing is sent: the answer is what would be, and in how many writing calls.")
    public Response push(
            String body,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @Context SecurityContext caller,
            @Context UriInfo here) {
        if (dryRun) {
            return Response.ok(dryRun()).build();
        }
        String fingerprint = JsonBody.read(body).text("plan").orElseGet(() -> plan().fingerprint());
        return RunResource.answer(runs.push(caller.getUserPrincipal().getName(), fingerprint), here);
    }

    private DryRun dryRun() {
        PlanSummary plan = plan();
        try (HostCrm crm = connections.open()) {
            return new DryRun(plan, plans.calls(crm.callSizes()));
        }
    }
}
