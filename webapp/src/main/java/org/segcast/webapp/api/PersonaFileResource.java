/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.page.persona.PersonaDocument;
import org.segcast.webapp.page.persona.PersonaPdf;
import org.segcast.webapp.persona.Personas;
import org.segcast.webapp.security.Role;

/** A segment's portrait as a file. */
@RequestScoped
@Path("segments")
@RolesAllowed(Role.Names.VIEWER)
@Tag(name = "Portraits")
public class PersonaFileResource {
    @Inject
    private Personas personas;

    @Inject
    private Formats formats;

    @GET
    @Path("{key}/persona.html")
    @Produces("text/html")
    @Operation(summary = "The portrait as one page of HTML, without scripts, in the language of Accept-Language")
    public Response html(@PathParam("key") String key) {
        return file(document(key), "text/html; charset=utf-8", key + ".html");
    }

    @GET
    @Path("{key}/persona.pdf")
    @Produces("application/pdf")
    @Operation(summary = "The portrait as PDF, in the language of Accept-Language")
    public Response pdf(@PathParam("key") String key) {
        return file(PersonaPdf.of(document(key)), "application/pdf", key + ".pdf");
    }

    private String document(String key) {
        return personas.find(key)
                .map(persona -> PersonaDocument.of(persona, formats))
                .orElseThrow(() -> Problem.notFound("There is no segment '" + key + "'. GET segments lists them."));
    }

    private static Response file(Object content, String type, String name) {
        return Response.ok(content, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
