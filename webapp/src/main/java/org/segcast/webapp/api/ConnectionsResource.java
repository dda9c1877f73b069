/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.segcast.connector.spi.CrmField;
import org.segcast.webapp.connection.ConnectionBook;
import org.segcast.webapp.connection.ConnectionBook.Change;
import org.segcast.webapp.connection.ConnectionDraft;
import org.segcast.webapp.connection.ConnectionTrials;
import org.segcast.webapp.connection.CrmConnection;
import org.segcast.webapp.connection.HostKind;
import org.segcast.webapp.connection.HostSetting;
import org.segcast.webapp.pipeline.RunJournal;
import org.segcast.webapp.security.Role;

/** All connections. Secrets go in and never come out. */
@RequestScoped
@Path("connections")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.VIEWER)
@Tag(name = "Connections")
public class ConnectionsResource {
    private static final int RECENT = 50;

    @Inject
    private ConnectionBook book;

    @Inject
    private ConnectionTrials trials;

    @Inject
    private RunJournal journal;

    public record Kind(String key, String label, String about, List<HostSetting> settings) {}

    @GET
    @Operation(summary = "All connections, without their secrets")
    public List<ConnectionAnswer> all() {
        return book.all().stream().map(ConnectionAnswer::of).toList();
    }

    @GET
    @Path("kinds")
    @Operation(summary = "The kinds of CRM and the settings that each asks for")
    public List<Kind> kinds() {
        return book.kinds().stream().map(ConnectionsResource::kind).toList();
    }

    private static Kind kind(HostKind kind) {
        return new Kind(kind.key(), kind.label(), kind.about(), kind.settings());
    }

    @POST
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(
            summary =
                    "Adds a connection: {name, kind, settings: {...}, asOf, push}; 400 tells every problem with its field")
    public Response add(String body, @Context SecurityContext caller, @Context UriInfo here) {
        return answer(
                book.add(draft(body, Optional.empty()), name(caller)),
                id -> Response.created(here.getBaseUriBuilder()
                                .path("connections/{id}")
                                .build(id))
                        .entity(ConnectionAnswer.of(find(id)))
                        .build());
    }

    @GET
    @Path("{id:\\d+}")
    @Operation(summary = "One connection, without its secrets")
    public ConnectionAnswer one(@PathParam("id") long id) {
        return ConnectionAnswer.of(find(id));
    }

    @PUT
    @Path("{id:\\d+}")
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(
            summary =
                    "Changes a connection. What is left out stays; settings replace all that are not secret, and a secret that is left out or empty stays. 409 in use while a run is going")
    public Response change(@PathParam("id") long id, String body, @Context SecurityContext caller) {
        CrmConnection before = find(id);
        return answer(
                book.change(id, draft(body, Optional.of(before)), name(caller)),
                same -> Response.ok(ConnectionAnswer.of(find(same))).build());
    }

    @DELETE
    @Path("{id:\\d+}")
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(
            summary =
                    "Removes a connection that is not in use. confirm: its name; data=true: also the copy of its CRM and what was inferred")
    public Response remove(
            @PathParam("id") long id,
            @QueryParam("confirm") @DefaultValue("") String confirm,
            @QueryParam("data") @DefaultValue("false") boolean data,
            @Context SecurityContext caller) {
        find(id);
        return answer(
                book.remove(id, confirm, data, name(caller)),
                gone -> Response.noContent().build());
    }

    @GET
    @Path("{id:\\d+}/fields")
    @Operation(
            summary =
                    "The fields of contacts that the CRM has, with type and coverage; none where they can't be chosen")
    public List<CrmField> fields(@PathParam("id") long id) {
        find(id);
        return trials.fields(id).all();
    }

    @PUT
    @Path("{id:\\d+}/fields")
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(
            summary =
                    "Chooses the fields that are read from the next full resync on: {fields: [names]}, none for the usual ones")
    public Response chooseFields(@PathParam("id") long id, String body, @Context SecurityContext caller) {
        find(id);
        return answer(
                book.chooseFields(id, JsonBody.read(body).list("fields"), name(caller)),
                same -> Response.ok(ConnectionAnswer.of(find(same))).build());
    }

    @GET
    @Path("{id:\\d+}/syncs")
    @Operation(
            summary =
                    "What the latest 50 syncs with this CRM did, newest first; the run's rejected records have reasons")
    public List<SyncAnswer> syncs(@PathParam("id") long id) {
        return journal.syncs(find(id).source(), RECENT).stream()
                .map(SyncAnswer::of)
                .toList();
    }

    @POST
    @Path("{id:\\d+}/test")
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(summary = "Tries a connection and says in words what holds and what does not")
    public CheckAnswer test(@PathParam("id") long id) {
        find(id);
        return CheckAnswer.of(trials.test(id));
    }

    @POST
    @Path("test")
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(summary = "Tries a connection that is not kept: the body is as for adding one")
    public CheckAnswer testDraft(String body) {
        return CheckAnswer.of(trials.test(draft(body, Optional.empty()), Optional.empty()));
    }

    @POST
    @Path("{id:\\d+}/use")
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(summary = "Runs, pages and the schedule are about this connection from now on; 409 while a run is going")
    public Response use(@PathParam("id") long id, @Context SecurityContext caller) {
        find(id);
        return answer(
                book.use(id, name(caller)),
                same -> Response.ok(ConnectionAnswer.of(find(same))).build());
    }

    @POST
    @Path("rotate-key")
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(summary = "Makes a new key and seals all secrets with it; 409 where the key is set outside")
    public Response rotateKey(@Context SecurityContext caller) {
        return answer(book.changeKey(name(caller)), none -> Response.noContent().build());
    }

    private CrmConnection find(long id) {
        return book.find(id).orElseThrow(() -> Problem.notFound("There is no connection " + id + "."));
    }

    private static String name(SecurityContext caller) {
        return caller.getUserPrincipal().getName();
    }

    private static Response answer(Change change, LongFunction<Response> done) {
        if (change instanceof Change.Done made) {
            return done.apply(made.id());
        }
        if (change instanceof Change.Invalid invalid) {
            return InvalidFields.response(invalid.problems());
        }
        return Problem.response(Status.CONFLICT, ((Change.Refused) change).reason());
    }

    private static ConnectionDraft draft(String text, Optional<CrmConnection> before) {
        JsonBody body = JsonBody.read(text);
        return new ConnectionDraft(
                body.text("name")
                        .orElseGet(() -> before.map(CrmConnection::name).orElse("")),
                body.text("kind")
                        .orElseGet(() -> before.map(kept -> kept.kind().key()).orElse("")),
                body.has("settings")
                        ? body.texts("settings")
                        : before.map(CrmConnection::shown).orElse(Map.of()),
                body.text("asOf")
                        .or(() -> before.flatMap(CrmConnection::asOf).map(Object::toString))
                        .orElse(""),
                body.text("push")
                        .or(() -> before.map(kept -> kept.push().name()))
                        .orElse(""));
    }
}
