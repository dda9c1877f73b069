/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.segcast.webapp.security.Role;

/** Version 1 of the API. */
@ApplicationPath("api/v1")
@DeclareRoles({Role.Names.VIEWER, Role.Names.MARKETER, Role.Names.ADMIN})
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Segcast",
                        version = "1",
                        description =
                                "Runs, segments, scores and the plan of what a push would change. Errors are RFC 9457 problem details.",
                        license = @License(name = "GPL-3.0-or-later")),
        security = {@SecurityRequirement(name = "basic"), @SecurityRequirement(name = "bearer")})
@SecurityScheme(securitySchemeName = "basic", type = SecuritySchemeType.HTTP, scheme = "basic")
@SecurityScheme(securitySchemeName = "bearer", type = SecuritySchemeType.HTTP, scheme = "bearer")
public class Api extends Application {}
