/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.segcast.connector.spi.Footprint;
import org.segcast.connector.spi.HostCrm;
import org.segcast.webapp.connection.Connections;
import org.segcast.webapp.pipeline.Runs;
import org.segcast.webapp.security.Role;

/** All that Segcast ever wrote into the CRM, and its removal. */
@RequestScoped
@Path("footprint")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.ADMIN)
@Tag(name = "Push")
public class FootprintResource {
    private static final String CONFIRMATION = "remove";

    @Inject
    private Connections connections;

    @Inject
    private Runs runs;

    @GET
    @Operation(
            summary =
                    "What of Segcast is in the CRM now: tags, contacts that hold any mark, fields and views; read from the CRM")
    public Footprint footprint() {
        try (HostCrm crm = connections.open()) {
            return crm.footprint();
        }
    }

    @POST
    @Path("removal")
    @Operation(
            summary =
                    "Takes all of it away; {\"confirm\": \"remove\"} says that this is meant. Never touches tags and fields of others.")
    public Response remove(String body, @Context SecurityContext caller, @Context UriInfo here) {
        if (JsonBody.read(body).text("confirm").filter(CONFIRMATION::equals).isEmpty()) {
            return Problem.response(
                    Status.BAD_REQUEST, "Nothing was removed: expected {\"confirm\": \"remove\"} in the body.");
        }
        return RunResource.answer(runs.removeAll(caller.getUserPrincipal().getName()), here);
    }
}
