/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.segcast.predictive.feature.FeatureVectors;
import org.segcast.predictive.response.Objective;
import org.segcast.predictive.rfm.RfmSegment;
import org.segcast.predictive.rfm.RfmSegmentation;
import org.segcast.webapp.pipeline.RunJournal;
import org.segcast.webapp.rfm.RfmBook;
import org.segcast.webapp.warehouse.ContactTable;
import org.segcast.webapp.warehouse.ContactTable.SegmentTotals;
import org.segcast.webapp.warehouse.Warehouse;

/** Gathers the first page's figures; keeps them until a newer run has changed them. */
@ApplicationScoped
public class Dashboard {
    private static final int YEAR = 365;

    @Inject
    private Warehouse warehouse;

    @Inject
    private RfmBook rfm;

    @Inject
    private ContactTable contacts;

    @Inject
    private RunJournal journal;

    private record Kept(long runId, DashboardFigures figures) {}

    private volatile Optional<Kept> kept = Optional.empty();

    /** Empty before the first run has scores. */
    public Optional<DashboardFigures> figures() {
        return journal.latestWith("score").flatMap(run -> figures(run.getId()));
    }

    /** Whether a run went through and found nobody who may be profiled. */
    public boolean nobody() {
        return journal.latestWith("score").isPresent()
                && warehouse.features().asOf().isPresent()
                && warehouse.features().count() == 0;
    }

    /** Empty where the warehouse was deleted after the run. */
    private Optional<DashboardFigures> figures(long runId) {
        Optional<Kept> known = kept.filter(found -> found.runId() == runId);
        if (known.isPresent()) {
            return known.map(Kept::figures);
        }
        Optional<DashboardFigures> figures = warehouse
                .memberships()
                .asOf(RfmSegmentation.KIND)
                .flatMap(asOf -> warehouse.features().vectors().map(vectors -> gather(asOf, vectors)));
        kept = figures.map(found -> new Kept(runId, found));
        return figures;
    }

    private DashboardFigures gather(LocalDate asOf, FeatureVectors vectors) {
        List<SegmentTotals> totals = contacts.totals(RfmSegmentation.KIND, asOf.minusDays(YEAR - 1), asOf);
        long all = totals.stream().mapToLong(SegmentTotals::size).sum();
        long prospects = totals.stream()
                .filter(segment -> segment.segment().equals(RfmSegment.PROSPECTS.key()))
                .mapToLong(SegmentTotals::size)
                .sum();
        HeatMap heat = HeatMap.of(vectors, rfm.inForce());
        return new DashboardFigures(
                asOf,
                all,
                all - prospects,
                prospects,
                revenue(totals),
                revenue(contacts.totals(RfmSegmentation.KIND, asOf.minusDays(2 * YEAR - 1), asOf.minusDays(YEAR))),
                Math.round(warehouse.scores().expectedResponders(Objective.REORDER_60.key())),
                warehouse.scores().count(Objective.REORDER_60.key()),
                totals.stream().mapToLong(SegmentTotals::emailable).sum(),
                contacts.currency(),
                heat.recencyLabels(),
                heat.frequencyLabels(),
                heat.counts(),
                moves(asOf));
    }

    private static double revenue(List<SegmentTotals> totals) {
        return totals.stream().mapToDouble(SegmentTotals::revenue).sum();
    }

    private List<DashboardFigures.Move> moves(LocalDate asOf) {
        return warehouse.memberships().moves(RfmSegmentation.KIND, asOf).stream()
                .filter(move -> !move.from().isEmpty() && !move.to().isEmpty())
                .map(DashboardFigures.Move::of)
                .toList();
    }
}
