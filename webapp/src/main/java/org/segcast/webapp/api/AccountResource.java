/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.segcast.webapp.security.Accounts;
import org.segcast.webapp.security.Role;

/** Accounts, for admins, and everybody's own access tokens. */
@RequestScoped
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class AccountResource {
    @Inject
    private Accounts accounts;

    public record AccountLine(String name, String role) {}

    /** @param password generated and answered once where absent */
    public record NewAccount(String name, String role, String password) {}

    public record NewToken(String label) {}

    /** Shown once. */
    public record Issued(String secret) {}

    @GET
    @Path("accounts")
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(summary = "All accounts")
    public List<AccountLine> all() {
        return accounts.all().stream()
                .map(account ->
                        new AccountLine(account.getName(), account.getRole().key()))
                .toList();
    }

    @POST
    @Path("accounts")
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(summary = "Makes an account")
    public Response create(NewAccount wanted) {
        if (wanted == null || wanted.name() == null || wanted.role() == null) {
            return Problem.response(
                    Status.BAD_REQUEST,
                    "Expected {\"name\": \"...\", \"role\": \"viewer\"}, with role viewer, marketer or admin.");
        }
        Role role = Role.of(wanted.role())
                .orElseThrow(() -> Problem.exception(
                        Status.BAD_REQUEST, "There is no such role: expected viewer, marketer or admin."));
        return answer(accounts.create(wanted.name(), role, Optional.ofNullable(wanted.password())));
    }

    @DELETE
    @Path("accounts/{name}")
    @RolesAllowed(Role.Names.ADMIN)
    @Operation(summary = "Removes an account and its tokens")
    public Response remove(@PathParam("name") String name) {
        return accounts.remove(name) instanceof Accounts.Change.Refused refused
                ? Problem.response(Status.CONFLICT, refused.reason())
                : Response.noContent().build();
    }

    @POST
    @Path("tokens")
    @RolesAllowed(Role.Names.VIEWER)
    @Operation(
            summary = "Issues a bearer token for the caller's account; it is answered once and runs out after a year")
    public Response issue(NewToken wanted, @Context SecurityContext caller) {
        String label = wanted == null || wanted.label() == null ? "" : wanted.label();
        return answer(accounts.issueToken(caller.getUserPrincipal().getName(), label));
    }

    private static Response answer(Accounts.Change change) {
        if (change instanceof Accounts.Change.Refused refused) {
            return Problem.response(Status.CONFLICT, refused.reason());
        }
        return Response.status(Status.CREATED)
                .entity(new Issued(((Accounts.Change.Done) change).secret()))
                .build();
    }
}
