/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.comparison.ComparisonResult;
import org.segcast.predictive.comparison.Figure;
import org.segcast.predictive.comparison.Standing;
import org.segcast.predictive.comparison.candidate.CandidateKind;
import org.segcast.predictive.response.Objective;
import org.segcast.predictive.response.evaluation.Interval;

class ComparisonJsonTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final List<LeftOut> LEFT_OUT = List.of(new LeftOut("Seen \"lately\"", "It is not known."));

    private static Figure around(double value) {
        return new Figure(value, new Interval(value - 0.015625, value + 1 / 3.0));
    }

    private static Standing standing(String key, OptionalDouble rankKept) {
        return new Standing(
                key,
                "Of " + key,
                CandidateKind.RULE,
                2,
                around(0.1),
                around(0.2),
                around(-0.3),
                around(0.4),
                1 / 7.0,
                rankKept,
                around(0));
    }

    @Test
    void a_report_comes_back_as_it_was_kept() {
        ComparisonResult report = new ComparisonResult.Report(
                AS_OF,
                Objective.reorder(90),
                7,
                List.of(AS_OF.minusDays(180), AS_OF.minusDays(90)),
                5000,
                400,
                List.of(standing("a", OptionalDouble.of(0.9)), standing("b", OptionalDouble.empty())));
        String text = ComparisonJson.write(report, LEFT_OUT);
        assertEquals(report, ComparisonJson.read(text, AS_OF, 90, 7));
        assertEquals(LEFT_OUT, ComparisonJson.leftOut(text));
    }

    @Test
    void a_refusal_comes_back_and_a_comparison_that_was_stopped_is_not_kept() {
        ComparisonResult refused = new ComparisonResult.Refused("Too few orders.");
        assertEquals(refused, ComparisonJson.read(ComparisonJson.write(refused, List.of()), AS_OF, 60, 1));
        assertThrows(SegcastException.class, () -> ComparisonJson.write(new ComparisonResult.Stopped(), List.of()));
    }
}
