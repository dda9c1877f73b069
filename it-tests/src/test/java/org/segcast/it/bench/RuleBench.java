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
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.segcast.connector.mirror.DuckDbWarehouse;
import org.segcast.it.Checkout;
import org.segcast.predictive.feature.FeatureExtractor;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureType;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.FeatureVectors;
import org.segcast.predictive.feature.PurchaseFeature;
import org.segcast.predictive.history.AttributeDefinition;
import org.segcast.predictive.history.AttributeType;
import org.segcast.predictive.registry.FeatureStore;
import org.segcast.predictive.registry.PurchaseViews;
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

/**
 * Fifty rule segments over a million contacts with ten million orders: the first evaluation, the next day's, the same day's after one contact in a hundred has ordered, and
 * a live count.
 */
class RuleBench {
    private static final int CONTACTS = 1_000_000;
    private static final int ORDERS = 10_000_000;
    private static final int SEGMENTS = 50;
    private static final int MEMORY_MB = 1_500;
    private static final LocalDate AS_OF = LocalDate.of(2025, 6, 30);
    private static final List<String> COUNTRIES = List.of("DE", "FR", "PL", "AT", "NL");
    private static final FeatureSchema SCHEMA =
            new FeatureExtractor(List.of(new AttributeDefinition("country", AttributeType.NOMINAL))).schema();

    @Test
    void fifty_segments_over_a_million_contacts() throws IOException, SQLException {
        Path folder = Checkout.fresh(Checkout.target().resolve("bench-rules"));
        try (DuckDbWarehouse warehouse = new DuckDbWarehouse(folder.resolve("rules.duckdb"), MEMORY_MB, 2)) {
            FeatureStore features = new FeatureStore(warehouse::open);
            addPurchases(warehouse);
            features.replace(new Made(0, 0), AS_OF);
            RuleMemberships rules = new RuleMemberships(warehouse::open);
            RuleBook book = book();
            double first = seconds(() -> assertTrue(rules.refresh(book).entered() > CONTACTS));
            features.replace(new Made(1, 1), AS_OF.plusDays(1));
            double next = seconds(() -> assertTrue(rules.refresh(book).left() > 0));
            features.replace(new Made(1, 2), AS_OF.plusDays(1));
            double again = seconds(() -> assertTrue(rules.refresh(book).left() > 0));
            double count = seconds(() -> assertEquals(
                    CONTACTS, rules.match(book, rule(3)).orElseThrow().of()));
            Figures.keep(
                    "rules",
                    Figure.rate("50 rule segments over 1,000,000 contacts, the first time", first, "s"),
                    Figure.atMost("50 rule segments over 1,000,000 contacts, a day later", next, "s", 2),
                    Figure.atMost("the same day again after 1% of the contacts changed", again, "s", 0.2),
                    Figure.atMost("a live count of one rule among them", count, "s", 2));
        } finally {
            Files.deleteIfExists(folder.resolve("rules.duckdb"));
        }
    }

    private static void addPurchases(DuckDbWarehouse warehouse) throws SQLException {
        try (Connection connection = warehouse.open();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE orders AS SELECT CAST(1 + hash(i) % " + CONTACTS
                    + " AS VARCHAR) AS contact_id, CAST(i AS VARCHAR) AS order_id, DATE '2022-01-01' + CAST(hash(i + 7) % 1270 AS INTEGER) AS day,"
                    + " CAST(5 + hash(i + 13) % 400 AS DECIMAL(18,2)) AS amount, false AS refund FROM range(" + ORDERS
                    + ") r(i)");
        }
        PurchaseViews.define(
                warehouse::open,
                "SELECT * FROM orders",
                "SELECT *, '' AS product, '' AS category, 0 AS quantity FROM orders WHERE false");
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

    /** Contacts with made-up values, a day older or not; so many in a hundred have ordered on the second day. */
    private record Made(int day, int ordering) implements FeatureVectors {
        @Override
        public FeatureSchema schema() {
            return SCHEMA;
        }

        @Override
        public void forEach(Consumer<FeatureVector> sink) {
            SplittableRandom random = new SplittableRandom(1);
            int numbers = SCHEMA.ofType(FeatureType.NUMERIC).size();
            int words = SCHEMA.ofType(FeatureType.NOMINAL).size();
            for (int i = 1; i <= CONTACTS; i++) {
                double[] numerics = new double[numbers];
                String[] nominals = new String[words];
                Arrays.fill(nominals, "");
                nominals[SCHEMA.nominalIndex("attr_country")] = COUNTRIES.get(random.nextInt(5));
                boolean ordered = i % 100 < ordering;
                int orders = random.nextInt(40) + (ordered ? 1 : 0);
                numerics[SCHEMA.numericIndex(PurchaseFeature.ORDER_COUNT.key())] = orders;
                numerics[SCHEMA.numericIndex(PurchaseFeature.TOTAL_SPENT.key())] = orders * 80.0;
                int days = random.nextInt(400);
                numerics[SCHEMA.numericIndex(PurchaseFeature.DAYS_SINCE_LAST_ORDER.key())] = ordered ? 0 : days + day;
                sink.accept(new FeatureVector(SCHEMA, Integer.toString(i), numerics, nominals));
            }
        }
    }
}
