/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.segcast.predictive.registry.RuleMatch;
import org.segcast.predictive.rule.RuleProblem;
import org.segcast.predictive.rule.SegmentRule;
import org.segcast.webapp.rule.RuleAnswer;
import org.segcast.webapp.rule.RuleDefinition;
import org.segcast.webapp.rule.RuleDraft;
import org.segcast.webapp.rule.RuleJson;
import org.segcast.webapp.rule.RuleSegments;
import org.segcast.webapp.security.Role;

/** Segments that are described by rules. */
@RequestScoped
@Path("rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.VIEWER)
@Tag(name = "Rule segments")
public class RuleResource {
    private static final String SHAPE = "{\"name\": \"Big spenders\", \"colour\": 3, \"tagged\": true,"
            + " \"rule\": {\"purchases\": \"spent\", \"lastDays\": 365, \"is\": \">\", \"value\": 1000}}";

    @Inject
    private RuleSegments rules;

    @Context
    private SecurityContext caller;

    @Context
    private UriInfo uri;

    /**
     * @param tagged whether members get a tag in the CRM
     * @param words the rule in a sentence
     * @param problems with any, it has no members until they are mended
     */
    public record Rule(
            String key,
            String name,
            int colour,
            boolean tagged,
            JsonObject rule,
            String words,
            List<RuleProblem> problems,
            String changedBy,
            Instant changedAt) {}

    /**
     * @param problems with any, nothing is counted
     * @param of profiled contacts in all
     * @param revenue of those who match in the last 365 days, in the CRM's currency
     * @param rfm how many of them are in which RFM segment
     */
    public record Count(
            String words, List<RuleProblem> problems, long matching, long of, double revenue, Map<String, Long> rfm) {}

    @GET
    @Operation(summary = "Every rule segment by name, with its rule; GET segments tells their sizes")
    public List<Rule> all() {
        return rules.all().stream().map(this::shown).toList();
    }

    @GET
    @Path("{key}")
    @Operation(summary = "One rule segment")
    public Rule one(@PathParam("key") String key) {
        return shown(rules.find(key).orElseThrow(() -> unknown(key)));
    }

    @POST
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(summary = "Makes a rule segment; it fills with the next run")
    @RequestBody(description = "name, colour (1 to 10), tagged, and rule: all, any, not, segment, feature or purchases")
    public Response add(String body) {
        RuleDefinition made = kept(rules.add(draft(JsonBody.read(body).object()), who()), "");
        return Response.created(uri.getAbsolutePathBuilder().path(made.key()).build())
                .entity(shown(made))
                .build();
    }

    @PUT
    @Path("{key}")
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(summary = "Changes a rule segment; its key stays, whatever its name becomes")
    public Rule change(@PathParam("key") String key, String body) {
        return shown(kept(rules.change(key, draft(JsonBody.read(body).object()), who()), key));
    }

    @DELETE
    @Path("{key}")
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(summary = "Removes a rule segment; its tags go with the next push")
    public void remove(@PathParam("key") String key) {
        RuleAnswer answer = rules.remove(key);
        if (answer instanceof RuleAnswer.Refused refused) {
            throw Problem.exception(Status.CONFLICT, refused.problems().get(0).text());
        }
        if (answer instanceof RuleAnswer.Unknown) {
            throw unknown(key);
        }
    }

    @POST
    @Path("count")
    @Operation(summary = "Who would fit a rule now; nothing is kept")
    public Count count(String body) {
        SegmentRule rule = rule(JsonBody.read(body).object());
        List<RuleProblem> problems = rules.problems(rule, Optional.empty());
        RuleMatch match = problems.isEmpty()
                ? rules.match(rule).orElse(new RuleMatch(0, 0, 0, Map.of()))
                : new RuleMatch(0, 0, 0, Map.of());
        return new Count(rules.words(rule), problems, match.matching(), match.of(), match.revenue(), match.rfm());
    }

    private String who() {
        return caller.getUserPrincipal().getName();
    }

    private Rule shown(RuleDefinition definition) {
        return new Rule(
                definition.key(),
                definition.name(),
                definition.colour(),
                definition.tagged(),
                RuleJson.write(definition.rule()),
                rules.words(definition.rule()),
                rules.problems(definition.rule(), Optional.empty()),
                definition.changedBy(),
                definition.changedAt());
    }

    private static RuleDefinition kept(RuleAnswer answer, String key) {
        if (answer instanceof RuleAnswer.Kept kept) {
            return kept.definition();
        }
        if (answer instanceof RuleAnswer.Refused refused) {
            throw InvalidFields.exception(refused.problems().stream()
                    .map(problem -> new InvalidFields.Field(problem.path(), problem.text()))
                    .toList());
        }
        throw unknown(key);
    }

    private static RuleDraft draft(JsonObject json) {
        JsonBody body = new JsonBody(json);
        int colour = json.get("colour") instanceof JsonNumber number && number.isIntegral() ? number.intValue() : 0;
        return new RuleDraft(body.text("name").orElse(""), colour, body.flag("tagged"), rule(json));
    }

    private static SegmentRule rule(JsonObject json) {
        JsonValue rule = json.getOrDefault("rule", JsonValue.NULL);
        if (!(rule instanceof JsonObject object)) {
            throw Problem.exception(Status.BAD_REQUEST, "'rule' is no object: expected " + SHAPE + ".");
        }
        try {
            return RuleJson.read(object);
        } catch (RuleJson.Unreadable unreadable) {
            throw Problem.exception(Status.BAD_REQUEST, unreadable.getMessage());
        }
    }

    private static RuntimeException unknown(String key) {
        return Problem.notFound("There is no rule segment '" + key + "'. GET rules lists them.");
    }
}
