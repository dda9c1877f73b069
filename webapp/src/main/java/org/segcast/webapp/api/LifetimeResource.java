/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.lifetime.LifetimeTerms;
import org.segcast.predictive.registry.LifetimeSums;
import org.segcast.webapp.lifetime.KeptLifetime;
import org.segcast.webapp.lifetime.LifetimeJson;
import org.segcast.webapp.lifetime.Lifetimes;
import org.segcast.webapp.security.Role;

/** What customers are worth. */
@RequestScoped
@Path("lifetime")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.VIEWER)
@Tag(name = "Lifetime value")
public class LifetimeResource {
    @Inject
    private Lifetimes lifetimes;

    @Context
    private SecurityContext caller;

    @GET
    @Operation(summary = "The model with its check or the refusal, and what all customers and each segment come to")
    public JsonObject latest() {
        return lifetimes
                .latest()
                .map(this::shown)
                .orElseThrow(() -> Problem.notFound("Nobody was valued yet: POST lifetime starts it."));
    }

    @GET
    @Path("progress")
    @Operation(summary = "Whether customers are being valued, and why the last time ended without an answer")
    public Lifetimes.Progress progress() {
        return lifetimes.progress();
    }

    @POST
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(summary = "Looks for a model and values every customer as of the latest run; takes seconds to minutes")
    @RequestBody(
            description =
                    "horizonDays: 30 to 1825, left out for 365; discountPercent: 0 to 100 a year, left out for 10; marginPercent: above 0 to 100, left out for 100")
    public Response start(String body) {
        LifetimeTerms terms = terms(JsonBody.read(body).object());
        lifetimes.start(terms, caller.getUserPrincipal().getName()).ifPresent(problem -> {
            throw Problem.exception(Status.CONFLICT, problem);
        });
        return Response.accepted(lifetimes.progress()).build();
    }

    private static LifetimeTerms terms(JsonObject json) {
        double days = number(json, "horizonDays", LifetimeTerms.USUAL.horizonDays());
        if (days != Math.rint(days)) {
            throw Problem.exception(Status.BAD_REQUEST, "'horizonDays' is a whole number, found " + days + ".");
        }
        try {
            return new LifetimeTerms(
                    (int) days,
                    number(json, "discountPercent", LifetimeTerms.USUAL.discountPercent()),
                    number(json, "marginPercent", LifetimeTerms.USUAL.marginPercent()));
        } catch (SegcastException outside) {
            throw Problem.exception(Status.BAD_REQUEST, outside.getMessage());
        }
    }

    private static double number(JsonObject json, String name, double usual) {
        JsonValue told = json.getOrDefault(name, Json.createValue(usual));
        if (told instanceof JsonNumber number) {
            return number.doubleValue();
        }
        throw Problem.exception(Status.BAD_REQUEST, "'" + name + "' is a number, found " + told + ".");
    }

    private JsonObject shown(KeptLifetime kept) {
        JsonObjectBuilder answer = kept.found().map(LifetimeJson::object).orElseGet(Json::createObjectBuilder);
        JsonArrayBuilder segments = Json.createArrayBuilder();
        lifetimes.bySegment().forEach(sums -> segments.add(sums(sums).add("segment", sums.segment())));
        lifetimes.valuedAsOf().ifPresent(asOf -> answer.add("valuedAsOf", asOf.toString()));
        return answer.add("asOf", kept.asOf().toString())
                .add("horizonDays", kept.terms().horizonDays())
                .add("discountPercent", kept.terms().discountPercent())
                .add("marginPercent", kept.terms().marginPercent())
                .add("by", kept.by())
                .add("at", kept.at().toString())
                .add("refusal", kept.refusal())
                .add("all", sums(lifetimes.all()))
                .add("segments", segments)
                .build();
    }

    private static JsonObjectBuilder sums(LifetimeSums sums) {
        return Json.createObjectBuilder()
                .add("customers", sums.customers())
                .add("alive", sums.alive())
                .add("orders", sums.orders())
                .add("value", sums.amount());
    }
}
