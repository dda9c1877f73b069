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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.segcast.predictive.study.StudyFile;
import org.segcast.webapp.security.Role;
import org.segcast.webapp.study.Study;
import org.segcast.webapp.study.StudyBook;
import org.segcast.webapp.study.StudyDraft;

/** The study at hand: an objective and the de-identified sample drawn for it. */
@RequestScoped
@Path("study")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.VIEWER)
@Tag(name = "Study")
public class StudyResource {
    @Inject
    private StudyBook book;

    @Context
    private SecurityContext caller;

    @GET
    @Operation(summary = "The objective, the sample by stratum, and what of it may be told")
    public JsonObject study() {
        Study study = book.current().orElseThrow(StudyResource::none);
        StudyFile file = book.file().orElseThrow(StudyResource::none);
        JsonArrayBuilder strata = Json.createArrayBuilder();
        study.strata()
                .forEach(stratum -> strata.add(Json.createObjectBuilder()
                        .add("name", stratum.name())
                        .add("people", stratum.people())
                        .add("wanted", stratum.wanted())));
        JsonObjectBuilder answer = Json.createObjectBuilder()
                .add("objective", study.draft().objective())
                .add("strata", study.draft().strata())
                .add("confidence", study.draft().confidence())
                .add("margin", study.draft().margin())
                .add("seed", study.draft().seed())
                .add("asOf", study.asOf().toString())
                .add("drawnBy", study.drawnBy())
                .add("drawnAt", study.drawnAt().toString())
                .add("people", study.people())
                .add("wanted", study.wanted())
                .add("told", file.size())
                .add("hidden", file.told().hidden())
                .add("leftOut", file.told().leftOut())
                .add("smallestGroup", file.told().smallestGroup())
                .add("coarseness", file.told().coarseness().name())
                .add("sample", strata);
        study.research()
                .ifPresent(research -> answer.add(
                        "research",
                        Json.createObjectBuilder()
                                .add("key", research.key().key())
                                .add("columns", Json.createArrayBuilder(research.columns()))
                                .add("rows", research.rows().size())
                                .add("joined", file.joined())));
        return answer.build();
    }

    @PUT
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(summary = "Draws a sample, in place of the one before; pseudonyms are new")
    @RequestBody(
            description =
                    "objective (text), strata (rfm, country, age_band, gender, industry, zip_area or empty; rfm where left"
                            + " out), confidence (90, 95 or 99 percent; 95), margin (0.5 to 20 points; 5), seed (whole number; 1)")
    public JsonObject draw(String body) {
        JsonBody json = JsonBody.read(body);
        StudyDraft usual = StudyDraft.USUAL;
        StudyDraft draft = new StudyDraft(
                json.text("objective").orElse("").strip(),
                json.text("strata").orElse(usual.strata()),
                (int) number(json, "confidence", usual.confidence()),
                number(json, "margin", usual.margin()),
                (long) number(json, "seed", usual.seed()));
        List<StudyDraft.Problem> problems =
                book.draw(draft, caller.getUserPrincipal().getName());
        if (!problems.isEmpty()) {
            throw InvalidFields.exception(problems.stream()
                    .map(problem -> new InvalidFields.Field(problem.field(), problem.text()))
                    .toList());
        }
        return study();
    }

    @PUT
    @Path("research")
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(summary = "Joins market research to the sample, in place of the one before")
    @RequestBody(
            description =
                    "table: a CSV file or a page in HTML, in which one column of a table is headed country, age band,"
                            + " gender, industry or zip area")
    public JsonObject join(String body) {
        book.join(JsonBody.read(body).text("table").orElse("")).ifPresent(problem -> {
            throw Problem.exception(Status.BAD_REQUEST, problem);
        });
        return study();
    }

    @DELETE
    @Path("research")
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(summary = "Takes the market research away")
    public void takeResearchAway() {
        book.takeResearchAway();
    }

    @DELETE
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(summary = "Forgets the study, its sample and the key of its pseudonyms")
    public void remove() {
        book.remove();
    }

    @GET
    @Path("sample.csv")
    @Produces("text/csv")
    @Operation(
            summary =
                    "The sample without names: pseudonym, bands that at least five share, segment, fifths, market research")
    public Response sample() {
        StudyFile file = book.file().orElseThrow(StudyResource::none);
        book.trouble().ifPresent(locked -> {
            throw Problem.exception(Status.CONFLICT, locked);
        });
        return CsvAnswer.of("sample.csv", out -> book.write(file, out));
    }

    private static double number(JsonBody json, String name, double usual) {
        JsonValue told = json.object().getOrDefault(name, JsonValue.NULL);
        if (told == JsonValue.NULL) {
            return usual;
        }
        if (told instanceof JsonNumber number) {
            return number.doubleValue();
        }
        throw Problem.exception(Status.BAD_REQUEST, "'" + name + "' is no number.");
    }

    private static WebApplicationException none() {
        return Problem.notFound("There is no study. PUT study draws a sample.");
    }
}
