/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.segcast.webapp.persona.Persona;
import org.segcast.webapp.persona.PersonaAnswer;
import org.segcast.webapp.persona.PersonaDraft;
import org.segcast.webapp.persona.Personas;
import org.segcast.webapp.security.Role;

/** A segment's portrait: what sets it apart, what it brings, what to do. */
@RequestScoped
@Path("segments/{key}/persona")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.VIEWER)
@Tag(name = "Portraits")
public class PersonaResource {
    @Inject
    private Personas personas;

    @Context
    private SecurityContext caller;

    @GET
    @Operation(
            summary = "A segment's portrait as of the latest run",
            description =
                    "Traits are told where they are large and hold after a correction for all tests; refusal says why there are none.")
    public PortraitAnswer portrait(@PathParam("key") String key) {
        return PortraitAnswer.of(found(key));
    }

    @PUT
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(summary = "Changes what the portrait says: title, strategy and notes")
    @RequestBody(
            description =
                    "title, strategy, notes (left out: empty), and version as GET told it; 409 where somebody changed it meanwhile")
    public PortraitAnswer change(@PathParam("key") String key, String body) {
        JsonBody json = JsonBody.read(body);
        found(key);
        PersonaDraft draft = new PersonaDraft(
                json.text("title").orElse(""),
                json.text("strategy").orElse(""),
                json.text("notes").orElse(""),
                version(json));
        PersonaAnswer answer =
                personas.keep(key, draft, caller.getUserPrincipal().getName());
        if (answer instanceof PersonaAnswer.Refused refused) {
            throw Problem.exception(Status.BAD_REQUEST, refused.problem());
        }
        if (answer instanceof PersonaAnswer.Outdated outdated) {
            throw Problem.exception(Status.CONFLICT, outdated.problem());
        }
        return portrait(key);
    }

    private Persona found(String key) {
        return personas.find(key)
                .orElseThrow(() -> Problem.notFound("There is no segment '" + key + "'. GET segments lists them."));
    }

    private static int version(JsonBody json) {
        JsonValue told = json.object().getOrDefault("version", JsonValue.NULL);
        if (told instanceof JsonNumber number && number.isIntegral()) {
            return number.intValue();
        }
        throw Problem.exception(
                Status.BAD_REQUEST, "'version' is no whole number: expected the one that GET told, 0 at first.");
    }
}
