/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.segcast.connector.mirror.MirrorContact;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.EngagementRecord;
import org.segcast.connector.spi.OrderLineRecord;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.OrderRecord.OrderState;
import org.segcast.predictive.registry.FeatureValues;
import org.segcast.predictive.registry.SegmentChange;
import org.segcast.predictive.response.Objective;
import org.segcast.predictive.response.score.Reason;
import org.segcast.predictive.response.score.Score;
import org.segcast.predictive.rfm.RfmSegment;
import org.segcast.predictive.rfm.RfmSegmentation;
import org.segcast.webapp.cluster.ClusterBook;
import org.segcast.webapp.connection.Connections;
import org.segcast.webapp.contact.ContactPortrait.ClosestCluster;
import org.segcast.webapp.contact.ContactPortrait.PlacedOrder;
import org.segcast.webapp.contact.ContactPortrait.ReasonLine;
import org.segcast.webapp.contact.ContactPortrait.ScoreCard;
import org.segcast.webapp.contact.ContactPortrait.SegmentMove;
import org.segcast.webapp.model.ModelReport;
import org.segcast.webapp.model.Models;
import org.segcast.webapp.pipeline.Runs;
import org.segcast.webapp.segment.SegmentSummary;
import org.segcast.webapp.segment.Segments;
import org.segcast.webapp.warehouse.Warehouse;

/** Looks contacts up. */
@ApplicationScoped
public class Contacts {
    @Inject
    private Warehouse warehouse;

    @Inject
    private Segments segments;

    @Inject
    private ClusterBook clusters;

    @Inject
    private Models models;

    @Inject
    private Connections connections;

    @Inject
    private Runs runs;

    /** @param id the CRM's id */
    public Optional<ContactPortrait> find(String id) {
        return warehouse
                .mirror()
                .find(id, segments.asOf().orElseGet(runs::today))
                .map(this::portrait);
    }

    private ContactPortrait portrait(MirrorContact found) {
        ContactRecord contact = found.contact();
        Optional<SegmentSummary> segment = warehouse
                .memberships()
                .segmentOf(RfmSegmentation.KIND, contact.id())
                .flatMap(segments::find);
        return new ContactPortrait(
                contact.id(),
                contact.name(),
                contact.email().orElse(""),
                contact.phone().orElse(""),
                contact.company().orElse(""),
                contact.consent().email(),
                contact.consent().profiling(),
                contact.attributes(),
                segment,
                segments.ruledOf(contact.id()),
                closest(contact.id()),
                warehouse.memberships().changes(RfmSegmentation.KIND, contact.id()).stream()
                        .map(Contacts::move)
                        .toList(),
                warehouse
                        .scores()
                        .find(Objective.REORDER_60.key(), contact.id())
                        .map(this::card),
                warehouse
                        .features()
                        .find(contact.id())
                        .map(FeatureValues::values)
                        .orElse(Map.of()),
                found.orders().stream().map(Contacts::placed).toList(),
                found.engagements().stream().map(Contacts::engagement).toList(),
                page(contact.id()));
    }

    private Optional<ClosestCluster> closest(String id) {
        return warehouse
                .memberships()
                .segmentOf(ClusterBook.KIND, id)
                .flatMap(segments::find)
                .flatMap(segment ->
                        clusters.placement(id).map(placement -> new ClosestCluster(segment, placement.confidence())));
    }

    private Optional<URI> page(String id) {
        return connections.contactPage(id);
    }

    private static SegmentMove move(SegmentChange change) {
        Optional<String> from = change.from().isEmpty() ? Optional.empty() : Optional.of(label(change.from()));
        return new SegmentMove(change.asOf(), from, change.to().isEmpty() ? "no segment" : label(change.to()));
    }

    private static String label(String key) {
        return RfmSegment.ofKey(key).map(RfmSegment::label).orElse(key);
    }

    private ScoreCard card(Score score) {
        Optional<ModelReport> model = models.find(score.modelId());
        return new ScoreCard(
                Objective.REORDER_60.name(),
                score.probability(),
                average(score.objective()),
                score.percentile(),
                score.band().words(),
                score.modelId(),
                model.map(ModelReport::scopeName).orElse(""),
                model.flatMap(ModelReport::grade).orElse(""),
                score.asOf(),
                score.asOf().plusDays(Objective.REORDER_60.windowDays()),
                score.reasons().stream().map(Contacts::line).toList());
    }

    private double average(String objective) {
        long scored = warehouse.scores().count(objective);
        return scored == 0 ? 0 : warehouse.scores().expectedResponders(objective) / scored;
    }

    private static ReasonLine line(Reason reason) {
        return new ReasonLine(reason.direction() == Reason.Direction.RAISES, reason.headline(), reason.detail());
    }

    private static PlacedOrder placed(OrderRecord order) {
        List<String> products =
                order.lines().stream().map(OrderLineRecord::product).distinct().toList();
        return new PlacedOrder(
                order.id(),
                order.orderedAt().toLocalDate(),
                order.amount().doubleValue(),
                order.currency(),
                order.state() == OrderState.REFUND,
                order.original()
                        .map(money ->
                                new ContactPortrait.Original(money.amount().doubleValue(), money.currency())),
                products);
    }

    private static ContactPortrait.Engagement engagement(EngagementRecord engagement) {
        return new ContactPortrait.Engagement(
                engagement.kind().name().toLowerCase(Locale.ROOT),
                engagement.at().toLocalDate());
    }
}
