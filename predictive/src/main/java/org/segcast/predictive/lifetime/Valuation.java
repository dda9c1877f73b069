/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime;

import java.time.LocalDate;
import java.util.Optional;
import org.segcast.predictive.history.PurchaseHistory;
import org.segcast.predictive.lifetime.model.OrderCounts;
import org.segcast.predictive.lifetime.model.RepeatOrders;
import org.segcast.predictive.lifetime.model.RepeatSpend;

/** Puts a value on customers: a function of their purchases, the model and the terms alone. */
public final class Valuation {
    private static final double WEEKS_A_MONTH = 365 / 84.0;
    private static final double TENTH = 0.1;

    private final LifetimeModel model;
    private final LocalDate asOf;
    private final double weeks;
    private final double margin;
    private final double[] untils;
    private final double[] worths;

    /** @param asOf the day from which the horizon counts and up to which purchases are known; may lie after the model's */
    public Valuation(LifetimeModel model, LifetimeTerms terms, LocalDate asOf) {
        this.model = model;
        this.asOf = asOf;
        this.weeks = terms.horizonDays() / 7.0;
        this.margin = terms.marginPercent() / 100;
        int months = (int) Math.ceil(weeks / WEEKS_A_MONTH - 1e-9);
        this.untils = new double[months];
        this.worths = new double[months];
        for (int month = 0; month < months; month++) {
            double from = month * WEEKS_A_MONTH;
            untils[month] = Math.min(weeks, from + WEEKS_A_MONTH);
            double years = (from + untils[month]) / 2 / (12 * WEEKS_A_MONTH);
            worths[month] = Math.exp(-years * Math.log1p(terms.discountPercent() / 100));
        }
    }

    /** Nothing for somebody without an order by the as-of day. */
    public Optional<CustomerLifetimeValue> of(PurchaseHistory history) {
        return RepeatOrders.of(history.purchases(), asOf)
                .map(orders -> of(history.contact().id(), orders, RepeatSpend.total(history.purchases())));
    }

    /** Each month's orders are discounted from its middle. */
    private CustomerLifetimeValue of(String contactId, RepeatOrders orders, double spent) {
        double expected = 0;
        double discounted = 0;
        for (int month = 0; month < untils.length; month++) {
            double until = model.orders().expected(orders, untils[month]);
            discounted += (until - expected) * worths[month];
            expected = until;
        }
        OrderCounts counts = model.orders().counts(orders, weeks);
        int low = counts.quantile(TENTH);
        int high = counts.quantile(1 - TENTH);
        int frequency = orders.frequency();
        double spend = margin * model.spend().expected(frequency, frequency == 0 ? 0 : spent / frequency);
        double worth = expected > 0 ? discounted / expected : 1;
        return new CustomerLifetimeValue(
                contactId,
                model.orders().alive(orders),
                expected,
                low,
                high,
                spend * discounted,
                spend * worth * low,
                spend * worth * high);
    }
}
