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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.segcast.webapp.model.ModelReport;
import org.segcast.webapp.model.Models;
import org.segcast.webapp.security.Role;

/** What training came to: a graded model or a refusal, per scope. */
@RequestScoped
@Path("models")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.VIEWER)
@Tag(name = "Models")
public class ModelResource {
    @Inject
    private Models models;

    @GET
    @Operation(summary = "The latest models and refusals, for all customers first, then per segment")
    public List<ModelReport> latest() {
        return models.latest();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One model: evaluation and grade, or the refusal's reason")
    public ModelReport one(@PathParam("id") String id) {
        return models.find(id)
                .orElseThrow(() -> Problem.notFound("There is no model '" + id + "'. GET models lists them."));
    }
}
