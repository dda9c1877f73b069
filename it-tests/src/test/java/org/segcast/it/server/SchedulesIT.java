/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.segcast.it.Patience;
import org.segcast.webapp.pipeline.Run;
import org.segcast.webapp.pipeline.RunJournal;
import org.segcast.webapp.schedule.RunSchedule;
import org.segcast.webapp.schedule.Schedules;

/** The schedule, with the server's own clock and timer. */
@ArquillianTest
class SchedulesIT {
    private static final ZoneId NEPAL = ZoneId.of("Asia/Kathmandu");

    @Inject
    Schedules schedules;

    @Inject
    RunJournal journal;

    @Deployment
    static WebArchive segcast() {
        return Deployed.withTests();
    }

    @AfterEach
    void off() {
        schedules.change("0 3 * * *", "UTC", false);
    }

    @Test
    void a_change_is_kept_and_its_next_start_is_right() {
        assertInstanceOf(Schedules.Change.Kept.class, schedules.change(" 30 4 * * 1 ", "Asia/Kathmandu", true));
        RunSchedule kept = schedules.current();
        assertEquals("30 4 * * 1", kept.getCron());
        assertEquals("Asia/Kathmandu", kept.getZone());
        assertTrue(kept.isEnabled());
        ZonedDateTime next = schedules.next().orElseThrow().withZoneSameInstant(NEPAL);
        ZonedDateTime now = ZonedDateTime.now(NEPAL);
        assertEquals("MONDAY 04:30", next.getDayOfWeek() + " " + next.toLocalTime());
        assertTrue(next.isAfter(now) && next.isBefore(now.plusDays(7).plusMinutes(1)), next.toString());
    }

    @Test
    void a_schedule_that_is_off_has_no_next_start() {
        schedules.change("0 3 * * *", "UTC", false);
        assertEquals(Optional.empty(), schedules.next());
    }

    @Test
    void a_bad_schedule_or_zone_is_refused_in_words_and_changes_nothing() {
        schedules.change("15 2 * * *", "UTC", true);
        assertRefused("every night", "UTC", "'every night' is no schedule: expected five fields");
        assertRefused("61 * * * *", "UTC", "'61 * * * *' is no schedule");
        assertRefused("0 3 * *", "UTC", "'0 3 * *' is no schedule");
        assertRefused("0 0 3 * * *", "UTC", "'0 0 3 * * *' is no schedule");
        assertRefused("", "UTC", "'' is no schedule");
        assertRefused("0 3 * * *", "Mars/Olympus", "'Mars/Olympus' is no time zone: expected one like Europe/Berlin");
        assertRefused("0 3 * * *", "", "'' is no time zone");
        assertEquals("15 2 * * *", schedules.current().getCron());
        assertTrue(schedules.next().isPresent());
    }

    private void assertRefused(String cron, String zone, String words) {
        Schedules.Change.Refused refused =
                assertInstanceOf(Schedules.Change.Refused.class, schedules.change(cron, zone, true), cron);
        assertTrue(refused.reason().startsWith(words), refused.reason());
    }

    @Test
    void a_run_starts_when_it_is_due() {
        Patience.until("an idle server", Duration.ofMinutes(4), journal::active, Optional::isEmpty);
        schedules.change("* * * * *", "UTC", true);
        Run scheduled = Patience.until(
                        "the minute to turn",
                        Duration.ofSeconds(90),
                        () -> journal.latest().filter(run -> run.getStartedBy().equals("schedule")),
                        Optional::isPresent)
                .orElseThrow();
        schedules.change("0 3 * * *", "UTC", false);
        assertFalse(schedules.next().isPresent());
        Patience.until("its end", Duration.ofMinutes(4), journal::active, Optional::isEmpty);
        assertEquals("schedule", scheduled.getStartedBy());
    }
}
