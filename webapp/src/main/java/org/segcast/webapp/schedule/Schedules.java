/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.schedule;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.CronTrigger;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.segcast.webapp.pipeline.Runs;

/** Starts runs on time; a change holds at once and is back after a restart. */
@ApplicationScoped
public class Schedules {
    private static final int FIELDS = 5;
    private static final Logger LOG = Logger.getLogger(Schedules.class.getName());
    private static final int LONGEST = 64;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private ScheduleStore store;

    @Inject
    private Runs runs;

    @Inject
    private Clock clock;

    private Optional<ScheduledFuture<?>> planned = Optional.empty();

    /** What became of a change. */
    public sealed interface Change {
        record Kept(RunSchedule schedule) implements Change {}

        /** What is wrong with either, or with both. */
        record Refused(Optional<String> cron, Optional<String> zone) implements Change {
            public String reason() {
                return Stream.concat(cron.stream(), zone.stream()).collect(Collectors.joining(" "));
            }
        }
    }

    /** Sets the timer as it was kept; called once when the server is up. */
    public synchronized void begin() {
        plan(store.current());
    }

    public RunSchedule current() {
        return store.current();
    }

    public synchronized Change change(String cron, String zone, boolean enabled) {
        Optional<String> wrongZone = zoneProblem(zone);
        Optional<String> wrongCron = cronProblem(cron, wrongZone.isPresent() ? "UTC" : zone);
        if (wrongCron.isPresent() || wrongZone.isPresent()) {
            return new Change.Refused(wrongCron, wrongZone);
        }
        RunSchedule schedule = new RunSchedule(cron.strip(), zone.strip(), enabled);
        store.keep(schedule);
        plan(schedule);
        return new Change.Kept(schedule);
    }

    /** The next start, where the schedule is on. */
    public Optional<ZonedDateTime> next() {
        RunSchedule schedule = store.current();
        return schedule.isEnabled()
                ? upcoming(schedule.getCron(), schedule.getZone(), 1).stream().findFirst()
                : Optional.empty();
    }

    /** The next few starts of a schedule that is well formed. */
    public List<ZonedDateTime> upcoming(String cron, String zone, int count) {
        CronTrigger trigger = new CronTrigger(cron.strip(), ZoneId.of(zone.strip()));
        ZonedDateTime from = ZonedDateTime.now(clock).withZoneSameInstant(ZoneId.of(zone.strip()));
        return Stream.iterate(following(trigger, from), at -> following(trigger, at))
                .limit(count)
                .toList();
    }

    private static ZonedDateTime following(CronTrigger trigger, ZonedDateTime after) {
        // the trigger counts the very moment it is given as due
        return trigger.getNextRunTime(null, after.plusSeconds(1));
    }

    private static Optional<String> zoneProblem(String zone) {
        if (zone.length() > LONGEST) {
            return Optional.of("A time zone has at most " + LONGEST + " characters.");
        }
        try {
            ZoneId.of(zone.strip());
            return Optional.empty();
        } catch (DateTimeException unknown) {
            return Optional.of("'" + zone + "' is no time zone: expected one like Europe/Berlin or UTC.");
        }
    }

    private Optional<String> cronProblem(String cron, String zone) {
        if (cron.length() > LONGEST) {
            return Optional.of("A schedule has at most " + LONGEST + " characters.");
        }
        try {
            // the container's trigger would take a sixth one, seconds, in front
            if (cron.strip().split("\\s+").length != FIELDS) {
                return Optional.of(malformed(cron));
            }
            return upcoming(cron, zone, 1).isEmpty() ? Optional.of("This schedule never comes due.") : Optional.empty();
        } catch (RuntimeException unreadable) {
            return Optional.of(malformed(cron));
        }
    }

    private static String malformed(String cron) {
        return "'" + cron
                + "' is no schedule: expected five fields, minute hour day month weekday, such as 0 3 * * * for every night at three.";
    }

    private void plan(RunSchedule schedule) {
        planned.ifPresent(task -> task.cancel(false));
        planned = schedule.isEnabled()
                ? Optional.of(executor.schedule(
                        this::due, new CronTrigger(schedule.getCron(), ZoneId.of(schedule.getZone()))))
                : Optional.empty();
    }

    /** Whatever goes wrong, the next start comes: the container gives up a task that throws. */
    private void due() {
        try {
            if (runs.start("schedule") instanceof Runs.Answer.Refused refused) {
                LOG.log(Level.WARNING, "The scheduled run did not start. {0}", refused.reason());
            }
        } catch (RuntimeException failure) {
            LOG.log(Level.SEVERE, "The scheduled run did not start; the next one is tried when it is due", failure);
        }
    }
}
