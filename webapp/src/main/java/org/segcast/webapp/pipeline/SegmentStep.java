/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.segcast.predictive.feature.FeatureVectors;
import org.segcast.predictive.registry.MembershipStore;
import org.segcast.predictive.registry.RuleRefresh;
import org.segcast.predictive.registry.SegmentMove;
import org.segcast.predictive.rfm.RfmSegmentation;
import org.segcast.predictive.rule.RuleBook;
import org.segcast.webapp.cluster.ClusterBook;
import org.segcast.webapp.rfm.RfmBook;
import org.segcast.webapp.rule.RuleSegments;
import org.segcast.webapp.warehouse.Warehouse;

/** Puts everybody into exactly one RFM segment, into every rule segment that fits and into the closest cluster, and records who moved. */
@Named
@Dependent
public class SegmentStep extends PipelineStep {
    @Inject
    private Warehouse warehouse;

    @Inject
    private RfmBook rfm;

    @Inject
    private RuleSegments rules;

    @Inject
    private ClusterBook clusters;

    @Override
    Outcome work(Run run) {
        FeatureVectors vectors = warehouse.features().vectors().orElseThrow();
        RfmSegmentation segmentation = RfmSegmentation.of(vectors, rfm.takeUp());
        MembershipStore memberships = warehouse.memberships();
        long contacts = warehouse.features().count();
        FeatureVectors counted = new Counted(vectors, done -> progress(done, contacts));
        memberships.replace(
                RfmSegmentation.KIND,
                run.getAsOf(),
                sink -> counted.forEach(vector -> sink.accept(vector.contactId(), segmentation.keyOf(vector))));
        progress(contacts, contacts);
        long moved = memberships.moves(RfmSegmentation.KIND, run.getAsOf()).stream()
                .filter(move -> !move.from().isEmpty() && !move.to().isEmpty())
                .mapToLong(SegmentMove::count)
                .sum();
        String clustered = clustered(vectors, run); // before the rules, which may ask for them
        return Outcome.completed(
                Phrases.count(memberships.sizes(RfmSegmentation.KIND).size(), "segment") + ", "
                        + Phrases.count(moved, "contact") + " moved" + ruled() + clustered);
    }

    private String clustered(FeatureVectors vectors, Run run) {
        return clusters.place(vectors, run.getAsOf())
                .map(fitting -> "; " + Phrases.count(fitting, "customer") + " in the cluster of the closest fit")
                .orElse("");
    }

    private String ruled() {
        RuleBook book = rules.book();
        RuleRefresh changes = warehouse.rules().refresh(book);
        if (book.segments().isEmpty()) {
            return "";
        }
        return "; " + Phrases.count(book.segments().size(), "rule segment") + ", " + changes.entered() + " entered and "
                + changes.left() + " left";
    }
}
