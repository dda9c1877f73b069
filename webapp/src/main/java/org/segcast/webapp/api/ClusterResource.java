/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.segcast.predictive.cluster.ClusterFinding;
import org.segcast.predictive.cluster.ClusterModel;
import org.segcast.predictive.cluster.ClusterTrial;
import org.segcast.predictive.cluster.scaling.LeftOut;
import org.segcast.webapp.cluster.ClusterBook;
import org.segcast.webapp.cluster.ClusterSearches;
import org.segcast.webapp.cluster.ClusterSegment;
import org.segcast.webapp.cluster.ClusterTrait;
import org.segcast.webapp.cluster.ClusterWay;
import org.segcast.webapp.cluster.Clustering;
import org.segcast.webapp.security.Role;

/** Clusters of customers who are alike. */
@RequestScoped
@Path("clusters")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.VIEWER)
@Tag(name = "Clusters")
public class ClusterResource {
    @Inject
    private ClusterBook book;

    @Inject
    private ClusterSearches searches;

    @Context
    private SecurityContext caller;

    /** @param members of the sample that the clusters were found on */
    public record Shown(ClusterSegment segment, int members, List<ClusterTrait> traits) {}

    /** @param running whether a search is under way; tried of 9 numbers of clusters are done */
    public record Search(
            boolean running,
            int tried,
            List<String> features,
            String way,
            String trouble,
            String refusal,
            Optional<Integer> clusters,
            List<ClusterTrial> trials,
            List<LeftOut> leftOut) {}

    @GET
    @Operation(summary = "The clusters in use, with what sets each apart; none before somebody kept some")
    public List<Shown> inUse() {
        return book.current().map(this::shown).orElse(List.of());
    }

    private List<Shown> shown(Clustering clustering) {
        ClusterModel model = clustering.model();
        return IntStream.range(0, model.clusters().size())
                .mapToObj(place -> new Shown(
                        clustering.segments().get(place),
                        model.clusters().get(place).members(),
                        book.traits(model, place)))
                .toList();
    }

    @GET
    @Path("search")
    @Operation(summary = "The search under way, or what the latest one found")
    public Search search() {
        ClusterSearches.State state = searches.state();
        Optional<ClusterFinding> finding = state.finding();
        return new Search(
                state.running(),
                state.tried(),
                state.features(),
                state.way().key(),
                state.trouble(),
                finding.filter(ClusterFinding.Refused.class::isInstance)
                        .map(refused -> ((ClusterFinding.Refused) refused).message())
                        .orElse(""),
                found(finding).map(found -> found.chosen().clusters()),
                finding.map(ClusterFinding::trials).orElse(List.of()),
                finding.map(ClusterFinding::leftOut).orElse(List.of()));
    }

    @POST
    @Path("search")
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(summary = "Looks for clusters by some features; nothing changes before a finding is kept")
    @RequestBody(
            description = "features: names as GET features lists them; left out for recency, orders, money and tenure;"
                    + " way: k-means, em or canopy; k-means where left out")
    public Response start(String body) {
        JsonBody json = JsonBody.read(body);
        List<String> features = json.has("features") ? json.list("features") : ClusterSearches.USUAL;
        String way = json.text("way").orElse(ClusterWay.K_MEANS.key());
        ClusterWay chosen = ClusterWay.ofKey(way)
                .orElseThrow(() -> Problem.exception(
                        Status.BAD_REQUEST, "There is no way '" + way + "': expected k-means, em or canopy."));
        searches.start(features, chosen).ifPresent(problem -> {
            throw Problem.exception(searches.state().running() ? Status.CONFLICT : Status.BAD_REQUEST, problem);
        });
        return Response.accepted(search()).build();
    }

    @POST
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(
            summary = "Puts the latest finding in use, in place of the clusters before; the next run places everybody")
    public List<Shown> keep() {
        ClusterFinding.Found found = found(searches.state().finding())
                .orElseThrow(() -> Problem.exception(
                        Status.CONFLICT, "No search has found clusters: POST clusters/search first."));
        book.keep(found, who());
        return inUse();
    }

    @PUT
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(summary = "Renames, colours and tags the clusters in use")
    @RequestBody(description = "segments: all of them, each with key, name, colour (1 to 10) and tagged")
    public List<Shown> change(String body) {
        JsonValue told = JsonBody.read(body).object().getOrDefault("segments", JsonValue.NULL);
        if (!(told instanceof JsonArray array) || array.stream().anyMatch(item -> !(item instanceof JsonObject))) {
            throw Problem.exception(Status.BAD_REQUEST, "'segments' is no list of objects.");
        }
        book.change(array.getValuesAs(ClusterResource::segment), who()).ifPresent(problem -> {
            throw Problem.exception(Status.BAD_REQUEST, problem);
        });
        return inUse();
    }

    @DELETE
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(summary = "Takes the clusters out of use; members and tags go with the next run and push")
    public void remove() {
        book.remove(who());
    }

    private static ClusterSegment segment(JsonObject json) {
        JsonBody body = new JsonBody(json);
        int colour =
                json.getOrDefault("colour", Json.createValue(0)) instanceof JsonNumber number && number.isIntegral()
                        ? number.intValue()
                        : 0;
        return new ClusterSegment(
                body.text("key").orElse(""), body.text("name").orElse("").strip(), colour, body.flag("tagged"));
    }

    private static Optional<ClusterFinding.Found> found(Optional<ClusterFinding> finding) {
        return finding.filter(ClusterFinding.Found.class::isInstance).map(ClusterFinding.Found.class::cast);
    }

    private String who() {
        return caller.getUserPrincipal().getName();
    }
}
