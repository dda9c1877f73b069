/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.segcast.connector.spi.Records.at;
import static org.segcast.connector.spi.Records.contact;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.connector.mirror.MirrorCounts;
import org.segcast.connector.spi.Capability;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.EngagementKind;
import org.segcast.connector.spi.EngagementRecord;
import org.segcast.connector.spi.FakeCrm;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.Records;

/** What is gone from the CRM goes from the mirror, and what came into sight comes in, at a cost that grows with either. */
class ReconciliationTest {
    private static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");

    @TempDir
    Path folder;

    private SyncFixture fixture;
    private final FakeCrm crm = new FakeCrm(Capability.READS_CHANGES, Capability.COUNTS_IDS);

    @BeforeEach
    void sixteen_contacts() {
        fixture = new SyncFixture(folder);
        for (int i = 1; i <= 16; i++) {
            crm.with(at(NOON, contact(Integer.toString(i * 10), "C" + i)));
        }
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void nothing_deleted_costs_one_count_for_each_series_that_has_records() {
        crm.with(
                at(NOON, Records.order("7", "10", "2025-01-01", "5")),
                at(NOON, Records.order("pos-7", "10", "2025-01-01", "6")));
        sync("12:01");
        crm.asked().clear();
        assertEquals(0, sync("13:00").deleted());
        assertEquals(3, crm.asked().size(), crm.asked().toString());
        assertTrue(crm.asked().containsAll(List.of("count CONTACT ", "count ORDER ", "count ORDER pos-")));
    }

    @Test
    void only_ranges_that_differ_are_listed() {
        sync("12:01");
        crm.delete("70");
        crm.asked().clear();
        assertEquals(1, sync("13:00").deleted());
        assertEquals(15, fixture.counts().contacts());
        assertEquals(1, listed("ids CONTACT "), "ranges of two are listed, not halved: " + crm.asked());
        assertEquals(
                8,
                listed("count CONTACT "),
                "whole, up to the greatest known, then both halves at each of three levels");
    }

    @Test
    void first_and_last_and_all_can_be_deleted() {
        sync("12:01");
        crm.delete("10");
        crm.delete("160");
        assertEquals(2, sync("13:00").deleted());
        for (int i = 2; i < 16; i++) {
            crm.delete(Integer.toString(i * 10));
        }
        assertEquals(14, sync("14:00").deleted());
        assertEquals(0, fixture.counts().contacts());
        assertEquals(0, sync("15:00").deleted());
    }

    @Test
    void a_deletion_and_an_insertion_do_not_make_up_for_each_other() {
        sync("12:01");
        crm.delete("70");
        crm.with(at(NOON.plusSeconds(60), contact("170", "new")));
        assertEquals(1, sync("13:00").deleted());
        assertEquals(16, fixture.counts().contacts());
    }

    @Test
    void one_that_comes_into_sight_hides_a_deletion_no_longer_than_until_it_is_read() {
        sync("12:01");
        crm.delete("70");
        crm.with(at(NOON.minusSeconds(86_400), contact("75", "came into sight without being read")));
        assertEquals(0, sync("13:00").deleted());
        crm.with(at(NOON.plusSeconds(7200), contact("75", "read now")));
        assertEquals(1, sync("14:10").deleted());
        assertEquals(16, fixture.counts().contacts());
    }

    @Test
    void what_comes_into_sight_with_an_old_stamp_is_read() {
        crm.with(order("20", "10", "2025-01-01"), order("40", "10", "2025-01-02"));
        sync("12:01");
        crm.with(old(contact("5", "below")), old(contact("165", "above")));
        crm.with(order("30", "10", "2025-01-02"));
        sync("13:00");
        assertEquals(1, listed("contacts [165, 5]"), crm.asked().toString());
        assertEquals(1, listed("orders [30]"), crm.asked().toString());
        crm.with(old(contact("25", "between")));
        sync("14:00");
        assertEquals(1, listed("contacts [25]"), crm.asked().toString());
        assertEquals(new MirrorCounts(19, 1, 3), fixture.counts());
        assertEquals("between", fixture.name("25"));
        crm.asked().clear();
        assertEquals(0, sync("15:00").changed());
        assertEquals(2, crm.asked().size(), "found once, then one count for each series: " + crm.asked());
    }

    @Test
    void where_very_many_come_into_sight_all_are_read_anew() {
        sync("12:01");
        crm.delete("70");
        for (int i = 1; i <= 16; i++) {
            crm.with(old(contact(Integer.toString(i * 10 + 5), "D" + i)));
        }
        crm.asked().clear();
        sync("13:00");
        assertEquals(31, fixture.counts().contacts());
        assertEquals(
                0,
                crm.asked().stream().filter(call -> call.startsWith("ids")).count(),
                crm.asked().toString());
        assertEquals(0, sync("14:00").changed());
    }

    @Test
    void a_series_that_was_closed_is_read_from_its_beginning_once_it_is_open() {
        crm.with(order("7", "10", "2025-01-01"), order("pos-7", "20", "2025-01-02"));
        crm.tillsClosed(true);
        sync("12:01");
        assertEquals(1, fixture.counts().orders());
        crm.tillsClosed(false);
        sync("13:00");
        assertEquals(2, fixture.counts().orders());
        crm.requests().clear();
        sync("14:00");
        assertTrue(crm.requests().stream()
                .limit(3)
                .allMatch(read -> read.changedSince().isPresent()));
    }

    private static ContactRecord old(ContactRecord contact) {
        return at(NOON.minusSeconds(86_400), contact);
    }

    private static OrderRecord order(String id, String contact, String day) {
        return at(NOON.minusSeconds(86_400), Records.order(id, contact, day, "5"));
    }

    @Test
    void series_are_compared_apart() {
        crm.with(
                at(NOON, Records.order("7", "10", "2025-01-01", "5")),
                at(NOON, Records.order("pos-7", "10", "2025-01-01", "6")),
                at(NOON, Records.order("refund-7", "10", "2025-01-01", "7")));
        sync("12:01");
        crm.delete("pos-7");
        assertEquals(1, sync("13:00").deleted());
        assertEquals(
                List.of("refund-7", "7"),
                fixture.mirror().find("10", java.time.LocalDate.parse("2025-12-31")).orElseThrow().orders().stream()
                        .map(order -> order.id())
                        .toList());
    }

    @Test
    void engagements_are_followed_too() {
        crm.with(mail("mail-1"), mail("mail-2"));
        sync("12:01");
        crm.delete("mail-1");
        assertEquals(1, sync("13:00").deleted());
        assertEquals(
                List.of("mail-2"),
                fixture
                        .mirror()
                        .find("10", java.time.LocalDate.parse("2025-12-31"))
                        .orElseThrow()
                        .engagements()
                        .stream()
                        .map(EngagementRecord::id)
                        .toList());
    }

    @Test
    void a_crm_that_may_give_ids_again_has_its_ids_listed() {
        FakeCrm listing =
                new FakeCrm(Capability.READS_CHANGES).with(at(NOON, contact("1", "A")), at(NOON, contact("2", "B")));
        fixture.sync(listing, "2025-06-01T12:01:00Z");
        listing.delete("1");
        listing.asked().clear();
        assertEquals(1, fixture.sync(listing, "2025-06-01T13:00:00Z").deleted());
        assertEquals(List.of("ids CONTACT "), listing.asked());
    }

    @Test
    void a_contact_deleted_and_made_again_under_its_id_is_read_anew_where_ids_are_listed() {
        FakeCrm listing =
                new FakeCrm(Capability.READS_CHANGES).with(at(NOON, contact("1", "A")), at(NOON, contact("2", "B")));
        fixture.sync(listing, "2025-06-01T12:01:00Z");
        listing.delete("1");
        fixture.sync(listing, "2025-06-01T13:00:00Z");
        listing.with(at(NOON.plusSeconds(7200), contact("1", "again")));
        fixture.sync(listing, "2025-06-01T14:00:00Z");
        assertEquals("again", fixture.name("1"));
    }

    @Test
    void orders_of_a_contact_that_was_merged_into_another_end_up_there() {
        crm.with(
                at(NOON, Records.order("7", "10", "2025-01-01", "5")),
                at(NOON, Records.order("8", "10", "2025-01-02", "6")));
        crm.with(at(NOON.plusSeconds(1800), Records.order("9", "30", "2025-01-01", "5")));
        sync("12:31");
        crm.delete("10");
        crm.with(
                at(NOON, Records.order("7", "20", "2025-01-01", "5")),
                at(NOON, Records.order("8", "20", "2025-01-02", "6")));
        crm.asked().clear();
        sync("13:00");
        assertEquals(new MirrorCounts(15, 2, 3), fixture.counts());
        assertEquals(1, listed("orders [7, 8]"));
        crm.asked().clear();
        sync("14:00");
        assertEquals(0, listed("orders [7, 8]"), "asked once: " + crm.asked());
    }

    @Test
    void an_order_fetched_just_before_its_contact_was_merged_into_another_ends_up_there() {
        crm.with(at(NOON.plusSeconds(1800), Records.order("7", "10", "2025-01-01", "5")));
        sync("12:31");
        crm.with(at(NOON.plusSeconds(3500), Records.order("7", "10", "2025-01-01", "6")));
        crm.beforeContacts(() -> {
            crm.delete("10");
            crm.with(at(NOON.plusSeconds(3500), Records.order("7", "20", "2025-01-01", "6")));
        });
        assertEquals(List.of(), sync("13:00").rejected());
        assertEquals(new MirrorCounts(15, 1, 1), fixture.counts());
    }

    @Test
    void engagement_of_a_contact_that_was_merged_into_another_ends_up_there() {
        crm.with(mail("mail-1"), mail("mail-2"), later("mail-3"));
        sync("12:31");
        assertEquals(2, engagementsOf("10"));
        crm.delete("10");
        crm.with(mailTo("20", "mail-1"), mailTo("20", "mail-2"));
        crm.asked().clear();
        sync("13:00");
        assertEquals(2, engagementsOf("20"));
        assertEquals(1, listed("engagements [mail-1, mail-2]"));
        crm.asked().clear();
        sync("14:00");
        assertEquals(0, listed("engagements [mail-1, mail-2]"), "asked once: " + crm.asked());
    }

    /** So that the cursor moves beyond the others. */
    private static EngagementRecord later(String id) {
        EngagementRecord mail = mailTo("11", id);
        return new EngagementRecord(id, mail.contactId(), mail.kind(), mail.at(), Optional.of(NOON.plusSeconds(1800)));
    }

    private int engagementsOf(String contact) {
        int[] found = {0};
        fixture.mirror().stream(LocalDate.parse("2100-01-01"), history -> {
            if (history.contactId().equals(contact)) {
                found[0] = history.engagements().size();
            }
        });
        return found[0];
    }

    @Test
    void orders_that_went_with_their_contact_are_not_asked_for() {
        crm.with(at(NOON, Records.order("7", "10", "2025-01-01", "5")));
        sync("12:01");
        crm.delete("10");
        crm.delete("7");
        crm.asked().clear();
        assertEquals(2, sync("13:00").deleted());
        assertTrue(
                crm.asked().stream().noneMatch(call -> call.startsWith("orders")),
                crm.asked().toString());
    }

    @Test
    void the_total_is_known_while_a_first_read_goes_on() {
        List<Long> totals = new java.util.ArrayList<>();
        fixture.sync(crm, "2025-06-01T12:01:00Z", (done, total) -> totals.add(total));
        assertEquals(16L, totals.get(0));
    }

    private static EngagementRecord mail(String id) {
        return mailTo("10", id);
    }

    private static EngagementRecord mailTo(String contact, String id) {
        return new EngagementRecord(
                id, contact, EngagementKind.MAIL_OPENED, LocalDateTime.parse("2025-05-01T10:00"), Optional.of(NOON));
    }

    private long listed(String call) {
        return crm.asked().stream().filter(call::equals).count();
    }

    private SyncResult sync(String time) {
        return fixture.sync(crm, "2025-06-01T" + time + ":00Z");
    }
}
