/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.segcast.connector.push.DesiredMarks;
import org.segcast.connector.spi.ScoreMark;
import org.segcast.connector.spi.TagDefinition;
import org.segcast.predictive.registry.MemberOrder;
import org.segcast.predictive.registry.MembershipStore;
import org.segcast.predictive.response.Objective;
import org.segcast.predictive.rfm.RfmSegment;
import org.segcast.predictive.rfm.RfmSegmentation;
import org.segcast.webapp.warehouse.Warehouse;

/** What the CRM should show: everybody's segment as a tag, and scored customers' chance with its reason. */
@ApplicationScoped
public class WantedMarks {
    @Inject
    private Warehouse warehouse;

    DesiredMarks now() {
        return new DesiredMarks(tags(), members(), scores());
    }

    private static List<TagDefinition> tags() {
        return Arrays.stream(RfmSegment.values())
                .map(segment -> new TagDefinition(segment.key(), segment.label(), segment.colourSlot()))
                .toList();
    }

    private Map<String, Set<String>> members() {
        MembershipStore memberships = warehouse.memberships();
        Map<String, Set<String>> members = new HashMap<>();
        memberships
                .sizes(RfmSegmentation.KIND)
                .forEach((segment, size) -> members.put(
                        segment,
                        new HashSet<>(memberships.members(
                                RfmSegmentation.KIND, segment, MemberOrder.byContactId(), 0, Math.toIntExact(size)))));
        return members;
    }

    private Map<String, ScoreMark> scores() {
        Map<String, ScoreMark> scores = new HashMap<>();
        warehouse
                .scores()
                .scores(Objective.REORDER_60.key())
                .forEach(score -> scores.put(
                        score.contactId(),
                        new ScoreMark(
                                RfmSegment.ofKey(score.segment())
                                        .map(RfmSegment::label)
                                        .orElse(score.segment()),
                                score.probability() * 100,
                                score.reasonLine())));
        return scores;
    }
}
