/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.segment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.segcast.predictive.registry.RuleMemberships;
import org.segcast.predictive.rfm.RfmSegment;
import org.segcast.predictive.rfm.RfmSegmentation;
import org.segcast.webapp.cluster.ClusterBook;
import org.segcast.webapp.rule.RuleSegments;

/** The names of all segments of every kind, without counting anybody. */
@ApplicationScoped
public class SegmentNames {
    @Inject
    private RuleSegments rules;

    @Inject
    private ClusterBook clusters;

    /** RFM segments from the best on, then rule segments by name, then clusters. */
    public List<SegmentName> all() {
        return Stream.of(
                        Arrays.stream(RfmSegment.values())
                                .map(segment -> new SegmentName(segment.key(), segment.label(), RfmSegmentation.KIND)),
                        rules.all().stream()
                                .map(rule -> new SegmentName(rule.key(), rule.name(), RuleMemberships.KIND)),
                        clusters.segments().stream()
                                .map(cluster -> new SegmentName(cluster.key(), cluster.name(), ClusterBook.KIND)))
                .flatMap(kind -> kind)
                .toList();
    }
}
