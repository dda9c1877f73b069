/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.persona;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureType;
import org.segcast.predictive.persona.Moments;
import org.segcast.predictive.persona.NumberMoments;
import org.segcast.predictive.persona.SegmentMoments;

/** The others have 4 orders, spent 400 and were away for 100 days. */
class SuggestedStrategyTest {

    @Test
    void who_never_ordered_is_asked_what_they_came_for() {
        assertSuggested(SuggestedStrategy.FIRST_ORDER, 0, 0, 100);
    }

    @Test
    void who_is_away_is_won_back_if_worth_it_and_left_in_peace_if_not() {
        assertSuggested(SuggestedStrategy.WIN_BACK, 4, 800, 300);
        assertSuggested(SuggestedStrategy.LET_REST, 4, 400, 300);
        assertSuggested(SuggestedStrategy.LET_REST, 1, 50, 300);
    }

    @Test
    void who_came_once_is_offered_the_second_order() {
        assertSuggested(SuggestedStrategy.SECOND_ORDER, 1, 100, 20);
    }

    @Test
    void who_comes_often_and_spends_well_is_rewarded_and_who_spends_well_is_reminded() {
        assertSuggested(SuggestedStrategy.REWARD, 9, 900, 20);
        assertSuggested(SuggestedStrategy.MORE_OFTEN, 4, 900, 20);
    }

    @Test
    void who_is_like_everybody_stays_in_touch() {
        assertSuggested(SuggestedStrategy.STAY_IN_TOUCH, 4, 400, 100);
    }

    @Test
    void a_draft_needs_a_title_and_texts_that_fit() {
        assertEquals(Optional.empty(), new PersonaDraft(" The regulars ", "", "", 0).problem());
        assertEquals("The regulars", new PersonaDraft(" The regulars ", "", "", 0).title());
        assertEquals(
                Optional.of("A portrait has a title of 1 to 80 characters, not 0."),
                new PersonaDraft("  ", "", "", 0).problem());
        assertEquals(
                Optional.of("Strategy and notes have at most 2,000 characters each: shorten them."),
                new PersonaDraft("T", "x".repeat(2_001), "", 0).problem());
    }

    private static void assertSuggested(SuggestedStrategy expected, double orders, double spent, double away) {
        assertEquals(
                expected,
                SuggestedStrategy.of(new SegmentMoments(
                        50,
                        500,
                        List.of(
                                number("order_count", orders, 4),
                                number("total_spent", spent, 400),
                                number("days_since_last_order", away, 100)),
                        List.of())));
    }

    private static NumberMoments number(String name, double members, double rest) {
        return new NumberMoments(
                new Feature(name, FeatureType.NUMERIC, "", "One of three."),
                new Moments(50, members, rest * rest / 4),
                new Moments(500, rest, rest * rest / 4));
    }
}
