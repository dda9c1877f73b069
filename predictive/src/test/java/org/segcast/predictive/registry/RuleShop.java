/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.segcast.predictive.feature.ExtractedFeatures;
import org.segcast.predictive.feature.FeatureExtractor;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.FeatureVectors;
import org.segcast.predictive.history.AttributeDefinition;
import org.segcast.predictive.history.AttributeType;
import org.segcast.predictive.history.ContactProfile;
import org.segcast.predictive.history.InMemoryHistories;
import org.segcast.predictive.history.Purchase;
import org.segcast.predictive.history.PurchaseHistories;
import org.segcast.predictive.history.PurchaseHistory;
import org.segcast.predictive.history.PurchaseLine;
import org.segcast.predictive.rfm.RfmSegmentation;
import org.segcast.predictive.text.NoteVocabulary;

/** A shop whose purchases are in the warehouse's views, its matrix and RFM segments stored beside them. */
final class RuleShop {
    static final List<AttributeDefinition> ATTRIBUTES = List.of(
            new AttributeDefinition("country", AttributeType.NOMINAL),
            new AttributeDefinition("age", AttributeType.NUMERIC),
            new AttributeDefinition("since", AttributeType.DATE),
            new AttributeDefinition("notes", AttributeType.TEXT));
    private static final FeatureExtractor EXTRACTOR =
            new FeatureExtractor(ATTRIBUTES, new NoteVocabulary(List.of("garden")));
    static final FeatureSchema SCHEMA = EXTRACTOR.schema();

    private final TemporaryWarehouse warehouse;

    RuleShop(TemporaryWarehouse warehouse) {
        this.warehouse = warehouse;
        PurchaseViews.define(
                warehouse,
                "SELECT '' AS contact_id, DATE '2000-01-01' AS day, 0 AS amount, false AS refund WHERE false",
                "SELECT '' AS contact_id, '' AS order_id, DATE '2000-01-01' AS day, '' AS product, '' AS category, 0 AS quantity, 0 AS amount,"
                        + " false AS refund WHERE false");
    }

    static InMemoryHistories empty() {
        return new InMemoryHistories(ATTRIBUTES.toArray(AttributeDefinition[]::new));
    }

    /** Contacts with and without orders, attributes and lines; the same ones for the same seed. */
    static InMemoryHistories random(long seed, int contacts, LocalDate asOf) {
        Random random = new Random(seed);
        InMemoryHistories shop = empty();
        for (int i = 0; i < contacts; i++) {
            String id = "c" + i;
            Map<String, String> attributes = new HashMap<>();
            if (random.nextInt(4) > 0) {
                attributes.put("country", List.of("DE", "fr", "PL").get(random.nextInt(3)));
            }
            if (random.nextBoolean()) {
                attributes.put("age", Integer.toString(18 + random.nextInt(60)));
            }
            shop.contact(id, attributes);
            int orders = random.nextInt(6);
            for (int order = 0; order < orders; order++) {
                LocalDate day = asOf.minusDays(random.nextInt(500)).plusDays(random.nextInt(3));
                shop.order(id, day, random.nextInt(40_000) / 100.0, lines(random));
            }
            if (orders > 0 && random.nextInt(5) == 0) {
                shop.refund(id, asOf.minusDays(random.nextInt(60)), -random.nextInt(5_000) / 100.0);
            }
        }
        return shop;
    }

    private static PurchaseLine[] lines(Random random) {
        PurchaseLine[] lines = new PurchaseLine[random.nextInt(4)];
        for (int i = 0; i < lines.length; i++) {
            String category = List.of("Shoes", "tents", "").get(random.nextInt(3));
            lines[i] = new PurchaseLine(
                    "p" + random.nextInt(5), category, 1 + random.nextInt(3), random.nextInt(9_000) / 100.0);
        }
        return lines;
    }

    /** Stores what is known as of a date, as a run does. */
    FeatureVectors store(PurchaseHistories histories, LocalDate asOf) throws SQLException {
        return store(histories, asOf, new FeatureStore(warehouse)::renew);
    }

    /** Stores the same, and nothing of what changed: so that rules look at everybody. */
    FeatureVectors storeAnew(PurchaseHistories histories, LocalDate asOf) throws SQLException {
        return store(histories, asOf, extracted -> new FeatureStore(warehouse).replace(extracted, asOf));
    }

    private FeatureVectors store(
            PurchaseHistories histories, LocalDate asOf, Function<ExtractedFeatures, FeatureVectors> storing)
            throws SQLException {
        storePurchases(histories);
        FeatureVectors stored = storing.apply(new ExtractedFeatures(histories, EXTRACTOR, asOf));
        RfmSegmentation rfm = RfmSegmentation.of(stored);
        new MembershipStore(warehouse)
                .replace(
                        RfmSegmentation.KIND,
                        asOf,
                        sink -> stored.forEach(vector -> sink.accept(vector.contactId(), rfm.keyOf(vector))));
        return stored;
    }

    private void storePurchases(PurchaseHistories histories) throws SQLException {
        try (Connection connection = warehouse.open()) {
            connection.setAutoCommit(false);
            Warehouse.execute(
                    connection,
                    "CREATE OR REPLACE TABLE orders (contact_id VARCHAR, order_id VARCHAR, day DATE, amount DECIMAL(18,2), refund BOOLEAN)");
            Warehouse.execute(
                    connection,
                    "CREATE OR REPLACE TABLE lines (order_id VARCHAR, product VARCHAR, category VARCHAR, quantity DECIMAL(18,3), amount DECIMAL(18,2))");
            histories.forEach(LocalDate.of(9999, 1, 1), history -> storePurchases(connection, history));
            connection.commit();
        }
        PurchaseViews.define(
                warehouse,
                "SELECT * FROM orders",
                "SELECT l.*, o.contact_id, o.day, o.refund FROM lines l JOIN orders o ON o.order_id = l.order_id");
    }

    private static void storePurchases(Connection connection, PurchaseHistory history) {
        try {
            for (Purchase purchase : history.purchases()) {
                Warehouse.update(
                        connection,
                        "INSERT INTO orders VALUES (?, ?, ?, ?, ?)",
                        history.contact().id(),
                        purchase.id(),
                        purchase.date(),
                        purchase.amount(),
                        purchase.refund());
                for (PurchaseLine line : purchase.lines()) {
                    Warehouse.update(
                            connection,
                            "INSERT INTO lines VALUES (?, ?, ?, ?, ?)",
                            purchase.id(),
                            line.product(),
                            line.category(),
                            line.quantity(),
                            line.amount());
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static PurchaseHistory historyOf(PurchaseHistories histories, FeatureVector vector, LocalDate asOf) {
        PurchaseHistory[] found = {new PurchaseHistory(new ContactProfile(vector.contactId(), Map.of()), List.of())};
        histories.forEach(asOf, history -> {
            if (history.contact().id().equals(vector.contactId())) {
                found[0] = history;
            }
        });
        return found[0];
    }
}
