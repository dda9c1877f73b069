/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.segment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.segcast.predictive.registry.SegmentMove;
import org.segcast.predictive.rfm.RfmSegmentation;
import org.segcast.webapp.warehouse.Warehouse;

/** How customers moved between the RFM segments over time. */
@ApplicationScoped
public class Movement {
    private static final int MONTH = 30;

    @Inject
    private Warehouse warehouse;

    /** The dates that today can be compared with, newest first; none before there were runs of two days. */
    public List<LocalDate> dates() {
        Optional<LocalDate> now = asOf();
        return warehouse.memberships().changeDates(RfmSegmentation.KIND).stream()
                .filter(date -> now.filter(date::isBefore).isPresent())
                .toList();
    }

    /** The newest of the dates that lies a month back, else the oldest. */
    public Optional<LocalDate> usual() {
        List<LocalDate> dates = dates();
        return asOf().flatMap(now -> dates.stream()
                .filter(date -> !date.isAfter(now.minusDays(MONTH)))
                .findFirst()
                .or(() -> dates.stream().reduce((newer, older) -> older)));
    }

    /** Who is in another segment now than then, most first. Who was no contact then, or is none now, is left out. */
    public List<SegmentMove> since(LocalDate then) {
        return asOf().map(now -> warehouse.memberships().moves(RfmSegmentation.KIND, then, now).stream()
                        .filter(move -> !move.from().isEmpty() && !move.to().isEmpty())
                        .toList())
                .orElse(List.of());
    }

    /** The date that memberships are as of. */
    public Optional<LocalDate> asOf() {
        return warehouse.memberships().asOf(RfmSegmentation.KIND);
    }
}
