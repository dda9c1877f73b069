/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.page.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.comparison.ComparisonResult;
import org.segcast.predictive.comparison.Figure;
import org.segcast.predictive.comparison.Standing;
import org.segcast.predictive.comparison.candidate.CandidateKind;
import org.segcast.predictive.response.Objective;
import org.segcast.predictive.response.evaluation.Interval;
import org.segcast.webapp.page.format.Formats;

class ComparisonAnswerTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");
    private static final double WIDTH = 0.01;

    private static Figure around(double value) {
        return new Figure(value, new Interval(value - WIDTH, value + WIDTH));
    }

    /** @param behind how much less than the first it gains */
    private static Standing standing(CandidateKind kind, String name, double gain, double behind) {
        return new Standing(
                name,
                name,
                kind,
                5,
                around(gain),
                around(0.21),
                around(0.1),
                around(0.2),
                0.9,
                OptionalDouble.empty(),
                around(behind));
    }

    private static Standing none(double behind) {
        return standing(CandidateKind.NONE, "No segmentation", 0, behind);
    }

    private static ComparisonAnswer answer(Standing... standings) {
        return answer(List.of(standings));
    }

    private static ComparisonAnswer answer(List<Standing> standings) {
        return new ComparisonAnswer(
                new ComparisonResult.Report(
                        AS_OF, Objective.REORDER_60, 1, List.of(AS_OF.minusDays(60)), 5000, 400, standings),
                new Formats(Locale.UK, ZoneOffset.UTC, Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    @Test
    void a_clear_winner_is_named_with_how_many_pairs_it_tells_apart() {
        ComparisonAnswer answer = answer(
                standing(CandidateKind.RFM, "RFM", 0.1, 0),
                standing(CandidateKind.WORD, "City", 0.02, 0.08),
                none(0.1));
        assertEquals(
                "Best at telling who orders again within 60 days is RFM: of 100 pairs of one customer who does and one who"
                        + " does not, it gets 71 right (50 by chance); all others are clearly behind.",
                answer.sentence());
        assertEquals("", answer.inUse());
    }

    @Test
    void where_intervals_overlap_there_is_no_clear_winner() {
        ComparisonAnswer answer = answer(
                standing(CandidateKind.BANDS, "Orders", 0.1, 0),
                standing(CandidateKind.WORD, "City", 0.099, 0.001),
                standing(CandidateKind.WORD, "Club", 0.098, 0.002),
                standing(CandidateKind.RFM, "RFM", 0.097, 0.003),
                none(0.1));
        assertTrue(
                answer.sentence()
                        .endsWith(
                                "City and Club and 1 other are as good within the interval, so there is no clear winner."),
                answer.sentence());
        assertEquals("Of those in use, RFM does best, at place 4 of 5, as good as the first.", answer.inUse());
    }

    @Test
    void where_nothing_gains_it_says_so() {
        ComparisonAnswer answer = answer(standing(CandidateKind.WORD, "Coin", 0.005, 0), none(0.005));
        assertEquals(
                "No segmentation tells who orders again within 60 days better than none does: the interval of each of the 1"
                        + " reaches zero.",
                answer.sentence());
    }

    @Test
    void the_best_ten_those_in_use_and_none_are_shown_in_their_order() {
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            standings.add(standing(CandidateKind.WORD, "w" + i, 0.1 - 0.001 * i, 0.001 * i));
        }
        standings.add(standing(CandidateKind.RULE, "Spenders", 0.05, 0.05));
        standings.add(none(0.1));
        List<StandingRow> shown = answer(standings).shown();
        assertEquals(12, shown.size());
        assertEquals("w9", shown.get(9).standing().name());
        assertEquals(31, shown.get(10).place());
        assertTrue(shown.get(11).none());
        assertEquals(32, answer(standings).all().size());
    }
}
