/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rfm;

import static org.junit.jupiter.api.Assertions.*;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.feature.ExtractedFeatures;
import org.segcast.predictive.feature.FeatureExtractor;
import org.segcast.predictive.feature.FeatureVector;
import org.segcast.predictive.feature.PurchaseFeature;
import org.segcast.predictive.history.InMemoryHistories;

/** Golden numbers: R package rfm on its own rfm_data_orders as of 2006-12-31. */
class RfmGoldenTest {

    private static final LocalDate AS_OF = LocalDate.of(2006, 12, 31);

    private final ExtractedFeatures features = features();
    private final RfmSegmentation rfm = RfmSegmentation.of(features);

    @Test
    void cut_points_equal_those_of_the_r_package() {
        assertCutPoints(List.of(115.0, 181.0, 297.4, 482.0), rfm.cutPoints().recency());
        assertCutPoints(List.of(4.0, 5.0, 6.0, 8.0), rfm.cutPoints().frequency());
        assertCutPoints(List.of(255.8, 382.0, 506.4, 666.0), rfm.cutPoints().monetary());
    }

    @Test
    void all_995_customers_have_the_values_and_scores_of_the_r_package() {
        Map<String, FeatureVector> byName = new HashMap<>();
        features.forEach(vector -> byName.put(vector.contactId(), vector));
        List<String[]> expected = rows("expected_rfm_table_orders_2006-12-31.csv");
        assertEquals(995, expected.size());
        assertEquals(995, byName.size());
        for (String[] row : expected) {
            FeatureVector found = byName.get(row[0]);
            assertEquals(Double.parseDouble(row[1]), number(found, PurchaseFeature.DAYS_SINCE_LAST_ORDER), row[0]);
            assertEquals(Double.parseDouble(row[2]), number(found, PurchaseFeature.ORDER_COUNT), row[0]);
            assertEquals(Double.parseDouble(row[3]), number(found, PurchaseFeature.TOTAL_SPENT), row[0]);
            RfmScore score = rfm.scoreOf(found).orElseThrow();
            assertEquals(row[4] + row[5] + row[6], "" + score.r() + score.f() + score.m(), row[0]);
        }
    }

    private static void assertCutPoints(List<Double> expected, List<Double> found) {
        for (int i = 0; i < 4; i++) {
            assertEquals(expected.get(i), found.get(i), 1e-9);
        }
    }

    private static double number(FeatureVector vector, PurchaseFeature feature) {
        return vector.numeric(vector.schema().numericIndex(feature.key()));
    }

    private static ExtractedFeatures features() {
        InMemoryHistories histories = new InMemoryHistories();
        for (String[] row : rows("rfm_data_orders.csv")) {
            histories.order(row[0], LocalDate.parse(row[1]), Double.parseDouble(row[2]));
        }
        return new ExtractedFeatures(histories, new FeatureExtractor(List.of()), AS_OF);
    }

    private static List<String[]> rows(String file) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                RfmGoldenTest.class.getResourceAsStream("/rfm/" + file), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",")).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
