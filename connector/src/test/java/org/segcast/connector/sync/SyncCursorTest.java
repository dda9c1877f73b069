/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.segcast.connector.spi.Records.at;
import static org.segcast.connector.spi.Records.contact;
import static org.segcast.connector.spi.Records.line;
import static org.segcast.connector.spi.Records.order;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.connector.mirror.MirrorCounts;
import org.segcast.connector.spi.Capability;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.FakeCrm;
import org.segcast.connector.spi.OrderLineRecord;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.OrderRecord.OrderState;
import org.segcast.connector.spi.PageRequest;

/** Every edge of a cursor that observes records: given what the CRM shows when, then what the mirror holds. */
class SyncCursorTest {
    private static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");

    @TempDir
    Path folder;

    private SyncFixture fixture;
    private final FakeCrm crm = new FakeCrm(Capability.READS_CHANGES, Capability.ORDER_LINES);

    @BeforeEach
    void open() {
        fixture = new SyncFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void keeps_both_contacts_written_in_the_same_second_across_a_page_end() {
        crm.with(at(NOON, contact("1", "A")), at(NOON, contact("2", "B")), at(NOON, contact("3", "C")));
        fixture.sync(crm, "2025-06-01T13:00:00Z");
        assertEquals(new MirrorCounts(3, 0, 0), fixture.counts());
    }

    @Test
    void finds_a_contact_written_later_in_the_second_of_the_cursor() {
        crm.with(at(NOON, contact("1", "A")));
        fixture.sync(crm, "2025-06-01T12:00:00Z");
        crm.with(at(NOON, contact("2", "B")));
        fixture.sync(crm, "2025-06-01T12:30:00Z");
        assertEquals(2, fixture.counts().contacts());
    }

    @Test
    void finds_a_record_stamped_before_the_cursor_but_committed_behind_it() {
        crm.with(at(NOON, contact("1", "A")));
        fixture.sync(crm, "2025-06-01T12:00:01Z");
        crm.with(at(NOON.minusSeconds(300), contact("2", "stamped at the start of a long transaction")));
        fixture.sync(crm, "2025-06-01T12:30:00Z");
        assertEquals(2, fixture.counts().contacts());
    }

    @Test
    void asks_from_the_cursor_minus_the_overlap_and_reads_nothing_older() {
        crm.with(at(NOON.minusSeconds(86_400), contact("1", "A")), at(NOON, contact("2", "B")));
        fixture.sync(crm, "2025-06-01T12:00:01Z");
        crm.requests().clear();
        SyncResult again = fixture.sync(crm, "2025-06-01T12:30:00Z");
        assertEquals(Optional.of(NOON.minusSeconds(600)), crm.requests().get(0).changedSince());
        assertEquals(1, again.contactsRead());
        assertEquals(0, again.changed(), "what was read again is recognised");
    }

    @Test
    void does_not_move_beyond_the_start_of_a_read_during_which_records_changed() {
        crm.with(at(NOON, contact("1", "before")), at(NOON, contact("2", "B")), at(NOON, contact("3", "C")));
        boolean[] changed = {false};
        fixture.sync(crm, "2025-06-01T12:00:00Z", (done, total) -> {
            if (!changed[0]) {
                changed[0] = true;
                crm.with(at(NOON.plusSeconds(60), contact("1", "changed behind the page")));
                crm.with(at(NOON.plusSeconds(3600), contact("3", "changed before the page")));
            }
        });
        fixture.sync(crm, "2025-06-01T14:00:00Z");
        assertEquals("changed behind the page", fixture.name("1"));
        assertEquals("changed before the page", fixture.name("3"));
    }

    @Test
    void of_orders_moves_on_with_the_contacts_that_were_read_before_them() {
        crm.with(at(NOON, contact("1", "A"))).with(at(NOON, order("9", "1", "2025-05-01", "10.00")));
        fixture.sync(crm, "2025-06-01T12:00:01Z");
        Instant later = NOON.plusSeconds(86_400);
        crm.with(at(later, contact("1", "changed")));
        fixture.sync(crm, "2025-06-02T13:00:00Z");
        crm.with(at(later.minusSeconds(300), order("8", "1", "2025-05-02", "20.00")));
        fixture.sync(crm, "2025-06-03T12:00:00Z");
        assertEquals(
                Optional.of(later.minusSeconds(600)),
                crm.requests().get(crm.requests().size() - 2).changedSince());
        assertEquals(2, fixture.counts().orders(), "one stamped before the contact's change and seen after it");
    }

    @Test
    void stays_where_it_is_when_nothing_changed() {
        crm.with(at(NOON, contact("1", "A")), at(NOON, contact("2", "B")));
        fixture.sync(crm, "2025-06-01T12:00:01Z");
        fixture.sync(crm, "2025-07-01T00:00:00Z");
        crm.requests().clear();
        fixture.sync(crm, "2025-08-01T00:00:00Z");
        assertEquals(Optional.of(NOON.minusSeconds(600)), crm.requests().get(0).changedSince());
    }

    @Test
    void moves_on_with_the_clock_that_the_crm_tells_though_nothing_changed() {
        crm.with(at(NOON, contact("1", "A")));
        crm.clock(NOON.plusSeconds(3600));
        fixture.sync(crm, "2025-06-01T13:00:00Z");
        crm.clock(NOON.plusSeconds(7200));
        SyncResult idle = fixture.sync(crm, "2025-06-01T14:00:00Z");
        assertEquals(0, idle.contactsRead(), "what changed last is not read again and again");
        crm.with(at(NOON.plusSeconds(7200 - 300), contact("2", "stamped at the start of a long transaction")))
                .with(at(NOON.plusSeconds(7200 - 300), order("9", "2", "2025-05-01", "10.00")));
        crm.clock(NOON.plusSeconds(10_800));
        fixture.sync(crm, "2025-06-01T15:00:00Z");
        assertEquals(new MirrorCounts(2, 1, 1), fixture.counts(), "orders have a cursor though there was none before");
    }

    @Test
    void a_told_clock_behind_or_ahead_of_ours_loses_nothing() {
        crm.with(at(NOON.minusSeconds(9000), contact("1", "A")));
        crm.clock(NOON.minusSeconds(7200));
        fixture.sync(crm, "2025-06-01T12:00:00Z");
        crm.with(at(NOON.minusSeconds(7100), contact("2", "written now by a clock two hours late")));
        crm.clock(NOON.plusSeconds(7200));
        fixture.sync(crm, "2025-06-01T12:01:40Z");
        assertEquals(2, fixture.counts().contacts());
        crm.with(at(
                NOON.plusSeconds(110),
                contact("3", "written by a clock like ours, told by a proxy's two hours early")));
        fixture.sync(crm, "2025-06-01T12:02:00Z");
        assertEquals(3, fixture.counts().contacts());
    }

    @Test
    void a_told_clock_hours_behind_ours_loses_nothing_though_nothing_changed_in_between() {
        crm.with(at(NOON.minusSeconds(20_000), contact("1", "A")));
        crm.clock(NOON.minusSeconds(7200));
        fixture.sync(crm, "2025-06-01T12:00:00Z");
        crm.clock(NOON.minusSeconds(5400));
        assertEquals(0, fixture.sync(crm, "2025-06-01T12:30:00Z").contactsRead());
        crm.clock(NOON.minusSeconds(3600));
        crm.with(at(NOON.minusSeconds(3700), contact("2", "B")))
                .with(at(NOON.minusSeconds(3700), order("9", "1", "2025-05-01", "10.00")));
        fixture.sync(crm, "2025-06-01T13:00:00Z");
        assertEquals(new MirrorCounts(2, 1, 1), fixture.counts());
    }

    @Test
    void where_our_clock_is_early_a_change_before_a_page_does_not_hide_one_behind_it() {
        Instant before = NOON.minusSeconds(20_000);
        crm.with(at(before, contact("1", "A")), at(before, contact("2", "B")), at(before, contact("3", "C")));
        crm.clock(NOON);
        boolean[] changed = {false};
        fixture.sync(crm, "2025-06-01T14:00:00Z", (done, total) -> {
            if (!changed[0]) {
                changed[0] = true;
                crm.with(at(NOON.plusSeconds(1200), contact("1", "changed behind the page")));
                crm.with(at(NOON.plusSeconds(2400), contact("3", "changed before the page")));
            }
        });
        crm.clock(NOON.plusSeconds(3600));
        fixture.sync(crm, "2025-06-01T15:00:00Z");
        assertEquals("changed behind the page", fixture.name("1"));
        assertEquals("changed before the page", fixture.name("3"));
    }

    @Test
    void a_stamp_of_the_future_does_not_carry_the_cursor_away() {
        crm.with(at(NOON.plusSeconds(86_400L * 365), contact("1", "clock gone wrong")));
        fixture.sync(crm, "2025-06-01T12:00:00Z");
        crm.with(at(NOON.plusSeconds(60), contact("2", "B")));
        fixture.sync(crm, "2025-06-01T13:00:00Z");
        assertEquals(2, fixture.counts().contacts());
    }

    @Test
    void follows_a_deletion_through_the_ids() {
        crm.with(at(NOON, contact("1", "A")), at(NOON, contact("2", "B")))
                .with(at(NOON, order("7", "1", "2025-01-01", "5")));
        fixture.sync(crm, "2025-06-01T12:00:00Z");
        crm.delete("2");
        crm.delete("7");
        assertEquals(2, fixture.sync(crm, "2025-06-02T12:00:00Z").deleted());
        assertEquals(new MirrorCounts(1, 0, 0), fixture.counts());
        crm.delete("1");
        fixture.sync(crm, "2025-06-03T12:00:00Z");
        assertEquals(0, fixture.counts().contacts(), "an emptied CRM empties the mirror");
    }

    @Test
    void an_order_counts_as_soon_as_its_contact_is_there() {
        crm.with(at(NOON, contact("1", "A"))).with(at(NOON, order("7", "2", "2025-01-01", "5")));
        SyncResult first = fixture.sync(crm, "2025-06-01T12:00:00Z");
        assertEquals(
                "order 7: contact '2' is not in the CRM's contacts",
                first.rejected().get(0).reason());
        assertEquals(0, fixture.counts().orders());
        crm.with(at(NOON.plusSeconds(86_400), contact("2", "late")));
        fixture.sync(crm, "2025-06-02T12:00:00Z");
        assertEquals(new MirrorCounts(2, 1, 1), fixture.counts());
    }

    @Test
    void a_killed_first_read_goes_on_behind_its_last_page() {
        crm.with(at(NOON, contact("1", "A")), at(NOON, contact("2", "B")), at(NOON, contact("3", "C")));
        SyncKillTest.killedAfter(fixture, crm, 1);
        crm.requests().clear();
        SyncResult rest = fixture.sync(crm, "2025-06-01T12:05:00Z");
        PageRequest first = crm.requests().get(0);
        assertEquals(Optional.of("2"), first.afterId());
        assertEquals(3, rest.contactsRead());
        assertEquals(3, fixture.counts().contacts());
    }

    @Test
    void a_read_taken_up_later_still_starts_its_cursor_at_the_first_start() {
        crm.with(at(NOON, contact("1", "A")), at(NOON, contact("2", "B")), at(NOON, contact("3", "C")));
        SyncKillTest.killedAfter(fixture, crm, 1);
        crm.with(at(NOON.plusSeconds(60), contact("1", "changed between")));
        crm.with(at(NOON.plusSeconds(120), contact("3", "seen")));
        fixture.sync(crm, "2025-06-01T12:05:00Z");
        assertTrue(fixture.name("1").equals("A"), "its page was read before");
        fixture.sync(crm, "2025-06-01T16:00:00Z");
        assertEquals("changed between", fixture.name("1"));
    }

    @Test
    void a_read_cut_off_longer_ago_than_the_overlap_is_begun_anew() {
        crm.with(at(NOON, contact("1", "A")), at(NOON, contact("2", "B")), at(NOON, contact("3", "C")));
        SyncKillTest.killedAfter(fixture, crm, 1);
        crm.with(at(NOON.plusSeconds(60), contact("1", "objected since")));
        fixture.sync(crm, "2025-06-03T12:00:00Z");
        assertEquals("objected since", fixture.name("1"));
    }

    @Test
    void another_crm_starts_from_nothing() {
        crm.with(at(NOON, contact("1", "A")));
        fixture.sync(crm, "2025-06-01T12:00:00Z");
        FakeCrm other = new FakeCrm("another CRM in memory", Capability.READS_CHANGES);
        other.with(at(NOON.minusSeconds(86_400), contact("9", "Z")));
        fixture.sync(other, "2025-06-01T12:10:00Z");
        assertEquals(1, fixture.counts().contacts());
        assertEquals("Z", fixture.name("9"));
    }

    @Test
    void without_orders_contacts_go_on_it_is_told_and_orders_from_before_stay() {
        crm.with(at(NOON, contact("1", "A"))).with(at(NOON, order("10", "1", "2025-05-01T10:00:00", "10")));
        fixture.sync(crm, "2025-06-01T13:00:00Z");
        crm.loseOrders();
        crm.with(at(NOON, contact("2", "B")));
        SyncResult result = fixture.sync(crm, "2025-06-01T14:00:00Z");
        assertEquals(new MirrorCounts(2, 1, 1), fixture.counts());
        assertEquals(1, result.rejectedCount());
        assertTrue(result.rejected().get(0).reason().contains("has no orders"));
    }

    @Test
    void a_clock_of_the_crm_behind_ours_loses_nothing() {
        crm.with(at(NOON.minusSeconds(7200), contact("1", "A")));
        fixture.sync(crm, "2025-06-01T12:00:00Z");
        crm.with(at(NOON.minusSeconds(7100), contact("2", "written now by a clock two hours late")));
        fixture.sync(crm, "2025-06-01T12:01:40Z");
        assertEquals(2, fixture.counts().contacts());
    }

    @Test
    void a_clock_of_the_crm_ahead_of_ours_loses_nothing_and_reads_some_again() {
        crm.with(at(NOON.plusSeconds(7200), contact("1", "A")));
        fixture.sync(crm, "2025-06-01T12:00:00Z");
        crm.with(at(NOON.plusSeconds(7300), contact("2", "written now by a clock two hours early")));
        SyncResult second = fixture.sync(crm, "2025-06-01T12:01:40Z");
        assertEquals(2, second.contactsRead());
        assertEquals(1, second.changed());
    }

    @Test
    void an_archived_contact_is_kept_and_known_as_such() {
        crm.with(at(NOON, contact("1", "A")));
        fixture.sync(crm, "2025-06-01T12:00:00Z");
        ContactRecord active = contact("1", "A");
        crm.with(at(
                NOON.plusSeconds(60),
                new ContactRecord(
                        "1",
                        "A",
                        active.email(),
                        active.phone(),
                        active.company(),
                        false,
                        active.consent(),
                        active.attributes(),
                        Optional.empty())));
        assertEquals(1, fixture.sync(crm, "2025-06-01T13:00:00Z").changed());
        assertEquals(1, fixture.counts().contacts());
        assertTrue(fixture.mirror().contactIds(true).isEmpty(), "archived: in nothing that is inferred");
    }

    @Test
    void an_order_that_was_cancelled_counts_no_more_and_one_confirmed_again_does() {
        crm.with(at(NOON, contact("1", "A"))).with(at(NOON, order("7", "1", "2025-01-01", "5")));
        fixture.sync(crm, "2025-06-01T12:00:00Z");
        crm.with(at(NOON.plusSeconds(60), order("7", "1", "2025-01-01", "5", OrderState.CANCELLED, List.of())));
        fixture.sync(crm, "2025-06-01T13:00:00Z");
        assertEquals(new MirrorCounts(1, 0, 0), fixture.counts());
        crm.with(at(NOON.plusSeconds(120), order("7", "1", "2025-01-01", "6")));
        fixture.sync(crm, "2025-06-01T14:00:00Z");
        assertEquals(new MirrorCounts(1, 1, 1), fixture.counts());
    }

    @Test
    void an_order_whose_lines_changed_has_the_new_ones_alone() {
        crm.with(at(NOON, contact("1", "A")))
                .with(at(
                        NOON,
                        order(
                                "7",
                                "1",
                                "2025-01-01",
                                "12",
                                OrderState.CONFIRMED,
                                List.of(line("Tent", "Camping", "7"), line("Rope", "Climbing", "5")))));
        fixture.sync(crm, "2025-06-01T12:00:00Z");
        crm.with(at(
                NOON.plusSeconds(60),
                order("7", "1", "2025-01-01", "9", OrderState.CONFIRMED, List.of(line("Map", "", "9")))));
        fixture.sync(crm, "2025-06-01T13:00:00Z");
        assertEquals(
                List.of(line("Map", "", "9").product()),
                fixture.mirror().find("1", LocalDate.parse("2100-01-01")).orElseThrow().orders().get(0).lines().stream()
                        .map(OrderLineRecord::product)
                        .toList());
    }

    @Test
    void an_order_whose_discount_alone_changed_has_the_new_one() {
        crm.with(at(NOON, contact("1", "A"))).with(at(NOON, withDiscount("10")));
        fixture.sync(crm, "2025-06-01T12:00:00Z");
        crm.with(at(NOON.plusSeconds(60), withDiscount("12.5")));
        fixture.sync(crm, "2025-06-01T13:00:00Z");
        assertEquals(
                List.of("12.50"),
                fixture.mirror().find("1", LocalDate.parse("2100-01-01")).orElseThrow().orders().get(0).lines().stream()
                        .map(line -> line.discount().toString())
                        .toList());
    }

    private static OrderRecord withDiscount(String percent) {
        return order("7", "1", "2025-01-01", "9", OrderState.CONFIRMED, List.of(line("Map", "", "9", percent)));
    }

    @Test
    void an_order_given_to_another_contact_counts_for_that_one() {
        crm.with(at(NOON, contact("1", "A")), at(NOON, contact("2", "B")))
                .with(at(NOON, order("7", "1", "2025-01-01", "5")));
        fixture.sync(crm, "2025-06-01T12:00:00Z");
        crm.with(at(NOON.plusSeconds(60), order("7", "2", "2025-01-01", "5")));
        fixture.sync(crm, "2025-06-01T13:00:00Z");
        LocalDate late = LocalDate.parse("2100-01-01");
        assertEquals(List.of(), fixture.mirror().find("1", late).orElseThrow().orders());
        assertEquals(1, fixture.mirror().find("2", late).orElseThrow().orders().size());
    }

    @Test
    void a_record_told_on_two_pages_is_stored_once_as_told_last() {
        crm.with(at(NOON, contact("1", "A")), at(NOON, contact("2", "first")), at(NOON, contact("3", "C")));
        boolean[] changed = {false};
        // a page ends behind 2; that record then moves behind 3, as in a CRM that orders pages by change
        SyncResult result = fixture.sync(crm, "2025-06-01T12:00:00Z", (done, total) -> {
            if (!changed[0]) {
                changed[0] = true;
                crm.repeat("2", at(NOON.plusSeconds(1), contact("2", "last")));
            }
        });
        assertEquals("last", fixture.name("2"));
        assertEquals(3, fixture.counts().contacts());
        assertEquals(0, result.rejectedCount());
    }

    @Test
    void a_push_that_stamps_contacts_is_no_change() {
        crm.with(at(NOON, contact("1", "A")), at(NOON, contact("2", "B")));
        fixture.sync(crm, "2025-06-01T12:00:00Z");
        crm.with(at(NOON.plusSeconds(60), contact("1", "A")), at(NOON.plusSeconds(60), contact("2", "B")));
        SyncResult echo = fixture.sync(crm, "2025-06-01T13:00:00Z");
        assertEquals(2, echo.contactsRead());
        assertEquals(0, echo.changed());
    }

    @Test
    void a_number_too_long_for_the_mirror_is_listed_and_stops_nothing() {
        crm.with(at(NOON, contact("1", "A")))
                .with(
                        at(NOON, order("7", "1", "2025-01-01", "12345678901234567890.12")),
                        at(NOON, order("8", "1", "2025-01-01", "1E+2147483647")),
                        at(NOON, order("9", "1", "2025-01-01", "9999999999999999.99")),
                        at(NOON, order("10", "1", "2025-01-01", "1E-2000000000")));
        SyncResult result = fixture.sync(crm, "2025-06-01T12:00:00Z");
        assertEquals(2, result.rejectedCount());
        assertEquals(
                "its amount has 20 digits before the point, expected at most 16",
                result.rejected().get(0).reason());
        assertEquals(new MirrorCounts(1, 1, 2), fixture.counts());
    }
}
