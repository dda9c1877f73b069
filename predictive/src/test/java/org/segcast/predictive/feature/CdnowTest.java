/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.feature;

import static org.junit.jupiter.api.Assertions.*;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.history.InMemoryHistories;

/**
 * The CDNOW purchases of Fader and Hardie against their published figures. The files are free for research and teaching, so they are
 * not copied here: where they do not lie beside the checkout, this is skipped.
 */
class CdnowTest {

    private static final Path FOLDER = Path.of("..", "..", "shared", "data", "cdnow");

    @Test
    void all_customers_add_up_to_the_published_cohort() throws IOException {
        Map<String, FeatureVector> found = features(lines("CDNOW_master.txt", 1), 0, LocalDate.of(1998, 6, 30));
        assertEquals(23_570, found.size());
        assertEquals(69_659, sum(found, "order_count"));
        assertEquals(
                545,
                found.values().stream()
                        .mapToDouble(customer -> number(customer, "tenure_days"))
                        .max()
                        .orElseThrow());
    }

    @Test
    void repeats_their_span_and_tenure_equal_those_of_the_published_summary() throws IOException {
        List<String> purchases = lines("CDNOW_sample.txt", 0);
        Map<String, FeatureVector> found = features(purchases, 1, LocalDate.of(1997, 9, 30));
        assertEquals(2_357, found.size());
        assertEquals(6_919, purchases.size());
        for (String line : lines("cdnow_customers_summary_with_transactions.csv", 1)) {
            String[] expected = line.split(",");
            FeatureVector customer = found.get("%04d".formatted(Integer.parseInt(expected[0])));
            assertEquals(Integer.parseInt(expected[1]), number(customer, "order_days") - 1, line);
            assertEquals(new BigDecimal(expected[2]).setScale(2), weeks(number(customer, "active_days")), line);
            assertEquals(new BigDecimal(expected[3]).setScale(2), weeks(number(customer, "tenure_days")), line);
        }
    }

    /** @param id the column of the customer's number; date, units and dollars are the last three */
    private static Map<String, FeatureVector> features(List<String> purchases, int id, LocalDate asOf) {
        InMemoryHistories histories = new InMemoryHistories();
        for (String line : purchases) {
            String[] cells = line.strip().split("\\s+");
            histories.order(
                    cells[id],
                    LocalDate.parse(cells[cells.length - 3], DateTimeFormatter.BASIC_ISO_DATE),
                    Double.parseDouble(cells[cells.length - 1]));
        }
        Map<String, FeatureVector> found = new HashMap<>();
        new ExtractedFeatures(histories, new FeatureExtractor(List.of()), asOf)
                .forEach(vector -> found.put(vector.contactId(), vector));
        return found;
    }

    private static List<String> lines(String file, int headings) throws IOException {
        Path path = FOLDER.resolve(file);
        assumeTrue(Files.exists(path), "the CDNOW files do not lie beside this checkout");
        return Files.readAllLines(path).stream()
                .skip(headings)
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static BigDecimal weeks(double days) {
        return BigDecimal.valueOf(days).divide(BigDecimal.valueOf(7), 2, RoundingMode.HALF_UP);
    }

    private static double sum(Map<String, FeatureVector> customers, String feature) {
        return customers.values().stream()
                .mapToDouble(customer -> number(customer, feature))
                .sum();
    }

    private static double number(FeatureVector vector, String name) {
        return vector.numeric(vector.schema().numericIndex(name));
    }
}
