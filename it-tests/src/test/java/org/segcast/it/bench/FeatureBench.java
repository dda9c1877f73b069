/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.segcast.connector.mirror.DuckDbWarehouse;
import org.segcast.connector.mirror.Mirror;
import org.segcast.it.Checkout;
import org.segcast.predictive.feature.ExtractedFeatures;
import org.segcast.predictive.feature.FeatureExtractor;
import org.segcast.predictive.feature.PurchaseFeature;
import org.segcast.webapp.warehouse.MirroredPurchases;

/**
 * All features of a million customers with ten million orders, against DuckDB's own scan of these orders in the same order, and against the
 * order features in pandas. The database is that of {@link MirrorBench}, loaded where it is not there yet.
 */
class FeatureBench {
    private static final int CONTACTS = 1_000_000;
    private static final int ORDERS = 10_000_000;
    private static final int MEMORY_MB = 700;
    private static final int THREADS = 2;
    private static final int ROUNDS = 3;
    private static final LocalDate AS_OF = LocalDate.of(2025, 10, 31);
    private static final String SCAN =
            "SELECT contact_id, epoch_us(ordered_at), CAST(amount AS DOUBLE) FROM mirror.orders ORDER BY contact_id, ordered_at";
    private static final String PYTHON = "/usr/bin/python3";
    private static final int PANDAS_MINUTES = 20;

    private final Path folder = Checkout.target().resolve("bench-mirror");

    @Test
    void all_features_of_a_million_customers() throws IOException, InterruptedException, SQLException {
        MirrorLoad.ensure(folder, CONTACTS, ORDERS, AS_OF);
        List<Figure> figures = new ArrayList<>();
        double features = Double.MAX_VALUE;
        try (DuckDbWarehouse warehouse = new DuckDbWarehouse(folder.resolve("base.duckdb"), MEMORY_MB, THREADS)) {
            double scan = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                scan = Math.min(scan, seconds(() -> scan(warehouse)));
                features = Math.min(features, seconds(() -> extract(new Mirror(warehouse))));
            }
            figures.add(Figure.rate(
                            "all features of 1,000,000 customers and 10,000,000 orders", ORDERS / features, "orders/s")
                    .against("DuckDB's ordered scan", ORDERS / scan, 1 / 2.5));
            figures.add(Figure.rate("in all", features, "s"));
            export(warehouse);
        }
        double ours = ORDERS / features;
        pandas().ifPresent(pandas -> figures.add(Figure.rate("all features", ours, "orders/s")
                .against("the order features in pandas", ORDERS / pandas, 5)));
        Figures.keep("features", figures.toArray(Figure[]::new));
    }

    private static void scan(DuckDbWarehouse warehouse) {
        long rows = 0;
        try (Connection connection = warehouse.open();
                Statement statement = connection.createStatement();
                ResultSet orders = statement.executeQuery(SCAN)) {
            while (orders.next()) {
                rows += orders.getString(1).isEmpty() || orders.getLong(2) == 0 || orders.getDouble(3) < 0 ? 0 : 1;
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        assertEquals(ORDERS + ORDERS / 200, rows);
    }

    private static void extract(Mirror mirror) {
        MirroredPurchases purchases = new MirroredPurchases(mirror);
        FeatureExtractor extractor = new FeatureExtractor(purchases);
        int count = extractor.schema().numericIndex(PurchaseFeature.ORDER_COUNT.key());
        LongAdder orders = new LongAdder();
        new ExtractedFeatures(purchases, extractor, AS_OF).forEach(vector -> orders.add((long) vector.numeric(count)));
        assertEquals(ORDERS + ORDERS / 200, orders.sum());
    }

    private void export(DuckDbWarehouse warehouse) throws SQLException {
        try (Connection connection = warehouse.open();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "COPY (SELECT CAST(contact_id AS BIGINT) AS contact, CAST(ordered_at AS DATE) - DATE '1970-01-01' AS day,"
                            + " CAST(amount AS DOUBLE) AS amount FROM mirror.orders) TO '"
                            + folder.resolve("orders-for-pandas.csv")
                            + "' (HEADER)");
        }
    }

    /** Seconds without the reading of the file; empty, and said so, where there is no pandas. */
    private Optional<Double> pandas() throws IOException, InterruptedException {
        Path script = Checkout.root().resolve("it-tests/src/test/resources/features.py");
        Path said = folder.resolve("pandas.log");
        Process python = new ProcessBuilder(
                        PYTHON,
                        script.toString(),
                        folder.resolve("orders-for-pandas.csv").toString(),
                        Long.toString(AS_OF.toEpochDay()))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!python.waitFor(PANDAS_MINUTES, TimeUnit.MINUTES)) {
            python.destroyForcibly();
            throw new AssertionError("pandas did not end within " + PANDAS_MINUTES + " minutes");
        }
        String answer = Files.readString(said).strip();
        if (python.exitValue() == 3) {
            System.out.println("bench  no comparison with pandas: " + answer);
            return Optional.empty();
        }
        assertEquals(0, python.exitValue(), answer);
        return Optional.of(Double.valueOf(answer.substring(answer.lastIndexOf(' ') + 1)));
    }

    private static double seconds(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }
}
