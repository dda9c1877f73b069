/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ModelReportTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private final Jsonb json = JsonbBuilder.create();

    private static ModelReport report(
            Optional<ModelReport.Evaluation> evaluation, Optional<String> grade, String message) {
        return new ModelReport(
                "m-1",
                "reorder_60",
                "rescue",
                "Rescue",
                7,
                "published",
                grade,
                true,
                message,
                DAY,
                evaluation,
                List.of(new ModelReport.Weight("orders_365d", "orders 365d", -0.4)),
                List.of(new ModelReport.Property("Seed", "1")));
    }

    private static ModelReport.Evaluation evaluation() {
        return new ModelReport.Evaluation(
                400,
                40,
                0.1,
                0.8,
                0.3,
                0.33,
                0.09,
                2.5,
                1.9,
                "last order first",
                OptionalDouble.of(1.05),
                OptionalDouble.empty(),
                DAY.minusDays(60),
                DAY,
                List.of(new ModelReport.GainPoint(0.1, 0.25, 0.19)),
                List.of(new ModelReport.CalibrationBin(0.1, 0.11, 0.05, 0.2, 40)));
    }

    @Test
    void a_report_is_the_same_after_it_was_kept_as_json() {
        ModelReport whole = report(Optional.of(evaluation()), Optional.of("A"), "");
        ModelReport refused = report(Optional.empty(), Optional.empty(), "Too few orders to learn from.");
        assertEquals(whole, json.fromJson(json.toJson(whole), ModelReport.class));
        assertEquals(refused, json.fromJson(json.toJson(refused), ModelReport.class));
    }

    @Test
    void the_api_calls_the_message_a_reason() {
        String text = json.toJson(report(Optional.empty(), Optional.empty(), "Too few orders to learn from."));
        assertTrue(text.contains("\"reason\":\"Too few orders to learn from.\""), text);
    }
}
