/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.segcast.webapp.feature.DescribedFeatures;
import org.segcast.webapp.feature.FeatureDictionary;
import org.segcast.webapp.security.Role;

/** What is measured of contacts. */
@RequestScoped
@Path("features")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.VIEWER)
@Tag(name = "Features")
public class FeatureResource {
    @Inject
    private FeatureDictionary dictionary;

    @GET
    @Operation(
            summary = "Every feature of the latest run: name, type, unit, description, coverage and distribution",
            description =
                    "Numbers come with quantiles and a histogram between the 5% and the 95% quantile, words with the most frequent"
                            + " ones. Empty before the first run.")
    public DescribedFeatures all() {
        return dictionary.features();
    }
}
