/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.segcast.connector.spi.Records.at;
import static org.segcast.connector.spi.Records.contact;
import static org.segcast.connector.spi.Records.order;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.connector.mirror.MirrorCounts;
import org.segcast.connector.spi.Capability;
import org.segcast.connector.spi.FakeCrm;
import org.segcast.connector.spi.RecordKind;
import org.segcast.connector.spi.RejectedRecord;

/** A record that changed into something unreadable may have changed in its consent: nothing is inferred from what it said before. */
class SyncUnreadableTest {
    private static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");
    private static final LocalDate LATE = LocalDate.parse("2100-01-01");

    @TempDir
    Path folder;

    private SyncFixture fixture;
    private final FakeCrm crm = new FakeCrm(Capability.READS_CHANGES, Capability.ORDER_LINES, Capability.COUNTS_IDS);

    @BeforeEach
    void two_contacts_with_an_order_each() {
        fixture = new SyncFixture(folder);
        crm.with(at(NOON, contact("1", "A")), at(NOON, contact("2", "B")), at(NOON, contact("3", "C")))
                .with(at(NOON, order("7", "1", "2025-01-01", "5")), at(NOON, order("8", "2", "2025-01-01", "6")));
        fixture.sync(crm, "2025-06-01T12:00:00Z");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_contact_that_became_unreadable_is_listed_and_in_nothing_that_is_inferred() {
        changed("1");
        crm.spoil("1");
        SyncResult result = fixture.sync(crm, "2025-06-02T12:00:00Z");
        assertEquals(
                List.of("1"),
                result.rejected().stream()
                        .filter(rejected -> rejected.kind() == RecordKind.CONTACT)
                        .map(RejectedRecord::id)
                        .toList());
        assertEquals(Set.of("2", "3"), fixture.mirror().contactIds(true));
        assertEquals(List.of("2", "3"), streamed());
        assertEquals(new MirrorCounts(2, 1, 1), fixture.counts());
    }

    @Test
    void it_comes_back_with_its_orders_once_it_can_be_read_again() {
        changed("1");
        crm.spoil("1");
        fixture.sync(crm, "2025-06-02T12:00:00Z");
        crm.readable("1");
        crm.with(at(NOON.plusSeconds(172_800), contact("1", "A again")));
        fixture.sync(crm, "2025-06-03T13:00:00Z");
        assertEquals("A again", fixture.name("1"));
        assertEquals(new MirrorCounts(3, 2, 2), fixture.counts());
    }

    @Test
    void one_that_was_read_and_became_unreadable_within_one_sync_is_left_out_until_the_next() {
        changed("1");
        changed("2");
        boolean[] spoilt = {false};
        fixture.sync(crm, "2025-06-02T12:00:00Z", (done, total) -> {
            if (!spoilt[0]) {
                spoilt[0] = true;
                crm.repeatUnreadable("2", at(NOON.plusSeconds(86_401), contact("2", "spoilt behind its page")));
            }
        });
        assertEquals(Set.of("1", "3"), fixture.mirror().contactIds(true));
        crm.readable("2");
        fixture.sync(crm, "2025-06-02T13:00:00Z");
        assertEquals(Set.of("1", "2", "3"), fixture.mirror().contactIds(true));
    }

    @Test
    void an_order_that_became_unreadable_counts_no_more() {
        crm.with(at(NOON.plusSeconds(86_400), order("7", "1", "2025-01-01", "5000")));
        crm.spoil("7");
        SyncResult result = fixture.sync(crm, "2025-06-02T12:00:00Z");
        assertEquals(1, result.rejectedCount());
        assertEquals(new MirrorCounts(3, 1, 1), fixture.counts());
    }

    @Test
    void an_unreadable_contact_that_did_not_change_costs_no_more_listing_of_ids() {
        changed("1");
        crm.spoil("1");
        fixture.sync(crm, "2025-06-02T12:00:00Z");
        changed("3", 172_800);
        fixture.sync(crm, "2025-06-03T12:00:00Z");
        crm.asked().clear();
        fixture.sync(crm, "2025-06-04T12:00:00Z");
        assertTrue(crm.asked().stream().noneMatch(asked -> asked.startsWith("ids")), crm.asked()::toString);
        assertEquals(Set.of("2", "3"), fixture.mirror().contactIds(true));
    }

    @Test
    void a_read_of_changes_comes_to_what_a_read_of_everything_does() {
        changed("1");
        crm.spoil("1");
        fixture.sync(crm, "2025-06-02T12:00:00Z");
        MirrorCounts changes = fixture.counts();
        fixture.mirror().intake().readEverything();
        fixture.sync(crm, "2025-06-02T13:00:00Z");
        assertEquals(fixture.counts(), changes);
    }

    @Test
    void one_that_is_rejected_again_because_its_kind_is_read_anew_is_listed_once() {
        changed("1");
        crm.spoil("1");
        for (int i = 20; i < 30; i++) {
            crm.with(at(NOON.minusSeconds(86_400), contact(Integer.toString(i), "in sight now")));
        }
        SyncResult result = fixture.sync(crm, "2025-06-02T12:00:00Z");
        assertEquals(
                List.of("1"),
                result.rejected().stream()
                        .filter(rejected -> rejected.kind() == RecordKind.CONTACT)
                        .map(RejectedRecord::id)
                        .toList());
        assertEquals(12, fixture.mirror().contactIds(true).size());
    }

    @Test
    void an_unreadable_order_whose_contact_was_deleted_is_listed_once() {
        crm.with(at(NOON.plusSeconds(86_400), order("7", "1", "2025-01-01", "5000")));
        crm.spoil("7");
        crm.delete("1");
        SyncResult result = fixture.sync(crm, "2025-06-02T12:00:00Z");
        assertEquals(
                1,
                result.rejected().stream()
                        .filter(rejected -> rejected.id().equals("7"))
                        .count(),
                result.rejected()::toString);
    }

    private void changed(String id) {
        changed(id, 86_400);
    }

    private void changed(String id, long seconds) {
        crm.with(at(NOON.plusSeconds(seconds), contact(id, "changed")));
    }

    private List<String> streamed() {
        List<String> ids = new ArrayList<>();
        fixture.mirror().stream(LATE, history -> ids.add(history.contactId()));
        return ids;
    }
}
