/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.segcast.connector.mirror.MirrorCounts;
import org.segcast.webapp.connection.Connections;
import org.segcast.webapp.pipeline.RunJournal;
import org.segcast.webapp.pipeline.RunState;
import org.segcast.webapp.pipeline.Runs;
import org.segcast.webapp.security.Role;
import org.segcast.webapp.settings.Version;
import org.segcast.webapp.warehouse.Warehouse;

/** Where the server stands. */
@RequestScoped
@Path("status")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.VIEWER)
@Tag(name = "Status")
public class StatusResource {
    @Inject
    private Connections connections;

    @Inject
    private Runs runs;

    @Inject
    private RunJournal journal;

    @Inject
    private Warehouse warehouse;

    public record LastRun(long id, RunState state) {}

    /** @param customers contacts with a confirmed order up to {@code asOf} */
    public record Status(
            String version,
            String crm,
            LocalDate asOf,
            long contacts,
            long customers,
            long orders,
            Optional<LastRun> lastRun) {}

    @GET
    @Operation(summary = "What is connected, how much of it was copied, and the last run")
    public Status status() {
        MirrorCounts counts = warehouse.mirror().counts(runs.today());
        return new Status(
                Version.TEXT,
                connections.describe(),
                runs.today(),
                counts.contacts(),
                counts.customers(),
                counts.orders(),
                journal.latest().map(run -> new LastRun(run.getId(), run.getState())));
    }
}
