/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.segcast.connector.push.DesiredMarks;
import org.segcast.connector.push.DesiredScore;
import org.segcast.connector.spi.ScoreMark;
import org.segcast.connector.spi.TagDefinition;
import org.segcast.predictive.registry.RuleMemberships;
import org.segcast.predictive.response.Objective;
import org.segcast.predictive.response.score.Score;
import org.segcast.predictive.rfm.RfmSegment;
import org.segcast.predictive.rfm.RfmSegmentation;
import org.segcast.webapp.cluster.ClusterBook;
import org.segcast.webapp.cluster.ClusterSegment;
import org.segcast.webapp.rfm.RfmTags;
import org.segcast.webapp.rule.RuleDefinition;
import org.segcast.webapp.rule.RuleSegments;
import org.segcast.webapp.warehouse.Warehouse;

/** What the CRM should show: the segments of every kind that are meant for it as tags, and scored customers' percentile with their chance and its reason. */
@ApplicationScoped
public class WantedMarks implements DesiredMarks {
    private static final Objective OBJECTIVE = Objective.REORDER_60;

    @Inject
    private Warehouse warehouse;

    @Inject
    private RfmTags rfm;

    @Inject
    private RuleSegments rules;

    @Inject
    private ClusterBook clusters;

    @Override
    public List<TagDefinition> tags() {
        return Stream.of(
                        rfm.tagged().stream()
                                .map(segment ->
                                        new TagDefinition(segment.key(), segment.label(), segment.colourSlot())),
                        tagged().map(rule -> new TagDefinition(rule.key(), rule.name(), rule.colour())),
                        taggedClusters().map(each -> new TagDefinition(each.key(), each.name(), each.colour())))
                .flatMap(each -> each)
                .toList();
    }

    @Override
    public void members(MemberSink sink) {
        members(RfmSegmentation.KIND, rfm.tagged().stream().map(RfmSegment::key), sink);
        members(RuleMemberships.KIND, tagged().map(RuleDefinition::key), sink);
        members(ClusterBook.KIND, taggedClusters().map(ClusterSegment::key), sink);
    }

    private void members(String kind, Stream<String> tagged, MemberSink sink) {
        Set<String> keys = tagged.collect(Collectors.toSet());
        if (keys.isEmpty()) {
            return;
        }
        warehouse.memberships().assignments(kind).forEach((contact, segment) -> {
            if (keys.contains(segment)) {
                sink.accept(segment, contact);
            }
        });
    }

    private Stream<ClusterSegment> taggedClusters() {
        return clusters.segments().stream().filter(ClusterSegment::tagged);
    }

    private Stream<RuleDefinition> tagged() {
        return rules.all().stream().filter(RuleDefinition::tagged);
    }

    @Override
    public void scores(ScoreSink sink) {
        warehouse
                .scores()
                .scores(OBJECTIVE.key())
                .forEach(score -> sink.accept(
                        score.contactId(),
                        new DesiredScore(
                                new ScoreMark(label(score), score.percentile(), words(score)),
                                score.probability() * 100,
                                score.topic())));
    }

    private static String label(Score score) {
        return RfmSegment.ofKey(score.segment()).map(RfmSegment::label).orElse(score.segment());
    }

    private static String words(Score score) {
        long percent = Math.round(score.probability() * 100);
        return (percent == 0 ? "Below 1" : percent) + "% chance to order within " + OBJECTIVE.windowDays() + " days. "
                + score.reasonLine();
    }
}
