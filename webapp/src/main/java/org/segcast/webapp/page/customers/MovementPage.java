/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.customers;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.segcast.predictive.registry.SegmentMove;
import org.segcast.predictive.rfm.RfmSegment;
import org.segcast.webapp.dashboard.DashboardFigures.Move;
import org.segcast.webapp.page.chart.FlowChart;
import org.segcast.webapp.page.format.Formats;
import org.segcast.webapp.segment.Movement;

/** How customers moved between the RFM segments since a day that the reader chooses. */
@Named("movementPage")
@RequestScoped
public class MovementPage {
    @Inject
    private Movement movement;

    @Inject
    private Formats formats;

    private String since = "";
    private List<LocalDate> dates = List.of();
    private List<SegmentMove> found = List.of();
    private List<Move> moves = List.of();

    /** Called once the address was read; a day that is no choice is the usual one. */
    public void open() {
        dates = movement.dates();
        Optional<LocalDate> then = dates.stream()
                .filter(date -> date.toString().equals(since))
                .findFirst()
                .or(movement::usual);
        since = then.map(LocalDate::toString).orElse("");
        found = then.map(movement::since).orElse(List.of());
        moves = found.stream().map(Move::of).toList();
    }

    public String getSince() {
        return since;
    }

    public void setSince(String since) {
        this.since = since == null ? "" : since;
    }

    public List<LocalDate> getDates() {
        return dates;
    }

    public List<Move> getMoves() {
        return moves;
    }

    public FlowChart getFlow() {
        return new FlowChart(moves, formats);
    }

    /** The answer before the picture: which segment gained most over all, and which lost most. */
    public String getInsight() {
        Map<RfmSegment, Long> balance = new EnumMap<>(RfmSegment.class);
        for (SegmentMove move : found) {
            balance.merge(RfmSegment.ofKey(move.to()).orElseThrow(), move.count(), Long::sum);
            balance.merge(RfmSegment.ofKey(move.from()).orElseThrow(), -move.count(), Long::sum);
        }
        Comparator<Map.Entry<RfmSegment, Long>> bySize = Map.Entry.comparingByValue();
        Optional<Map.Entry<RfmSegment, Long>> most = balance.entrySet().stream().max(bySize);
        Optional<Map.Entry<RfmSegment, Long>> least =
                balance.entrySet().stream().min(bySize);
        return most.filter(gain -> gain.getValue() > 0)
                .map(gain -> gain.getKey().label() + " grew most, by " + formats.count(gain.getValue()) + "; "
                        + least.orElseThrow().getKey().label() + " shrank most, by "
                        + formats.count(-least.orElseThrow().getValue()) + ".")
                .orElse("As many came into each segment as went out of it.");
    }
}
