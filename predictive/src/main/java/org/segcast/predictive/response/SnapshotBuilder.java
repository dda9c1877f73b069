/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.feature.FeatureExtractor;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.FeatureVectors;
import org.segcast.predictive.history.PurchaseHistories;
import org.segcast.predictive.history.PurchaseHistory;

/**
 * Builds the examples of all cut-offs in one ordered pass over the histories. The population of a cut-off is everybody with an order
 * on or before it. Above a number of customers a sample of them is kept, the same customers at every cut-off.
 */
public final class SnapshotBuilder {

    /** Enough for a logistic model of some fifty columns, few enough for a small heap. */
    public static final int MOST_CUSTOMERS = 20_000;

    private static final long SAMPLE_SEED = 1;

    private final FeatureExtractor extractor;
    private final Segmentation segmentation;
    private final int mostCustomers;

    public SnapshotBuilder(FeatureExtractor extractor, Segmentation segmentation) {
        this(extractor, segmentation, MOST_CUSTOMERS);
    }

    public SnapshotBuilder(FeatureExtractor extractor, Segmentation segmentation, int mostCustomers) {
        this.extractor = Objects.requireNonNull(extractor);
        this.segmentation = Objects.requireNonNull(segmentation);
        SegcastException.require(mostCustomers > 0, "the sample must hold customers, found " + mostCustomers);
        this.mostCustomers = mostCustomers;
    }

    public Snapshots build(PurchaseHistories histories, LocalDate asOf, Objective objective) {
        ObservationPlan plan = ObservationPlan.of(asOf, objective);
        List<ObservationWindow> windows =
                Stream.concat(Stream.of(plan.test()), plan.training().stream()).toList();
        List<CutOffViews> customers = customers(histories, asOf, objective, windows);
        Optional<LocalDate> first =
                customers.stream().map(CutOffViews::firstOrder).min(LocalDate::compareTo);
        ObservationPlan reached = plan.within(first.orElse(asOf));
        return new Snapshots(
                reached,
                segmentation.segments(),
                training(reached, customers),
                dataset(examples(customers, 0, plan.test())),
                asOf.toEpochDay() - first.orElse(asOf).toEpochDay());
    }

    private List<CutOffViews> customers(
            PurchaseHistories histories, LocalDate asOf, Objective objective, List<ObservationWindow> windows) {
        ContactSample<CutOffViews> sample = new ContactSample<>(mostCustomers, SAMPLE_SEED);
        histories.forEach(asOf, history -> {
            if (history.firstOrder().isPresent()
                    && sample.admits(history.contact().id())) {
                sample.add(history.contact().id(), views(history, objective, windows));
            }
        });
        return sample.kept();
    }

    private CutOffViews views(PurchaseHistory history, Objective objective, List<ObservationWindow> windows) {
        LocalDate first = history.firstOrder().orElseThrow();
        List<Optional<CutOffViews.View>> views = new ArrayList<>(windows.size());
        for (ObservationWindow window : windows) {
            boolean isCustomer = !first.isAfter(window.cutOff());
            views.add(isCustomer ? Optional.of(view(history, objective, window)) : Optional.empty());
        }
        return new CutOffViews(first, views);
    }

    private CutOffViews.View view(PurchaseHistory history, Objective objective, ObservationWindow window) {
        return new CutOffViews.View(
                extractor.extract(history, window.cutOff()), objective.isMet(history.purchases(), window));
    }

    private Dataset training(ObservationPlan plan, List<CutOffViews> customers) {
        List<Example> examples = new ArrayList<>();
        for (int i = plan.training().size() - 1; i >= 0; i--) {
            examples.addAll(examples(customers, i + 1, plan.training().get(i)));
        }
        return dataset(examples);
    }

    private List<Example> examples(List<CutOffViews> customers, int index, ObservationWindow window) {
        List<CutOffViews.View> views = customers.stream()
                .flatMap(customer -> customer.views().get(index).stream())
                .toList();
        Function<FeatureVector, String> segmentOf = segmentation.fit(new Population(extractor.schema(), views));
        return views.stream()
                .map(view -> new Example(
                        view.features(), window.cutOff(), segmentOf.apply(view.features()), view.responded()))
                .toList();
    }

    private Dataset dataset(List<Example> examples) {
        return new Dataset(extractor.schema(), examples);
    }

    private record Population(FeatureSchema schema, List<CutOffViews.View> views) implements FeatureVectors {
        @Override
        public void forEach(Consumer<FeatureVector> sink) {
            views.forEach(view -> sink.accept(view.features()));
        }
    }
}
