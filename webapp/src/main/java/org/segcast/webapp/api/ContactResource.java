/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.segcast.webapp.contact.ContactPortrait;
import org.segcast.webapp.contact.Contacts;
import org.segcast.webapp.security.Role;

/** One contact, by the CRM's id. */
@RequestScoped
@Path("contacts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.VIEWER)
@Tag(name = "Contacts")
public class ContactResource {
    @Inject
    private Contacts contacts;

    @GET
    @Path("{id}")
    @Operation(summary = "Segment, score with reasons, features by name and orders of one contact")
    public ContactPortrait one(@PathParam("id") String id) {
        return contacts.find(id)
                .orElseThrow(() -> Problem.notFound("There is no contact with this id in the copy of the CRM."));
    }
}
