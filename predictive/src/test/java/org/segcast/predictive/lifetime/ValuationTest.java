/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.history.InMemoryHistories;
import org.segcast.predictive.lifetime.model.BgNbd;
import org.segcast.predictive.lifetime.model.GammaGamma;
import org.segcast.predictive.lifetime.model.RepeatModelKind;
import org.segcast.predictive.lifetime.model.RepeatOrders;

class ValuationTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final BgNbd ORDERS = new BgNbd(.2426, 4.4136, .7929, 2.4259);
    private static final LifetimeModel MODEL =
            new LifetimeModel(AS_OF, RepeatModelKind.BG_NBD, ORDERS, new GammaGamma(6.25, 3.74, 15.44), 3, 3, 1, 0);
    private static final LifetimeTerms PLAIN = new LifetimeTerms(365, 0, 100);

    private final InMemoryHistories histories = new InMemoryHistories();

    @Test
    void without_discount_the_value_is_the_orders_expected_at_the_spend_expected() {
        customer("often", 300, 200, 100, 20);
        CustomerLifetimeValue value = values(PLAIN).get("often");
        double orders = ORDERS.expected(new RepeatOrders(3, 280 / 7.0, 300 / 7.0), 365 / 7.0);
        assertEquals(orders, value.orders(), 1e-9);
        assertEquals(orders * MODEL.spend().expected(3, 50), value.amount(), 1e-9);
        assertTrue(value.ordersLow() < orders && orders < value.ordersHigh(), value::toString);
        assertEquals(value.ordersHigh() * MODEL.spend().expected(3, 50), value.amountHigh(), 1e-9);
    }

    @Test
    void later_money_is_worth_less_and_only_the_margin_counts() {
        customer("often", 300, 200, 100, 20);
        double plain = values(PLAIN).get("often").amount();
        double discounted = values(new LifetimeTerms(365, 10, 100)).get("often").amount();
        assertTrue(discounted < plain && discounted > plain / 1.1, discounted + " of " + plain);
        assertEquals(
                discounted * .3,
                values(new LifetimeTerms(365, 10, 30)).get("often").amount(),
                1e-9);
    }

    @Test
    void who_never_ordered_has_no_value_and_who_ordered_once_has_everybodys_spend() {
        histories.contact("never", Map.of());
        customer("once", 10);
        Map<String, CustomerLifetimeValue> values = values(PLAIN);
        assertEquals(1, values.size());
        CustomerLifetimeValue once = values.get("once");
        assertEquals(6.25 * 15.44 / 2.74, once.amount() / once.orders(), 1e-9);
    }

    @Test
    void orders_of_a_day_are_one_and_refunds_are_taken_off_what_was_spent() {
        customer("plain", 100, 50, 10);
        customer("twice", 100, 50, 50, 10);
        customer("back", 100, 50, 10);
        histories.refund("back", AS_OF.minusDays(5), -40);
        Map<String, CustomerLifetimeValue> values = values(PLAIN);
        assertEquals(values.get("plain").orders(), values.get("twice").orders(), 1e-12);
        assertTrue(values.get("twice").amount() > values.get("plain").amount());
        assertEquals(values.get("plain").orders(), values.get("back").orders(), 1e-12);
        assertTrue(values.get("back").amount() < values.get("plain").amount());
    }

    @Test
    void more_given_back_than_spent_is_no_value_below_zero() {
        customer("back", 100, 50);
        histories.refund("back", AS_OF.minusDays(5), -4_000);
        assertTrue(values(PLAIN).get("back").amount() > 0);
    }

    @Test
    void the_horizon_need_not_be_whole_months() {
        customer("often", 300, 200, 100, 20);
        double before = 0;
        for (int days : new int[] {30, 31, 45, 365, 1_825}) {
            double now = values(new LifetimeTerms(days, 0, 100)).get("often").orders();
            assertTrue(now > before, days + " days");
            before = now;
        }
    }

    @Test
    void terms_that_mean_nothing_are_refused() {
        assertThrows(SegcastException.class, () -> new LifetimeTerms(29, 10, 100));
        assertThrows(SegcastException.class, () -> new LifetimeTerms(1_826, 10, 100));
        assertThrows(SegcastException.class, () -> new LifetimeTerms(365, -1, 100));
        assertThrows(SegcastException.class, () -> new LifetimeTerms(365, Double.NaN, 100));
        assertThrows(SegcastException.class, () -> new LifetimeTerms(365, 10, 0));
    }

    private void customer(String id, int... daysAgo) {
        histories.contact(id, Map.of());
        for (int days : daysAgo) {
            histories.order(id, AS_OF.minusDays(days), 50);
        }
    }

    private Map<String, CustomerLifetimeValue> values(LifetimeTerms terms) {
        Valuation valuation = new Valuation(MODEL, terms, AS_OF);
        Map<String, CustomerLifetimeValue> values = new HashMap<>();
        histories.forEach(
                AS_OF, history -> valuation.of(history).ifPresent(value -> values.put(value.contactId(), value)));
        return values;
    }
}
