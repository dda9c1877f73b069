/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.prediction;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.segcast.predictive.registry.LifetimeSums;
import org.segcast.webapp.lifetime.Lifetimes;
import org.segcast.webapp.segment.SegmentSummary;
import org.segcast.webapp.segment.Segments;

/** What the customers of each segment are worth. */
@Named("lifetimeSegments")
@RequestScoped
public class LifetimeSegments {
    @Inject
    private Segments segments;

    @Inject
    private Lifetimes lifetimes;

    private List<Line> lines = List.of();

    /** A segment with what its customers come to. */
    public record Line(SegmentSummary segment, LifetimeSums sums) {
        public double each() {
            return sums.amount() / sums.customers();
        }

        public double ordersEach() {
            return sums.orders() / sums.customers();
        }
    }

    @PostConstruct
    void look() {
        Map<String, SegmentSummary> known =
                segments.all().stream().collect(Collectors.toMap(SegmentSummary::key, Function.identity()));
        lines = lifetimes.bySegment().stream()
                .filter(sums -> known.containsKey(sums.segment()))
                .map(sums -> new Line(known.get(sums.segment()), sums))
                .sorted((one, other) ->
                        Double.compare(other.sums().amount(), one.sums().amount()))
                .toList();
    }

    public List<Line> of(String kind) {
        return lines.stream().filter(line -> line.segment().kind().equals(kind)).toList();
    }
}
