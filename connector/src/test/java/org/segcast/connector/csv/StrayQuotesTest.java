/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.RejectedRecord;

/** Quotes where none belong: no row disappears unseen, and no text becomes a row. */
class StrayQuotesTest {
    private static final String HEADER = "id,name,email,city";
    private static final int ROWS = 120;

    @TempDir
    Path path;

    @Test
    void two_stray_quotes_do_not_swallow_the_rows_between() {
        Page<ContactRecord> page = read("1,\"Ada,a@x,Bonn", "2,Bo,b@x,Bonn", "3,Cy\",c@x,Bonn", "4,Di,d@x,Bonn");
        assertEquals(List.of("4"), ids(page));
        assertEquals(
                List.of("1 line 2", "2 line 3", "3 line 4"),
                page.rejected().stream().map(StrayQuotesTest::place).toList());
        String reason = page.rejected().get(1).reason();
        assertTrue(
                reason.startsWith("contacts.csv line 3: lies within the quotes that line 2 opens and line 4 closes"));
    }

    @Test
    void a_row_within_a_note_is_never_read_as_one() {
        Page<ContactRecord> page = read("1,Ada,a@x,\"hello", "7,Mallory,m@x,", "7,Mallory,m@x,\"", "2,Bo,b@x,Bonn");
        assertEquals(List.of("2"), ids(page));
    }

    @Test
    void a_note_far_longer_than_rows_are_stays_one_cell() {
        List<String> rows = new ArrayList<>(List.of("1,Ada,a@x,\"begins"));
        for (int i = 0; i < 3000; i++) {
            rows.add("and goes on");
        }
        rows.add("7,Mallory,m@x,");
        rows.add("ends\"");
        Page<ContactRecord> page = read(rows.toArray(String[]::new));
        assertEquals(List.of("1"), ids(page));
    }

    @Test
    void a_cell_of_several_lines_may_stand_anywhere_in_a_row() {
        Page<ContactRecord> page = read(
                "\"1", "a\",Ada,a@x,Bonn", "2,\"Bo", "and", "others\",b@x,Bonn", "3,Cy,c@x,\"Bonn, Rhine,", "north\"");
        assertEquals(List.of("1\na", "2", "3"), ids(page));
        assertEquals("Bo\nand\nothers", page.records().get(1).name());
    }

    @Test
    void a_page_may_begin_within_the_doubtful_lines() {
        String[] rows = {"1,\"Ada,a@x,Bonn", "2,Bo,b@x,Bonn", "3,Cy\",c@x,Bonn", "4,Di,d@x,Bonn"};
        folder(rows);
        List<String> places = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            try (CsvCrm fresh = new CsvCrm(new CsvConfig(path))) {
                Page<ContactRecord> page = fresh.contacts(new PageRequest(Optional.empty(), next, 1));
                page.rejected().forEach(rejected -> places.add(place(rejected)));
                page.records().forEach(contact -> places.add(contact.id()));
                next = page.nextAfterId();
            }
        } while (next.isPresent());
        assertEquals(List.of("1 line 2", "2 line 3", "3 line 4", "4"), places);
    }

    @Test
    void wherever_stray_quotes_fall_every_row_is_read_as_it_stands_or_listed_with_its_line() {
        for (int seed = 0; seed < 400; seed++) {
            spoilt(seed);
        }
    }

    private void spoilt(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String[] rows = new String[ROWS];
        for (int i = 0; i < ROWS; i++) {
            rows[i] = row(i + 1, random);
        }
        for (int quotes = random.nextInt(12); quotes > 0; quotes--) {
            int row = random.nextInt(ROWS);
            int at = random.nextInt(rows[row].length() + 1);
            rows[row] = rows[row].substring(0, at) + '"' + rows[row].substring(at);
        }
        Page<ContactRecord> page = read(rows);
        Map<Integer, String> told = new HashMap<>();
        page.rejected().forEach(rejected -> told.put(rejected.line().getAsInt(), rejected.reason()));
        for (int i = 0; i < page.records().size(); i++) {
            ContactRecord contact = page.records().get(i);
            told.put(page.line(i).getAsInt(), contact.id());
            String all = contact.id() + contact.name() + contact.email() + contact.attributes();
            assertTrue(all.indexOf('\n') < 0, "seed " + seed + " has a contact of several rows");
        }
        for (int line = 2; line < ROWS + 2; line++) {
            assertTrue(told.containsKey(line), "seed " + seed + " lost line " + line + ": " + rows[line - 2]);
        }
    }

    private static String row(int number, SplittableRandom random) {
        String name = switch (random.nextInt(6)) {
            case 0 -> "\"Person, " + number + "\"";
            case 1 -> "\"\"";
            case 2 -> "\"5\"\" pipe\"";
            default -> "Person " + number;
        };
        return number + "," + name + "," + number + "@example.org," + (random.nextInt(3) == 0 ? "\"Bonn\"" : "Bonn");
    }

    private Page<ContactRecord> read(String... rows) {
        folder(rows);
        try (CsvCrm crm = new CsvCrm(new CsvConfig(path))) {
            return crm.contacts(PageRequest.first(Optional.empty(), 1000));
        }
    }

    private void folder(String... rows) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(List.of(rows));
        new CsvFolder(path).file("contacts.csv", lines.toArray(String[]::new)).file("orders.csv", "id");
    }

    private static List<String> ids(Page<ContactRecord> page) {
        return page.records().stream().map(ContactRecord::id).toList();
    }

    private static String place(RejectedRecord rejected) {
        return rejected.id() + " line " + rejected.line().getAsInt();
    }
}
