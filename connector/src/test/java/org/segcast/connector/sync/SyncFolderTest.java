/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.connector.csv.CsvConfig;
import org.segcast.connector.csv.CsvCrm;
import org.segcast.connector.mirror.MirrorCounts;
import org.segcast.connector.mirror.MirrorHistory;
import org.segcast.connector.spi.RejectedRecord;

/** A folder as the CRM: read whole every time. */
class SyncFolderTest {
    @TempDir
    Path home;

    @TempDir
    Path folder;

    private SyncFixture fixture;

    @BeforeEach
    void open() {
        fixture = new SyncFixture(home);
        file("contacts.csv", "id,name,email", "1,Ada,", "2,Bo,", "1,Ada again,", "3,Cy,");
        file(
                "orders.csv",
                "id,contact_id,date,amount,currency,state",
                "10,1,2025-01-01,10,EUR,confirmed",
                "11,1,2025-01-02,11,EUR,confirmed",
                "10,2,2025-01-03,12,EUR,confirmed",
                "12,no-such,2025-01-04,13,EUR,confirmed",
                "13,2,2025-13-45,13,EUR,confirmed");
        file(
                "order_lines.csv",
                "order_id,product,category,quantity,amount",
                "11,Tent,Camping,1,11",
                "10,Rope,Climbing,1,4",
                "10,Tent,Camping,2,6",
                "99,Lost,Camping,1,1");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void the_first_of_an_id_that_stands_twice_wins_and_the_second_is_listed_with_its_line() {
        SyncResult result = sync();
        assertEquals("Ada", fixture.name("1"));
        assertEquals(new MirrorCounts(3, 1, 2), fixture.counts());
        assertEquals(5, result.rejectedCount());
        assertEquals(3, result.rejected().size(), "as many as the settings keep");
        RejectedRecord date = result.rejected().get(0);
        assertEquals("13", date.id());
        assertEquals(6, date.line().getAsInt());
        RejectedRecord twice = result.rejected().get(1);
        assertEquals(
                "contact 1: its id stands twice; the first was kept, so give this one an id of its own",
                twice.reason());
        assertEquals(4, twice.line().getAsInt());
    }

    @Test
    void lines_find_their_orders_whatever_order_they_stand_in() {
        sync();
        List<MirrorHistory> told = new ArrayList<>();
        fixture.mirror().stream(LocalDate.parse("2025-12-31"), told::add);
        List<MirrorHistory.Order> orders = told.get(0).orders();
        assertEquals(
                List.of("Rope", "Tent"),
                orders.get(0).lines().stream().map(MirrorHistory.Line::product).toList());
        assertEquals("Camping", orders.get(1).lines().get(0).category());
    }

    @Test
    void reading_the_same_again_changes_nothing() {
        assertEquals(
                5 + 1, sync().changed(), "three contacts, two orders that count and one that waits for its contact");
        SyncResult again = sync();
        assertEquals(0, again.changed());
        assertEquals(0, again.deleted());
        assertEquals(5, again.rejectedCount(), "what is broken is told every time");
    }

    @Test
    void what_is_gone_from_the_files_is_gone_from_the_mirror() {
        sync();
        file("contacts.csv", "id,name,email", "2,Bo,");
        file("orders.csv", "id,contact_id,date,amount,currency,state", "20,2,2025-01-01,10,EUR,confirmed");
        file("order_lines.csv", "order_id,product,category,quantity,amount");
        SyncResult result = sync();
        assertEquals(2 + 3, result.deleted());
        assertEquals(new MirrorCounts(1, 1, 1), fixture.counts());
    }

    @Test
    void progress_never_runs_backwards_and_ends_at_the_total() {
        List<long[]> told = new ArrayList<>();
        sync();
        fixture.sync(
                new CsvCrm(new CsvConfig(folder)),
                "2025-06-01T12:00:00Z",
                (done, total) -> told.add(new long[] {done, total}));
        for (int i = 1; i < told.size(); i++) {
            assertTrue(told.get(i)[0] >= told.get(i - 1)[0]);
            assertTrue(told.get(i)[0] <= told.get(i)[1]);
        }
        assertEquals(told.get(told.size() - 1)[1], told.get(told.size() - 1)[0]);
    }

    @Test
    void an_empty_folder_of_headers_is_an_empty_crm() {
        file("contacts.csv", "id,name,email");
        file("orders.csv", "id,contact_id,date,amount,currency,state");
        file("order_lines.csv", "order_id,product,category,quantity,amount");
        assertEquals(0, sync().rejectedCount());
        assertEquals(new MirrorCounts(0, 0, 0), fixture.counts());
        fixture.mirror().stream(LocalDate.parse("2025-12-31"), history -> {
            throw new AssertionError("a history of nobody");
        });
    }

    private SyncResult sync() {
        return fixture.sync(new CsvCrm(new CsvConfig(folder)), "2025-06-01T12:00:00Z");
    }

    private void file(String name, String... lines) {
        try {
            Files.write(folder.resolve(name), List.of(lines));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
