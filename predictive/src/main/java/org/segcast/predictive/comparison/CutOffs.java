/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.comparison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.segcast.predictive.comparison.candidate.Customer;
import org.segcast.predictive.comparison.candidate.PastTotals;
import org.segcast.predictive.comparison.candidate.Population;
import org.segcast.predictive.feature.FeatureExtractor;
import org.segcast.predictive.history.Purchase;
import org.segcast.predictive.history.PurchaseHistories;
import org.segcast.predictive.history.PurchaseHistory;
import org.segcast.predictive.response.ContactSample;
import org.segcast.predictive.response.Objective;
import org.segcast.predictive.response.ObservationPlan;
import org.segcast.predictive.response.ObservationWindow;

/**
 * Sees the same customers at some cut-offs, oldest first, in one ordered pass. Above a number of them a sample is kept.
 *
 * @param reachDays days from the first order to as-of; 0 without orders
 */
record CutOffs(List<CutOff> oldestFirst, long reachDays) {

    /** The latest; older ones describe other times and cost memory. */
    static final int MOST = 4;

    private static final long SAMPLE_SEED = 1;

    static CutOffs of(
            PurchaseHistories histories,
            FeatureExtractor extractor,
            PastTotals totals,
            LocalDate asOf,
            Objective objective,
            int mostCustomers) {
        ObservationPlan plan = ObservationPlan.of(asOf, objective);
        List<ObservationWindow> windows = new ArrayList<>();
        for (int i = MOST - 2; i >= 0; i--) {
            windows.add(plan.training().get(i));
        }
        windows.add(plan.test());
        ContactSample<Seen> sample = new ContactSample<>(mostCustomers, SAMPLE_SEED);
        histories.forEach(asOf, history -> {
            Optional<LocalDate> first = history.firstOrder();
            if (first.isPresent() && sample.admits(history.contact().id())) {
                sample.add(history.contact().id(), seen(history, first.get(), windows, extractor, totals, objective));
            }
        });
        return of(sample.kept(), windows, extractor, asOf);
    }

    private static CutOffs of(
            List<Seen> customers, List<ObservationWindow> windows, FeatureExtractor extractor, LocalDate asOf) {
        LocalDate first = customers.stream()
                .map(Seen::firstOrder)
                .min(LocalDate::compareTo)
                .orElse(asOf);
        List<CutOff> found = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            int place = i;
            List<View> views = customers.stream()
                    .flatMap(customer -> customer.views().get(place).stream())
                    .toList();
            boolean known = !windows.get(i).cutOff().isBefore(first.plusDays(ObservationPlan.LEAST_HISTORY_DAYS));
            if (known) {
                found.add(new CutOff(
                        windows.get(i),
                        new Population(
                                extractor.schema(),
                                views.stream().map(View::customer).toList()),
                        views.stream().map(View::outcome).toList()));
            }
        }
        return new CutOffs(List.copyOf(found), asOf.toEpochDay() - first.toEpochDay());
    }

    private static Seen seen(
            PurchaseHistory history,
            LocalDate first,
            List<ObservationWindow> windows,
            FeatureExtractor extractor,
            PastTotals totals,
            Objective objective) {
        List<Optional<View>> views = new ArrayList<>();
        for (ObservationWindow window : windows) {
            views.add(
                    first.isAfter(window.cutOff())
                            ? Optional.empty()
                            : Optional.of(view(history, window, extractor, totals, objective)));
        }
        return new Seen(first, views);
    }

    private static View view(
            PurchaseHistory history,
            ObservationWindow window,
            FeatureExtractor extractor,
            PastTotals totals,
            Objective objective) {
        double revenue = history.purchases().stream()
                .filter(purchase -> window.contains(purchase.date()))
                .mapToDouble(Purchase::amount)
                .sum();
        return new View(
                new Customer(extractor.extract(history, window.cutOff()), totals.asOf(window.cutOff(), history)),
                new CutOff.Outcome(objective.isMet(history.purchases(), window), revenue));
    }

    private record Seen(LocalDate firstOrder, List<Optional<View>> views) {}

    private record View(Customer customer, CutOff.Outcome outcome) {}
}
