/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.segcast.predictive.feature.FeatureCsv;
import org.segcast.predictive.feature.FeatureVectors;
import org.segcast.predictive.response.Objective;
import org.segcast.webapp.security.Role;
import org.segcast.webapp.warehouse.Warehouse;

/** Whole tables as files. */
@RequestScoped
@Path("")
@Produces("text/csv")
@RolesAllowed(Role.Names.VIEWER)
@Tag(name = "Files")
public class ExportResource {
    @Inject
    private Warehouse warehouse;

    @GET
    @Path("features.csv")
    @Operation(summary = "contact_id and every feature of everybody who may be profiled, as of the latest run")
    public Response features() {
        return CsvAnswer.of("features.csv", this::writeFeatures);
    }

    @GET
    @Path("scores.csv")
    @Operation(summary = "contact_id,segment,score,band,model,as_of,reason of every scored customer")
    public Response scores() {
        return CsvAnswer.of("scores.csv", out -> warehouse.scores().writeCsv(Objective.REORDER_60.key(), out));
    }

    @GET
    @Path("lifetime.csv")
    @Operation(
            summary =
                    "contact_id,as_of,alive,orders,orders_low,orders_high,value,value_low,value_high of every customer, once they were valued")
    public Response lifetime() {
        return CsvAnswer.of("lifetime.csv", warehouse.lifetimeValues()::writeCsv);
    }

    private void writeFeatures(Writer out) throws IOException {
        Optional<FeatureVectors> vectors = warehouse.features().vectors();
        if (vectors.isPresent()) {
            FeatureCsv.write(vectors.get(), out);
        } else {
            out.write("contact_id\n");
        }
    }
}
