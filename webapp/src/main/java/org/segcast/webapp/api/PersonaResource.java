/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.segcast.webapp.page.persona.SharedPersona;
import org.segcast.webapp.persona.PersonaAnswer;
import org.segcast.webapp.persona.PersonaDraft;
import org.segcast.webapp.persona.Personas;
import org.segcast.webapp.persona.ShareLink;
import org.segcast.webapp.persona.ShareLinks;
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

    @Inject
    private ShareLinks links;

    @Context
    private SecurityContext caller;

    @Context
    private UriInfo uri;

    @GET
    @Operation(
            summary = "A segment's portrait as of the latest run",
            description =
                    "Traits are told where they are large and hold after a correction for all tests; refusal says why there are none.")
    public PortraitAnswer portrait(@PathParam("key") String key) {
        return PortraitAnswer.of(personas.find(key).orElseThrow(() -> unknown(key)));
    }

    @PUT
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(summary = "Changes what the portrait says: title, strategy and notes")
    @RequestBody(
            description =
                    "title, strategy, notes (left out: empty), and version as GET told it; 409 where somebody changed it meanwhile")
    public PortraitAnswer change(@PathParam("key") String key, String body) {
        JsonBody json = JsonBody.read(body);
        require(key);
        PersonaDraft draft = new PersonaDraft(
                json.text("title").orElse(""),
                json.text("strategy").orElse(""),
                json.text("notes").orElse(""),
                number(json, "version", "expected the one that GET told, 0 at first."));
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

    /** @param id to revoke it by; what opens the portrait is told only when the link is made */
    public record Link(long id, String createdBy, Instant createdAt, Instant expiresAt) {
        static Link of(ShareLink link) {
            return new Link(link.getId(), link.getCreatedBy(), link.getCreatedAt(), link.getExpiresAt());
        }
    }

    /** @param address opens the portrait without an account; told this once */
    public record NewLink(long id, String address, Instant expiresAt) {}

    @GET
    @Path("links")
    @Operation(summary = "The links to this portrait that still open, without their addresses")
    public List<Link> links(@PathParam("key") String key) {
        require(key);
        return links.of(key).stream().map(Link::of).toList();
    }

    @POST
    @Path("links")
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(summary = "Makes a link by which anybody who has it reads the portrait; its address is told this once")
    @RequestBody(description = "days: 7, 30 or 90")
    public Response share(@PathParam("key") String key, String body) {
        require(key);
        int days = number(JsonBody.read(body), "days", "expected 7, 30 or 90.");
        if (!ShareLinks.DAYS.contains(days)) {
            throw Problem.exception(Status.BAD_REQUEST, "A link lasts 7, 30 or 90 days, not " + days + ".");
        }
        ShareLinks.Issued issued =
                links.issue(key, days, caller.getUserPrincipal().getName());
        String address =
                uri.getBaseUri().resolve("../.." + SharedPersona.path(issued)).toString();
        return Response.status(Status.CREATED)
                .entity(new NewLink(
                        issued.link().getId(), address, issued.link().getExpiresAt()))
                .build();
    }

    @DELETE
    @Path("links/{id}")
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(summary = "Revokes a link at once")
    public void revoke(@PathParam("key") String key, @PathParam("id") long id) {
        if (!links.revoke(key, id)) {
            throw Problem.notFound("There is no link " + id + " to this portrait. GET links lists them.");
        }
    }

    private void require(String key) {
        if (!personas.knows(key)) {
            throw unknown(key);
        }
    }

    private static WebApplicationException unknown(String key) {
        return Problem.notFound("There is no segment '" + key + "'. GET segments lists them.");
    }

    private static int number(JsonBody json, String name, String expected) {
        JsonValue told = json.object().getOrDefault(name, JsonValue.NULL);
        if (told instanceof JsonNumber number && number.isIntegral()) {
            return number.intValue();
        }
        throw Problem.exception(Status.BAD_REQUEST, "'" + name + "' is no whole number: " + expected);
    }
}
