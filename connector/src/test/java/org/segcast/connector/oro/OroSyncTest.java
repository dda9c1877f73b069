/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.segcast.connector.spi.Records.contact;
import static org.segcast.connector.spi.Records.line;
import static org.segcast.connector.spi.Records.order;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.connector.mirror.DuckDbWarehouse;
import org.segcast.connector.mirror.Mirror;
import org.segcast.connector.mirror.MirrorCounts;
import org.segcast.connector.spi.HeldMarks;
import org.segcast.connector.spi.ListedChanges;
import org.segcast.connector.spi.ListedChanges.TagChange;
import org.segcast.connector.spi.OrderRecord.OrderState;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.ScoreMark;
import org.segcast.connector.spi.TagDefinition;
import org.segcast.connector.sync.Sync;
import org.segcast.connector.sync.SyncResult;
import org.segcast.connector.sync.SyncSettings;

/** A mirror that follows the stand-in. */
class OroSyncTest {
    private static final LocalDate LATE = LocalDate.parse("2100-01-01");
    private static final TagDefinition GOLD = new TagDefinition("gold", "Gold", 3);

    private final OroStandIn oro = new OroStandIn();
    private final OroSeeds seeds = new OroSeeds(oro);

    @TempDir
    Path folder;

    private DuckDbWarehouse warehouse;

    @BeforeEach
    void open() {
        warehouse = new DuckDbWarehouse(folder.resolve("warehouse.duckdb"), 200, 2);
        for (int i = 1; i <= 20; i++) {
            seeds.contact(contact(Integer.toString(i), "Contact " + i));
            seeds.order(
                    order(
                            "o" + i,
                            Integer.toString(i),
                            "2025-02-01",
                            "10",
                            OrderState.CONFIRMED,
                            List.of(line("Tent", "", "10"))),
                    i + "@example.org");
        }
    }

    @AfterEach
    void stop() {
        warehouse.close();
        oro.close();
    }

    private Mirror mirror() {
        return new Mirror(warehouse);
    }

    private SyncResult sync() {
        SyncSettings small = new SyncSettings(7, Duration.ofMinutes(10), 3, 2);
        try (OroCrm crm = seeds.open()) {
            return new Sync(crm, mirror(), small).run(oro.now(), ProgressListener.SILENT);
        }
    }

    @Test
    void changes_and_deletions_are_followed() {
        sync();
        assertEquals(new MirrorCounts(20, 20, 20), mirror().counts(LATE));
        oro.passes(Duration.ofDays(1));
        oro.records().need(new OroKey("contacts", "3")).change("lastName", "Byron", oro.now());
        oro.records()
                .need(new OroKey("orders", "4"))
                .change("internalStatus", Optional.of(new OroKey("orderinternalstatuses", "cancelled")), oro.now());
        oro.records().delete(new OroKey("contacts", "5"));
        oro.records().delete(new OroKey("orders", "5"));
        oro.records().entities(seeds.tag("No profiling")).add(new OroKey("contacts", "6"));
        sync();
        assertEquals(
                "Contact Byron",
                mirror().find("3", LATE).orElseThrow().contact().name());
        assertTrue(mirror().find("5", LATE).isEmpty());
        assertFalse(mirror().find("6", LATE).orElseThrow().contact().consent().profiling());
        assertEquals(19, mirror().counts(LATE).contacts());
    }

    @Test
    void an_oro_that_fails_at_every_second_request_is_read_and_written_as_a_healthy_one() {
        oro.limps();
        sync();
        assertEquals(new MirrorCounts(20, 20, 20), mirror().counts(LATE));
        Map<String, ScoreMark> scores = Map.of("1", new ScoreMark("Gold", 12, "why"));
        ListedChanges changes =
                new ListedChanges(List.of(new TagChange(GOLD, Set.of("1", "2"), Set.of())), scores, Set.of());
        try (OroCrm crm = seeds.open()) {
            assertEquals(3, crm.push(changes, ProgressListener.SILENT).written());
            assertEquals(new HeldMarks(Map.of("gold", Set.of("1", "2")), scores), HeldMarks.of(crm));
        }
    }

    @Test
    void won_and_lost_opportunities_of_contacts_are_engagement_until_they_are_opened_again() {
        OroEntry won = seeds.opportunity("won", Optional.of("3"), Optional.of("2025-04-01"));
        OroEntry lost = seeds.opportunity("lost", Optional.of("3"), Optional.of("2031-01-01"));
        seeds.opportunity("in_progress", Optional.of("3"), Optional.of("2025-04-01"));
        seeds.opportunity("won", Optional.empty(), Optional.of("2025-04-01"));
        sync();
        assertEquals(
                Set.of(
                        "won-" + won.key().id() + " LEAD_WON 2025-04-01",
                        "lost-" + lost.key().id() + " LEAD_LOST 2025-06-01"),
                engagement("3"),
                "a day that is still to come is the one planned, so the last change counts");
        oro.passes(Duration.ofDays(1));
        won.change("status", Optional.of(new OroKey("opportunitystatuses", "in_progress")), oro.now());
        sync();
        assertEquals(Set.of("lost-" + lost.key().id() + " LEAD_LOST 2025-06-01"), engagement("3"));
        assertEquals(0, sync().changed(), "what is read again is recognised");
    }

    @Test
    void closed_opportunities_that_the_user_may_see_only_later_are_read_then() {
        OroEntry won = seeds.opportunity("won", Optional.of("3"), Optional.of("2025-04-01"));
        oro.deny("opportunities");
        sync();
        assertEquals(Set.of(), engagement("3"));
        oro.allow("opportunities");
        oro.passes(Duration.ofDays(1));
        sync();
        assertEquals(Set.of("won-" + won.key().id() + " LEAD_WON 2025-04-01"), engagement("3"));
    }

    @Test
    void an_oro_without_opportunities_has_no_engagement() {
        oro.withoutResource("opportunities");
        assertEquals(20, sync().contactsRead());
    }

    private SyncResult later() {
        oro.passes(Duration.ofDays(1));
        return sync();
    }

    private OroEntry mail(String kind, String contact, String at) {
        return seeds.mail(kind, new OroKey("contacts", contact), at);
    }

    @Test
    void mails_of_campaigns_that_were_sent_opened_and_clicked_are_engagement() {
        mail("send", "3", "2025-05-01T08:00:00Z");
        mail("open", "3", "2025-05-01T09:00:00Z");
        mail("click", "3", "2025-05-01T09:01:00Z");
        mail("hard_bounce", "4", "2025-05-01T08:00:00Z");
        sync();
        assertEquals(
                Set.of(
                        "send-1 MAIL_SENT 2025-05-01",
                        "open-2 MAIL_OPENED 2025-05-01",
                        "click-3 MAIL_CLICKED 2025-05-01"),
                engagement("3"));
        assertEquals(Set.of(), engagement("4"));
    }

    @Test
    void of_mails_only_new_ones_are_read_and_one_that_arrives_late_is_found_by_its_id() {
        mail("send", "3", "2025-05-01T08:00:00Z");
        sync();
        oro.passes(Duration.ofDays(1));
        mail("open", "3", "2025-06-01T23:00:00Z");
        mail("open", "4", "2025-05-02T08:00:00Z");
        oro.forgetAsked();
        sync();
        assertTrue(
                oro.asked().stream()
                        .anyMatch(
                                asked -> asked.contains("marketingactivities") && asked.contains("[actionDate][gte]")),
                oro.asked()::toString);
        assertEquals(Set.of("send-1 MAIL_SENT 2025-05-01", "open-2 MAIL_OPENED 2025-06-01"), engagement("3"));
        assertEquals(Set.of("open-3 MAIL_OPENED 2025-05-02"), engagement("4"));
        assertEquals(0, later().changed(), "nothing is told twice");
    }

    @Test
    void a_mail_that_was_deleted_goes() {
        OroEntry sent = mail("send", "3", "2025-05-01T08:00:00Z");
        mail("send", "4", "2025-05-01T08:00:00Z");
        sync();
        oro.records().delete(sent.key());
        later();
        assertEquals(Set.of(), engagement("3"));
        assertEquals(Set.of("send-2 MAIL_SENT 2025-05-01"), engagement("4"));
    }

    @Test
    void a_mail_to_somebody_who_is_no_contact_is_listed_once_and_not_asked_for_again() {
        seeds.mail("send", new OroKey("leads", "1"), "2025-05-01T08:00:00Z");
        assertEquals("send-1", sync().rejected().get(0).id());
        oro.passes(Duration.ofDays(1));
        oro.forgetAsked();
        assertEquals(0, sync().rejectedCount());
        assertEquals(
                2,
                oro.asked().stream()
                        .filter(asked -> asked.contains("marketingactivities"))
                        .count(),
                () -> "one read of changes and one count: " + oro.asked());
    }

    @Test
    void an_oro_without_campaigns_tells_its_opportunities_all_the_same() {
        oro.withoutResource("marketingactivities");
        OroEntry won = seeds.opportunity("won", Optional.of("3"), Optional.of("2025-04-01"));
        sync();
        assertEquals(Set.of("won-" + won.key().id() + " LEAD_WON 2025-04-01"), engagement("3"));
        try (OroCrm crm = seeds.open()) {
            assertTrue(crm.check().toString().contains("mails of campaigns are left out"));
            assertTrue(crm.check().ok());
        }
    }

    private Set<String> engagement(String contact) {
        return new Mirror(warehouse)
                .find(contact, LATE).orElseThrow().engagements().stream()
                        .map(one -> one.id() + " " + one.kind() + " " + one.at().toLocalDate())
                        .collect(Collectors.toSet());
    }
}
