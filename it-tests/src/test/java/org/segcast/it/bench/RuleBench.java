/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.segcast.connector.mirror.DuckDbWarehouse;
import org.segcast.connector.mirror.Mirror;
import org.segcast.it.Checkout;
import org.segcast.predictive.feature.ExtractedFeatures;
import org.segcast.predictive.feature.FeatureExtractor;
import org.segcast.predictive.feature.PurchaseFeature;
import org.segcast.predictive.registry.FeatureStore;
import org.segcast.predictive.registry.RuleMemberships;
import org.segcast.predictive.rule.AllOf;
import org.segcast.predictive.rule.AnyOf;
import org.segcast.predictive.rule.Comparison;
import org.segcast.predictive.rule.Not;
import org.segcast.predictive.rule.NumberCondition;
import org.segcast.predictive.rule.PurchaseCondition;
import org.segcast.predictive.rule.PurchaseMeasure;
import org.segcast.predictive.rule.PurchaseTotal;
import org.segcast.predictive.rule.RuleBook;
import org.segcast.predictive.rule.RuleSegment;
import org.segcast.predictive.rule.SegmentRule;
import org.segcast.predictive.rule.WordCondition;
import org.segcast.webapp.warehouse.MirroredPurchases;

/**
 * Fifty rule segments over a million contacts with ten million orders, on the way of a run: what the mirror holds becomes the matrix, then the rules are evaluated. For the first
 * time, a day later, on the same day after one contact in a hundred has ordered; and a live count.
 */
class RuleBench {
    private static final int CONTACTS = 1_000_000;
    private static final int ORDERS = 10_000_000;
    private static final int SEGMENTS = 50;
    private static final int MEMORY_MB = 1_500;
    private static final LocalDate AS_OF = LocalDate.of(2025, 6, 30);
    private static final List<String> COUNTRIES = List.of("DE", "FR", "PL", "AT", "NL");

    @Test
    void fifty_segments_over_a_million_contacts() throws IOException, SQLException {
        Path folder = Checkout.fresh(Checkout.target().resolve("bench-rules"));
        try (DuckDbWarehouse warehouse = new DuckDbWarehouse(folder.resolve("rules.duckdb"), MEMORY_MB, 2)) {
            Mirror mirror = new Mirror(warehouse);
            MirroredPurchases.define(warehouse::open);
            addCustomers(warehouse);
            RuleMemberships rules = new RuleMemberships(warehouse::open);
            RuleBook book = book();
            renew(warehouse, mirror, AS_OF);
            double first = seconds(() -> assertTrue(rules.refresh(book).entered() > CONTACTS));
            double matrix = seconds(() -> renew(warehouse, mirror, AS_OF.plusDays(1)));
            double next =
                    seconds(() -> assertEquals(CONTACTS, rules.refresh(book).looked()));
            addOrders(warehouse, CONTACTS / 100, AS_OF.plusDays(1));
            double noting = seconds(() -> renew(warehouse, mirror, AS_OF.plusDays(1)));
            double again = seconds(
                    () -> assertEquals(CONTACTS / 100, rules.refresh(book).looked()));
            double count = seconds(() -> assertEquals(
                    CONTACTS, rules.match(book, rule(3)).orElseThrow().of()));
            Figures.keep(
                    "rules",
                    Figure.rate("50 rule segments over 1,000,000 contacts, the first time", first, "s"),
                    Figure.atMost("50 rule segments over 1,000,000 contacts, a day later", next, "s", 2),
                    Figure.atMost("the same day again after 1% of the contacts changed", again, "s", 0.2),
                    Figure.rate("the matrix before them, a day later", matrix, "s"),
                    Figure.rate("the matrix before them, the same day again, noting who changed", noting, "s"),
                    Figure.atMost("a live count of one rule among them", count, "s", 2));
        } finally {
            Files.deleteIfExists(folder.resolve("rules.duckdb"));
        }
    }

    private static void renew(DuckDbWarehouse warehouse, Mirror mirror, LocalDate asOf) {
        MirroredPurchases purchases = new MirroredPurchases(mirror);
        FeatureExtractor extractor = new FeatureExtractor(purchases.attributes());
        new FeatureStore(warehouse::open).renew(new ExtractedFeatures(purchases, extractor, asOf));
    }

    private static void addCustomers(DuckDbWarehouse warehouse) throws SQLException {
        execute(warehouse, "INSERT INTO mirror.attribute_definition VALUES ('country', 'NOMINAL')");
        execute(
                warehouse,
                "INSERT INTO mirror.contact BY NAME SELECT CAST(i AS VARCHAR) AS id, 'Person ' || i AS name, true AS active, true AS email_allowed,"
                        + " true AS profiling_allowed, MAP {'country': ['"
                        + String.join("', '", COUNTRIES)
                        + "'][1 + CAST(hash(i + 1) % 5 AS INTEGER)]} AS attributes FROM range(1, " + (CONTACTS + 1)
                        + ") r(i)");
        addOrders(
                warehouse,
                ORDERS,
                "1 + hash(i) % " + CONTACTS,
                "DATE '2022-01-01' + CAST(hash(i + 7) % 1270 AS INTEGER)");
    }

    /** One each. */
    private static void addOrders(DuckDbWarehouse warehouse, int contacts, LocalDate day) throws SQLException {
        addOrders(warehouse, contacts, "1 + i * " + (CONTACTS / contacts), "DATE '" + day + "'");
    }

    private static void addOrders(DuckDbWarehouse warehouse, int orders, String contact, String day)
            throws SQLException {
        execute(
                warehouse,
                "INSERT INTO mirror.orders BY NAME SELECT i || ' of ' || " + orders + " AS id, CAST(" + contact
                        + " AS VARCHAR) AS contact_id, CAST(" + day + " AS TIMESTAMP) AS ordered_at,"
                        + " CAST(5 + hash(i + 13) % 400 AS DECIMAL(18,2)) AS amount, 'EUR' AS currency, 'CONFIRMED' AS state FROM range("
                        + orders + ") r(i)");
    }

    private static void execute(DuckDbWarehouse warehouse, String sql) throws SQLException {
        try (Connection connection = warehouse.open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static RuleBook book() {
        List<RuleSegment> segments = new ArrayList<>();
        for (int i = 0; i < SEGMENTS; i++) {
            segments.add(new RuleSegment("rule-" + i, rule(i)));
        }
        return new RuleBook(segments);
    }

    /** Three conditions each: one on a feature, one on a word, and in every fifth rule one on purchases in a window of its own. */
    private static SegmentRule rule(int i) {
        SegmentRule number = new NumberCondition(
                i % 2 == 0 ? PurchaseFeature.ORDER_COUNT.key() : PurchaseFeature.DAYS_SINCE_LAST_ORDER.key(),
                i % 3 == 0 ? Comparison.AT_MOST : Comparison.ABOVE,
                5 + i);
        SegmentRule word = new WordCondition("attr_country", COUNTRIES.subList(i % 5, i % 5 + 1));
        SegmentRule third = i % 5 == 0
                ? new PurchaseCondition(
                        new PurchaseTotal(PurchaseMeasure.SPENT, "", "", 100 + i), Comparison.AT_LEAST, 300)
                : new Not(new NumberCondition(PurchaseFeature.TOTAL_SPENT.key(), Comparison.BELOW, 1_000 + 10 * i));
        return i % 4 == 0
                ? new AllOf(List.of(word, new AnyOf(List.of(number, third))))
                : new AllOf(List.of(number, word, third));
    }

    private static double seconds(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }
}
