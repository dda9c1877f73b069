/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.history.InMemoryHistories;
import org.segcast.predictive.lifetime.fit.OrderDays;

class LifetimeSearchTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    private final InMemoryHistories histories = new InMemoryHistories();

    @Test
    void few_customers_are_too_few() {
        customers(499, 30, 400);
        assertEquals("Too few customers with an order: 499; we need at least 500.", refusal());
    }

    @Test
    void nobody_at_all_is_told_so() {
        assertEquals("Too few customers with an order: 0; we need at least 500.", refusal());
    }

    @Test
    void a_short_history_is_too_short() {
        customers(600, 30, 100);
        assertEquals("The orders reach back 100 days; we need at least 180.", refusal());
    }

    @Test
    void orders_that_ended_long_ago_tell_nothing_of_today() {
        for (int customer = 0; customer < 600; customer++) {
            histories.contact("c" + customer, Map.of());
            for (int days = 400; days > 60; days -= 90) {
                histories.order("c" + customer, AS_OF.minusDays(days), 10);
            }
        }
        assertEquals(
                "The last order was 130 days before 2026-06-30; we need one within 30 days. Synchronise the orders first.",
                refusal());
    }

    @Test
    void customers_who_order_once_tell_nothing_of_coming_back() {
        for (int customer = 0; customer < 600; customer++) {
            histories.contact("c" + customer, Map.of());
            histories.order("c" + customer, AS_OF.minusDays(customer % 400), 10);
        }
        assertEquals("Only 0 customers ordered on three days or more; we need at least 50.", refusal());
    }

    @Test
    void customers_who_all_began_lately_cannot_be_checked() {
        histories.contact("old", Map.of()).order("old", AS_OF.minusDays(400), 10);
        customers(600, 5, 60);
        assertTrue(refusal().contains("only 0 customers had ordered again; we need at least 50"), this::refusal);
    }

    /** Everybody orders like clockwork: no model knows better than the rate before. */
    @Test
    void a_model_that_is_no_better_than_the_rate_before_is_refused() {
        for (int customer = 0; customer < 600; customer++) {
            histories.contact("c" + customer, Map.of());
            int every = 7 + customer % 60;
            for (int days = 700; days >= 0; days -= every) {
                histories.order("c" + customer, AS_OF.minusDays(days), 10);
            }
        }
        assertTrue(refusal().contains("told as well by the rate at which they ordered before"), this::refusal);
    }

    private void customers(int count, int every, int since) {
        for (int customer = 0; customer < count; customer++) {
            histories.contact("c" + customer, Map.of());
            for (int days = since; days >= 0; days -= every) {
                histories.order("c" + customer, AS_OF.minusDays(days), 10);
            }
        }
    }

    private String refusal() {
        LifetimeFinding finding = new LifetimeSearch(OrderDays.read(histories, AS_OF)).find(365);
        return assertInstanceOf(LifetimeFinding.Refused.class, finding).message();
    }
}
