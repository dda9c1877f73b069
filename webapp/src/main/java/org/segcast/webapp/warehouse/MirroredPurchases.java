/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.warehouse;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.segcast.connector.mirror.Mirror;
import org.segcast.connector.mirror.MirrorHistory;
import org.segcast.predictive.feature.ChannelFeature;
import org.segcast.predictive.history.AttributeDefinition;
import org.segcast.predictive.history.AttributeType;
import org.segcast.predictive.history.ContactProfile;
import org.segcast.predictive.history.Engagement;
import org.segcast.predictive.history.EngagementKind;
import org.segcast.predictive.history.Purchase;
import org.segcast.predictive.history.PurchaseHistories;
import org.segcast.predictive.history.PurchaseHistory;
import org.segcast.predictive.history.PurchaseLine;
import org.segcast.predictive.registry.PurchaseViews;
import org.segcast.predictive.registry.WarehouseConnections;

/** Tells the mirror's orders in the predictive module's words. */
public record MirroredPurchases(Mirror mirror) implements PurchaseHistories {
    private static final String UNTOLD = "";
    private static final String COUNTED = " FROM mirror.orders o WHERE o.state IN ('CONFIRMED', 'REFUND')";

    private static final String ORDERS =
            "SELECT o.contact_id, CAST(o.ordered_at AS DATE) AS day, o.amount, o.state = 'REFUND' AS refund" + COUNTED;

    private static final String LINES =
            "SELECT o.contact_id, l.order_id, CAST(o.ordered_at AS DATE) AS day, l.product, l.category, l.quantity,"
                    + " l.amount, o.state = 'REFUND' AS refund"
                    + COUNTED.replace(" WHERE", " JOIN mirror.order_line l ON l.order_id = o.id WHERE");

    /** The same purchases as views of the warehouse that holds the mirror. */
    public static void define(WarehouseConnections connections) {
        PurchaseViews.define(connections, ORDERS, LINES);
    }

    @Override
    public List<AttributeDefinition> attributes() {
        return mirror.attributes().stream()
                .map(attribute -> new AttributeDefinition(
                        attribute.name(), AttributeType.valueOf(attribute.type().name())))
                .toList();
    }

    @Override
    public List<String> currencies() {
        return mirror.currencies();
    }

    @Override
    public void forEach(LocalDate asOf, Consumer<PurchaseHistory> sink) {
        mirror.stream(asOf, history -> sink.accept(purchases(history)));
    }

    private static PurchaseHistory purchases(MirrorHistory history) {
        ContactProfile contact = new ContactProfile(history.contactId(), history.attributes());
        return new PurchaseHistory(
                contact,
                history.orders().stream().map(MirroredPurchases::purchase).toList(),
                history.engagements().stream()
                        .map(MirroredPurchases::engagement)
                        .toList());
    }

    private static Engagement engagement(MirrorHistory.Engagement engagement) {
        return new Engagement(
                EngagementKind.valueOf(engagement.kind().name()),
                engagement.at().toLocalDate());
    }

    private static Purchase purchase(MirrorHistory.Order order) {
        List<PurchaseLine> lines = order.lines().isEmpty()
                ? List.of()
                : order.lines().stream()
                        .map(line -> new PurchaseLine(
                                line.product(), line.category(), line.quantity(), line.amount(), line.discount()))
                        .toList();
        return new Purchase(
                UNTOLD,
                order.orderedAt().toLocalDate(),
                order.amount(),
                order.refund(),
                order.till() ? ChannelFeature.TILL : ChannelFeature.SALES,
                order.currency(),
                lines);
    }
}
