/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.segcast.predictive.feature.CurrencyFeature;
import org.segcast.predictive.rfm.RfmCutPoints;
import org.segcast.predictive.rfm.RfmOrders;
import org.segcast.predictive.rfm.RfmSegment;
import org.segcast.webapp.rfm.RfmBook;
import org.segcast.webapp.rfm.RfmDraft;
import org.segcast.webapp.rfm.RfmJson;
import org.segcast.webapp.rfm.RfmPreview;
import org.segcast.webapp.rfm.RfmProblem;
import org.segcast.webapp.rfm.RfmTags;
import org.segcast.webapp.security.Role;

/** How customers are ranked by recency, frequency and money. */
@RequestScoped
@Path("rfm")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.VIEWER)
@Tag(name = "RFM")
public class RfmResource {
    private static final String BODY =
            "ranks (2 to 10), orders (all, sales, till, or the code of one of the currencies that GET rfm lists), frequencyWindow and monetaryWindow (lifetime, 365 or 90), thresholds (recency, frequency, monetary:"
                    + " one fewer than ranks, rising; left out for quantiles), grid (keys of segments, most recent row first; left out"
                    + " for the usual one)";

    @Inject
    private RfmBook book;

    @Inject
    private RfmTags tags;

    @Context
    private SecurityContext caller;

    @GET
    @Operation(summary = "The settings that the next run takes up, and whether the latest run went by others")
    public JsonObject settings() {
        JsonObjectBuilder answer = Json.createObjectBuilder(RfmJson.write(RfmDraft.of(book.wanted())))
                .add("waits", book.waits())
                .add(
                        "currencies",
                        Json.createArrayBuilder(book.choices().stream()
                                .map(RfmOrders::key)
                                .filter(CurrencyFeature::isCode)
                                .toList()));
        book.change()
                .ifPresent(change -> answer.add("changedBy", change.by())
                        .add("changedAt", change.at().toString()));
        return answer.build();
    }

    @PUT
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(summary = "Changes the settings; the next run takes them up")
    @RequestBody(description = BODY)
    public JsonObject change(String body) {
        refuse(book.keep(draft(body), caller.getUserPrincipal().getName()));
        return settings();
    }

    @POST
    @Path("preview")
    @Operation(summary = "How many customers each segment would have; nothing is kept")
    @RequestBody(description = BODY)
    public JsonObject preview(String body) {
        RfmDraft draft = draft(body);
        refuse(book.problems(draft));
        return book.preview(draft.settings())
                .map(RfmResource::shown)
                .orElseThrow(() -> Problem.exception(
                        Status.CONFLICT, "There is nobody to rank yet: start a run first (POST runs)."));
    }

    @GET
    @Path("tags")
    @Operation(summary = "Keys of the RFM segments that are tags in the CRM")
    public List<String> tags() {
        return tags.tagged().stream().map(RfmSegment::key).toList();
    }

    @PUT
    @Path("tags")
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(summary = "Chooses which RFM segments are tags in the CRM; the next run plans accordingly")
    @RequestBody(description = "segments: keys; those left out are no tags")
    public List<String> tag(String body) {
        JsonBody json = JsonBody.read(body);
        if (!json.has("segments")) {
            throw Problem.exception(
                    Status.BAD_REQUEST, "'segments' is missing: expected the keys of those to be tags.");
        }
        Set<RfmSegment> tagged = EnumSet.noneOf(RfmSegment.class);
        json.list("segments")
                .forEach(key -> tagged.add(RfmSegment.ofKey(key)
                        .orElseThrow(() ->
                                Problem.exception(Status.BAD_REQUEST, "There is no RFM segment '" + key + "'."))));
        tags.keep(tagged, caller.getUserPrincipal().getName());
        return tags();
    }

    private static JsonObject shown(RfmPreview preview) {
        RfmCutPoints cut = preview.cutPoints();
        JsonArrayBuilder segments = Json.createArrayBuilder();
        preview.segments()
                .forEach(size -> segments.add(Json.createObjectBuilder()
                        .add("segment", size.segment().key())
                        .add("now", size.now())
                        .add("then", size.then())));
        return Json.createObjectBuilder()
                .add("customers", preview.customers())
                .add("moving", preview.moving())
                .add(
                        "cutPoints",
                        Json.createObjectBuilder()
                                .add("recency", Json.createArrayBuilder(cut.recency()))
                                .add("frequency", Json.createArrayBuilder(cut.frequency()))
                                .add("monetary", Json.createArrayBuilder(cut.monetary())))
                .add("segments", segments)
                .build();
    }

    private static RfmDraft draft(String body) {
        try {
            return RfmJson.read(JsonBody.read(body).object());
        } catch (RfmJson.Unreadable unreadable) {
            throw Problem.exception(Status.BAD_REQUEST, unreadable.getMessage());
        }
    }

    private static void refuse(List<RfmProblem> problems) {
        if (!problems.isEmpty()) {
            throw InvalidFields.exception(problems.stream()
                    .map(problem -> new InvalidFields.Field(problem.field(), problem.text()))
                    .toList());
        }
    }
}
