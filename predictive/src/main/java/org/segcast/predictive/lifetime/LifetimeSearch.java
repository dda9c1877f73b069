/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.lifetime;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.segcast.predictive.lifetime.check.Correlation;
import org.segcast.predictive.lifetime.check.Holdout;
import org.segcast.predictive.lifetime.check.LifetimeCheck;
import org.segcast.predictive.lifetime.fit.Cohort;
import org.segcast.predictive.lifetime.fit.FittedOrders;
import org.segcast.predictive.lifetime.fit.LifetimeFits;
import org.segcast.predictive.lifetime.fit.OrderDays;
import org.segcast.predictive.lifetime.model.RepeatModelKind;
import org.segcast.predictive.lifetime.model.RepeatOrders;
import org.segcast.predictive.lifetime.model.RepeatSpend;

/**
 * Fits all models to what was known at a cut-off, takes the one that is least surprised by what came after it, and fits that one to
 * everything. Too little data, or a model that is no better than going on at the rate before, are refused; the least data are those of
 * Klaviyo.
 */
public final class LifetimeSearch {
    private static final int LEAST_CUSTOMERS = 500;
    private static final int LEAST_LOYAL = 50;
    private static final int LEAST_DAYS = 180;
    private static final int MOST_QUIET_DAYS = 30;
    private static final String UNFITTED =
            "No model of ordering and leaving fits these customers: none of their parameters is likelier than all others.";
    /** More than so many make the parameters no surer, only the fit slower. */
    private static final int MOST_FITTED = 50_000;

    private final OrderDays orders;

    public LifetimeSearch(OrderDays orders) {
        this.orders = orders;
    }

    /** @param horizonDays how far ahead the model is to look; it is checked on as many days, where half of the history has them */
    public LifetimeFinding find(int horizonDays) {
        Optional<String> lacking = lacking();
        if (lacking.isPresent()) {
            return new LifetimeFinding.Refused(lacking.get());
        }
        LocalDate cutOff = orders.asOf().minusDays(Math.min(horizonDays, orders.spanDays() / 2));
        Holdout holdout = new Holdout(orders, cutOff);
        Cohort before = Cohort.of(thinned(holdout.before()));
        if (before.repeaters() < LEAST_LOYAL) {
            return new LifetimeFinding.Refused("By " + cutOff + ", the day from which we would check ourselves, only "
                    + before.repeaters() + " customers had ordered again; we need at least " + LEAST_LOYAL + ".");
        }
        List<FittedOrders> fitted = Stream.of(RepeatModelKind.values())
                .flatMap(kind -> FittedOrders.of(kind, before).stream())
                .toList();
        if (fitted.isEmpty()) {
            return new LifetimeFinding.Refused(UNFITTED);
        }
        LifetimeCheck check = holdout.check(fitted);
        if (check.gain().low() <= 0) {
            return new LifetimeFinding.Refused("What customers ordered in the " + check.days() + " days since " + cutOff
                    + " is told as well by the rate at which they ordered before: no model is clearly better."
                    + " Take that rate, and try again when there is more history.");
        }
        return fitted(check.best().kind())
                .<LifetimeFinding>map(model -> new LifetimeFinding.Found(model, check))
                .orElse(new LifetimeFinding.Refused(UNFITTED));
    }

    private Optional<String> lacking() {
        if (orders.customers() < LEAST_CUSTOMERS) {
            return Optional.of("Too few customers with an order: " + orders.customers() + "; we need at least "
                    + LEAST_CUSTOMERS + ".");
        }
        if (orders.spanDays() < LEAST_DAYS) {
            return Optional.of(
                    "The orders reach back " + orders.spanDays() + " days; we need at least " + LEAST_DAYS + ".");
        }
        if (orders.quietDays() > MOST_QUIET_DAYS) {
            return Optional.of("The last order was " + orders.quietDays() + " days before " + orders.asOf()
                    + "; we need one within " + MOST_QUIET_DAYS + " days. Synchronise the orders first.");
        }
        int loyal = orders.atLeast(3);
        if (loyal < LEAST_LOYAL) {
            return Optional.of("Only " + loyal + " customers ordered on three days or more; we need at least "
                    + LEAST_LOYAL + ".");
        }
        return Optional.empty();
    }

    private Optional<LifetimeModel> fitted(RepeatModelKind kind) {
        List<RepeatOrders> all = IntStream.range(0, orders.customers())
                .mapToObj(customer -> orders.at(customer, orders.asOf()))
                .toList();
        List<RepeatSpend> spends = IntStream.range(0, all.size())
                .filter(customer -> all.get(customer).frequency() > 0 && orders.spend(customer) > 0)
                .mapToObj(customer -> spend(all.get(customer).frequency(), orders.spend(customer)))
                .toList();
        Correlation correlation = new Correlation();
        spends.forEach(spend -> correlation.add(spend.frequency(), spend.mean()));
        Cohort cohort = Cohort.of(thinned(all));
        int repeaters =
                (int) all.stream().filter(customer -> customer.frequency() > 0).count();
        return LifetimeFits.orders(kind, cohort)
                .flatMap(found -> LifetimeFits.spend(thinned(spends))
                        .map(spend -> new LifetimeModel(
                                orders.asOf(),
                                kind,
                                found,
                                spend,
                                all.size(),
                                cohort.customers(),
                                repeaters,
                                correlation.value())));
    }

    private static RepeatSpend spend(int frequency, double spent) {
        return new RepeatSpend(frequency, spent / frequency);
    }

    /** Every so many-th, so that enough are left; customers come in the order of their ids as texts. */
    private static <T> List<T> thinned(List<T> customers) {
        int size = customers.size();
        if (size <= MOST_FITTED) {
            return customers;
        }
        return IntStream.range(0, MOST_FITTED)
                .mapToObj(place -> customers.get((int) ((long) place * size / MOST_FITTED)))
                .toList();
    }
}
