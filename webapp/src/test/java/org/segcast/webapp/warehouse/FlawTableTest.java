/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.connector.mirror.DuckDbWarehouse;
import org.segcast.connector.mirror.Mirror;
import org.segcast.predictive.registry.MembershipStore;
import org.segcast.webapp.warehouse.FlawFound.Example;

class FlawTableTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    @TempDir
    Path folder;

    private DuckDbWarehouse warehouse;

    @BeforeEach
    void open() {
        warehouse = new DuckDbWarehouse(folder.resolve("flaws.duckdb"), 64, 1);
        new Mirror(warehouse);
        new MembershipStore(warehouse::open);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void nothing_is_wrong_with_an_empty_mirror_nor_with_sound_records() throws SQLException {
        for (Flaw flaw : Flaw.values()) {
            assertEquals(new FlawFound(flaw, 0, 0, 0, List.of(), Map.of()), find(flaw));
        }
        contact("1", "Ann", "ann@example.org", "+00 555 0101", "MAP {'age': '44', 'birth_date': '1982-02-01'}");
        order("o1", "1", "2026-06-30 23:59:59", "10", "CONFIRMED", "NULL");
        line("o1");
        for (Flaw flaw : Flaw.values()) {
            assertEquals(new FlawFound(flaw, 0, 1, 0, List.of(), Map.of()), find(flaw));
        }
    }

    @Test
    void the_same_email_is_found_whatever_its_case_and_blanks_and_archived_contacts_do_not_count() throws SQLException {
        contact("1", "Ann", "ann@example.org", "", "MAP {}");
        contact("2", "Ann B", " ANN@Example.org", "", "MAP {}");
        contact("3", "Bob", "bob@example.org", "", "MAP {}");
        contact("4", "No Mail", "", "", "MAP {}");
        contact("5", "No Mail either", "", "", "MAP {}");
        contact("6", "Gone", "bob@example.org", "", "MAP {}");
        update("UPDATE mirror.contact SET active = false WHERE id = '6'");
        FlawFound found = find(Flaw.SAME_EMAIL);
        assertEquals(2, found.records());
        assertEquals(5, found.of());
        assertEquals(
                List.of(
                        new Example("1", "the same e-mail as 1 other contact"),
                        new Example("2", "the same e-mail as 1 other contact")),
                found.examples());
    }

    @Test
    void the_same_name_and_phone_are_found_whatever_accents_and_dashes() throws SQLException {
        contact("1", "José Díaz", "a@example.org", "+34 555-01 23", "MAP {}");
        contact("2", "jose diaz ", "b@example.org", "34 555 0123", "MAP {}");
        contact("3", "Jose Diaz", "c@example.org", "34 555 0124", "MAP {}");
        contact("4", "Jose Diaz", "d@example.org", "12", "MAP {}");
        contact("5", "Jose Diaz", "e@example.org", "12", "MAP {}");
        assertEquals(List.of("1", "2"), ids(find(Flaw.SAME_PERSON)));
    }

    @Test
    void ages_below_0_above_115_or_not_to_be_read_are_impossible_in_fields_of_age_and_birth() throws SQLException {
        contact("1", "", "", "", "MAP {'age': '-1'}");
        contact("2", "", "", "", "MAP {'Age': '115'}");
        contact("3", "", "", "", "MAP {'age': '116'}");
        contact("4", "", "", "", "MAP {'x_studio_date_of_birth': '2026-07-01'}");
        contact("5", "", "", "", "MAP {'Birth Date': '1910-06-30'}");
        contact("6", "", "", "", "MAP {'birthday': '1910-07-01'}");
        contact("7", "", "", "", "MAP {'birthday': 'spring'}");
        contact("8", "", "", "", "MAP {'birthday': '', 'average': '-5'}");
        FlawFound found = find(Flaw.IMPOSSIBLE_AGE);
        assertEquals(List.of("1", "3", "4", "5", "7"), ids(found));
        assertEquals("age -1", found.examples().get(0).what());
        assertEquals("birthday spring cannot be read", found.examples().get(4).what());
    }

    @Test
    void an_email_needs_one_at_and_a_domain_with_a_dot() throws SQLException {
        List<String> sound = List.of("a@b.example", "a.b+c@d-e.example.org", " a@b.example ", "ü@ß.example");
        List<String> broken = List.of(
                "a",
                "a@b",
                "@b.example",
                "a@b@c.example",
                "a b@c.example",
                "a@b..example",
                "a@.example",
                "a@b.example;c@d.example");
        for (int i = 0; i < sound.size(); i++) {
            contact("s" + i, "", sound.get(i), "", "MAP {}");
        }
        for (int i = 0; i < broken.size(); i++) {
            contact("b" + i, "", broken.get(i), "", "MAP {}");
        }
        FlawFound found = find(Flaw.INVALID_EMAIL);
        assertEquals(IntStream.range(0, broken.size()).mapToObj(i -> "b" + i).toList(), ids(found));
        assertTrue(found.examples().stream().noneMatch(example -> example.what().contains("@")), "no address is told");
    }

    @Test
    void who_has_neither_email_nor_phone_cannot_be_reached() throws SQLException {
        contact("1", "", "", "", "MAP {}");
        contact("2", "", " ", "", "MAP {}");
        contact("3", "", "", "0555", "MAP {}");
        update("INSERT INTO mirror.contact (id, active) VALUES ('4', true)");
        assertEquals(List.of("1", "2", "4"), ids(find(Flaw.UNREACHABLE)));
    }

    @Test
    void orders_are_looked_through_for_day_amount_currency_and_lines() throws SQLException {
        contact("1", "", "a@example.org", "", "MAP {}");
        order("sound", "1", "2026-06-30 12:00:00", "10", "CONFIRMED", "NULL");
        order("tomorrow", "1", "2026-07-01 00:00:00", "10", "CONFIRMED", "NULL");
        order("called-off", "1", "2026-07-01 00:00:00", "-10", "CANCELLED", "NULL");
        order("epoch", "1", "1970-01-01 00:00:00", "10", "CONFIRMED", "NULL");
        order("below", "1", "2026-01-01 00:00:00", "-10", "CONFIRMED", "NULL");
        order("refund", "1", "2026-01-01 00:00:00", "-10", "REFUND", "NULL");
        order("dollars", "1", "2026-01-01 00:00:00", "10", "CONFIRMED", "'USD'");
        order("of-nobody", "9", "2026-07-01 00:00:00", "10", "CONFIRMED", "NULL");
        line("sound");
        line("epoch");
        line("below");
        assertEquals(List.of("order tomorrow of 2026-07-01"), whats(find(Flaw.FUTURE_ORDER)));
        assertEquals(List.of("order epoch of 1970-01-01"), whats(find(Flaw.ANCIENT_ORDER)));
        assertEquals(List.of("order below over -10.00 EUR"), whats(find(Flaw.NEGATIVE_ORDER)));
        assertEquals(List.of("order dollars in USD"), whats(find(Flaw.OTHER_CURRENCY)));
        assertEquals(List.of("order dollars"), whats(find(Flaw.NO_LINES)));
        assertEquals(6, find(Flaw.NO_LINES).of());
    }

    @Test
    void the_touched_are_counted_once_in_each_of_their_segments_and_at_most_25_are_told() throws SQLException {
        for (int i = 100; i < 140; i++) {
            contact(Integer.toString(i), "", "", "", "MAP {}");
            order("a" + i, Integer.toString(i), "2027-01-01 00:00:00", "1", "CONFIRMED", "NULL");
            order("b" + i, Integer.toString(i), "2027-01-01 00:00:00", "1", "CONFIRMED", "NULL");
        }
        MembershipStore memberships = new MembershipStore(warehouse::open);
        memberships.replace(
                "rfm",
                TODAY,
                sink -> IntStream.range(100, 130)
                        .forEach(i -> sink.accept(Integer.toString(i), i < 110 ? "loyal" : "new")));
        memberships.replace("rule", TODAY, sink -> sink.accept("100", "big"));
        FlawFound found = find(Flaw.FUTURE_ORDER);
        assertEquals(80, found.records());
        assertEquals(80, found.of());
        assertEquals(40, found.contacts());
        assertEquals(Map.of("loyal", 10L, "new", 20L, "big", 1L), found.segments());
        assertEquals(25, found.examples().size());
        assertEquals("order a100 of 2027-01-01", found.examples().get(0).what());
    }

    private FlawFound find(Flaw flaw) throws SQLException {
        try (Connection connection = warehouse.open()) {
            return FlawTable.find(connection, flaw, TODAY);
        }
    }

    private static List<String> ids(FlawFound found) {
        return found.examples().stream().map(Example::contactId).toList();
    }

    private static List<String> whats(FlawFound found) {
        return found.examples().stream().map(Example::what).toList();
    }

    private void contact(String id, String name, String email, String phone, String attributes) throws SQLException {
        update("INSERT INTO mirror.contact VALUES ('%s', '%s', '%s', '%s', '', true, true, true, %s, NULL)"
                .formatted(id, name, email, phone, attributes));
    }

    private void order(String id, String contact, String at, String amount, String state, String agreedIn)
            throws SQLException {
        update("INSERT INTO mirror.orders VALUES ('%s', '%s', '%s', %s, 'EUR', '%s', NULL, %s, NULL)"
                .formatted(id, contact, at, amount, state, agreedIn));
    }

    private void line(String order) throws SQLException {
        update("INSERT INTO mirror.order_line VALUES ('%s', 'Tent', 'Camp', 1, 10, 0, 1)".formatted(order));
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = warehouse.open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
