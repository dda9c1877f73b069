/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.segcast.webapp.schedule.RunSchedule;
import org.segcast.webapp.schedule.Schedules;
import org.segcast.webapp.security.Role;

/** When runs start by themselves. */
@RequestScoped
@Path("schedule")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.VIEWER)
@Tag(name = "Schedule")
public class ScheduleResource {
    @Inject
    private Schedules schedules;

    /** @param cron minute hour day month weekday */
    public record Schedule(String cron, String zone, boolean enabled, Optional<Instant> next) {
        public Schedule {
            next = next == null ? Optional.empty() : next;
        }
    }

    @GET
    @Operation(summary = "The schedule and its next start")
    public Schedule current() {
        return shown(schedules.current());
    }

    @PUT
    @RolesAllowed(Role.Names.MARKETER)
    @Operation(summary = "Changes the schedule; it holds at once")
    public Schedule change(Schedule wanted) {
        if (wanted == null || wanted.cron() == null || wanted.zone() == null) {
            throw Problem.exception(
                    Status.BAD_REQUEST,
                    "Expected {\"cron\": \"0 3 * * *\", \"zone\": \"Europe/Berlin\", \"enabled\": true}.");
        }
        if (schedules.change(wanted.cron(), wanted.zone(), wanted.enabled())
                instanceof Schedules.Change.Refused refused) {
            throw Problem.exception(Status.BAD_REQUEST, refused.reason());
        }
        return current();
    }

    private Schedule shown(RunSchedule schedule) {
        return new Schedule(
                schedule.getCron(),
                schedule.getZone(),
                schedule.isEnabled(),
                schedules.next().map(java.time.ZonedDateTime::toInstant));
    }
}
