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
import org.segcast.connector.spi.ConnectionCheck;
import org.segcast.webapp.connection.Connections;
import org.segcast.webapp.security.Role;

/** The host CRM's connection. */
@RequestScoped
@Path("connection")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.VIEWER)
@Tag(name = "Connection")
public class ConnectionResource {
    @Inject
    private Connections connections;

    public record Step(String what, boolean ok, String found, String code) {}

    public record Check(boolean ok, List<Step> steps) {}

    @GET
    @Operation(summary = "The connection's settings, secrets masked")
    public List<Connections.Line> settings() {
        return connections.lines();
    }

    @POST
    @Path("test")
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(summary = "Tries the connection and says in words what holds and what does not")
    public Check test() {
        ConnectionCheck check = connections.check();
        return new Check(
                check.ok(),
                check.steps().stream()
                        .map(step -> new Step(
                                step.what(),
                                step.ok(),
                                step.found(),
                                step.problem().map(Enum::name).orElse("")))
                        .toList());
    }
}
