/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.rfm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.segcast.predictive.ErrorCode;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.feature.CurrencyFeature;
import org.segcast.predictive.feature.FeatureExtractor;
import org.segcast.predictive.feature.FeatureVectors;
import org.segcast.predictive.rfm.RfmOrders;
import org.segcast.predictive.rfm.RfmSegment;
import org.segcast.predictive.rfm.RfmSegmentation;
import org.segcast.predictive.rfm.RfmSettings;
import org.segcast.webapp.warehouse.Warehouse;

/**
 * The RFM settings: those that people want, and those that the latest run went by. A change waits for the next run, so that segments, models and scores of one run
 * always go by the same.
 */
@ApplicationScoped
public class RfmBook {
    @Inject
    private RfmStore store;

    @Inject
    private Warehouse warehouse;

    public RfmSettings wanted() {
        return store.wanted();
    }

    public RfmSettings inForce() {
        return store.inForce();
    }

    public boolean waits() {
        return !wanted().equals(inForce());
    }

    /** Empty where nobody ever changed them. */
    public Optional<RfmChange> change() {
        return store.change();
    }

    /** Orders that can be ranked: a currency only where the latest run read orders in several. */
    public List<RfmOrders> choices() {
        return RfmOrders.choices(warehouse
                .features()
                .vectors()
                .map(FeatureVectors::schema)
                .orElseGet(() -> new FeatureExtractor(List.of()).schema()));
    }

    /** All that is wrong with a draft. */
    public List<RfmProblem> problems(RfmDraft draft) {
        List<RfmProblem> problems = new ArrayList<>(draft.problems());
        RfmOrders.ofKey(draft.orders())
                .filter(orders -> !choices().contains(orders))
                .ifPresent(orders -> problems.add(new RfmProblem("orders", notAmong(orders))));
        return problems;
    }

    private String notAmong(RfmOrders orders) {
        String others = choices().stream()
                .map(RfmOrders::key)
                .filter(CurrencyFeature::isCode)
                .collect(Collectors.joining(", "));
        return others.isEmpty()
                ? "The latest run read orders in no more than one currency, so " + orders.key()
                        + " cannot be told apart: choose all, sales or till."
                : "The latest run read no orders in " + orders.key() + ", only in " + others + ".";
    }

    /** Keeps them, unless something is wrong with them. */
    public List<RfmProblem> keep(RfmDraft draft, String by) {
        List<RfmProblem> problems = problems(draft);
        if (problems.isEmpty()) {
            store.want(draft.settings(), by);
        }
        return problems;
    }

    /** For the step of a run that makes the segments: what is wanted is in force from here on. */
    public RfmSettings takeUp() {
        RfmOrders orders = wanted().orders();
        if (!choices().contains(orders)) {
            throw new SegcastException(
                    ErrorCode.ORDERS_NOT_MEASURED,
                    "Customers cannot be ranked by orders in " + orders.key() + ". " + notAmong(orders)
                            + " Change it under Segments, RFM settings; until then segments stay as they were.");
        }
        return store.takeUp();
    }

    /** Of the customers of the latest run; empty before the first. */
    public Optional<RfmPreview> preview(RfmSettings draft) {
        return warehouse.features().vectors().map(vectors -> preview(vectors, draft));
    }

    private RfmPreview preview(FeatureVectors vectors, RfmSettings draft) {
        RfmSegmentation before = RfmSegmentation.of(vectors, inForce());
        RfmSegmentation after = RfmSegmentation.of(vectors, draft);
        int segments = RfmSegment.values().length;
        long[] now = new long[segments];
        long[] then = new long[segments];
        long[] moving = new long[1];
        vectors.forEach(vector -> {
            RfmSegment from = before.segmentOf(vector);
            RfmSegment to = after.segmentOf(vector);
            now[from.ordinal()]++;
            then[to.ordinal()]++;
            moving[0] += from == to ? 0 : 1;
        });
        return new RfmPreview(
                after.cutPoints(),
                Arrays.stream(RfmSegment.values())
                        .map(segment -> new RfmPreview.Size(segment, now[segment.ordinal()], then[segment.ordinal()]))
                        .toList(),
                Arrays.stream(now).sum() - now[RfmSegment.PROSPECTS.ordinal()],
                moving[0]);
    }
}
