/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.segcast.webapp.connection.Connections;
import org.segcast.webapp.security.Role;

/** The connection in use. */
@RequestScoped
@Path("connection")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.VIEWER)
@Tag(name = "Connection")
public class ConnectionResource {
    @Inject
    private Connections connections;

    @GET
    @Operation(summary = "The settings of the connection in use, secrets masked")
    public List<Connections.Line> settings() {
        return connections.lines();
    }

    @POST
    @Path("test")
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(summary = "Tries the connection in use and says in words what holds and what does not")
    public CheckAnswer test() {
        return CheckAnswer.of(connections.check());
    }
}
