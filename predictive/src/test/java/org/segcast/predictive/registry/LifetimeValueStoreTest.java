/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.predictive.lifetime.CustomerLifetimeValue;

class LifetimeValueStoreTest {
    private static final LocalDate MONDAY = LocalDate.of(2025, 6, 2);

    @TempDir
    Path folder;

    private TemporaryWarehouse warehouse;
    private LifetimeValueStore store;

    @BeforeEach
    void open() throws SQLException {
        warehouse = new TemporaryWarehouse(folder);
        store = new LifetimeValueStore(warehouse);
    }

    @AfterEach
    void close() throws SQLException {
        warehouse.close();
    }

    private static CustomerLifetimeValue value(String contactId, double alive, double amount) {
        return new CustomerLifetimeValue(contactId, alive, 2.5, 1, 4, amount, amount / 2, amount * 2);
    }

    @Test
    void gives_back_values_and_replaces_all_of_them() {
        replace(MONDAY, value("1", 0.9, 100), value("2", 0.4, 40));
        replace(MONDAY.plusDays(1), value("2", 0.3, 30));
        assertEquals(Optional.of(MONDAY.plusDays(1)), store.asOf());
        assertEquals(Optional.of(value("2", 0.3, 30)), store.find("2"));
        assertEquals(Optional.empty(), store.find("1"));
        store.clear();
        assertEquals(Optional.empty(), store.asOf());
        assertEquals(new LifetimeSums("", 0, 0, 0, 0), store.all());
        assertEquals(List.of(), store.concentration());
    }

    @Test
    void a_replacement_that_dies_half_way_changes_nothing() {
        replace(MONDAY, value("1", 0.9, 100));
        assertThrows(
                IllegalStateException.class,
                () -> store.replace(MONDAY.plusDays(1), sink -> {
                    sink.accept(value("2", 0.3, 30));
                    throw new IllegalStateException("cut off");
                }));
        assertEquals(Optional.of(MONDAY), store.asOf());
        assertEquals(Optional.of(value("1", 0.9, 100)), store.find("1"));
    }

    @Test
    void adds_up_everybody_and_every_segment() {
        replace(MONDAY, value("1", 0.5, 100), value("2", 0.25, 40), value("3", 1, 10));
        new MembershipStore(warehouse).replace("rfm", MONDAY, sink -> {
            sink.accept("1", "loyal");
            sink.accept("2", "loyal");
            sink.accept("4", "lost");
        });
        assertEquals(new LifetimeSums("", 3, 1.75, 7.5, 150), store.all());
        assertEquals(List.of(new LifetimeSums("loyal", 2, 0.75, 5, 140)), store.bySegment());
    }

    @Test
    void the_greatest_come_first_and_the_lost_are_those_worth_winning_back() {
        replace(
                MONDAY,
                value("sure", 0.95, 500),
                value("maybe", 0.5, 60),
                value("rather not", 0.2, 50),
                value("gone", 0.05, 49));
        assertEquals(List.of("sure", "maybe"), ids(store.greatest(2)));
        assertEquals(List.of("rather not", "maybe"), ids(store.lost(9)), "250 if still there, before 120");
    }

    @Test
    void tells_how_much_the_first_tenths_hold() {
        store.replace(MONDAY, sink -> {
            for (int customer = 0; customer < 20; customer++) {
                sink.accept(value("c" + customer, 0.5, customer < 2 ? 410 : 10));
            }
        });
        List<Double> shares = store.concentration();
        assertEquals(10, shares.size());
        assertEquals(0.82, shares.get(0), 1e-12);
        assertEquals(0.84, shares.get(1), 1e-12);
        assertEquals(1, shares.get(9), 1e-12);
    }

    @Test
    void writes_a_file_safe_to_open_in_a_spreadsheet() {
        replace(MONDAY, value("=1+1", 0.5, 100), value("1", 1 / 3.0, 40.126));
        StringBuilder out = new StringBuilder();
        store.writeCsv(out);
        assertEquals("""
                contact_id,as_of,alive,orders,orders_low,orders_high,value,value_low,value_high
                1,2025-06-02,0.333333,2.500000,1,4,40.13,20.06,80.25
                '=1+1,2025-06-02,0.500000,2.500000,1,4,100.00,50.00,200.00
                """, out.toString());
    }

    private void replace(LocalDate asOf, CustomerLifetimeValue... values) {
        store.replace(asOf, sink -> List.of(values).forEach(sink));
        assertTrue(store.asOf().isPresent());
    }

    private static List<String> ids(List<CustomerLifetimeValue> values) {
        return values.stream().map(CustomerLifetimeValue::contactId).toList();
    }
}
