/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.rfm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.segcast.predictive.feature.FeatureVectors;
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

    /** Keeps them, unless something is wrong with them. */
    public List<RfmProblem> keep(RfmDraft draft, String by) {
        List<RfmProblem> problems = draft.problems();
        if (problems.isEmpty()) {
            store.want(draft.settings(), by);
        }
        return problems;
    }

    /** For the step of a run that makes the segments: what is wanted is in force from here on. */
    public RfmSettings takeUp() {
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
