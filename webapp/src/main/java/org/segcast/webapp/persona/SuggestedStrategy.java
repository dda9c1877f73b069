/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.persona;

import org.segcast.predictive.persona.NumberMoments;
import org.segcast.predictive.persona.SegmentMoments;

/**
 * What to do for a segment, by rules on how its members differ from all customers. "More" and "less" are at least 0.2 standard deviations; the first rule that fits counts:
 * nobody has ordered; away for longer and spent more; away for longer; about one order each; order and spend more; spend more; none of these.
 */
public enum SuggestedStrategy {
    FIRST_ORDER("Find out what they came for. Make a first order easy: a clear next step and a small welcome offer."),
    WIN_BACK(
            "They were worth a lot and have gone quiet. Call or write personally, ask what was wrong, and make an offer that is worth coming back for."),
    LET_REST(
            "They are quiet and never spent much. Seasonal mailings only, one win-back offer a year, no further budget."),
    SECOND_ORDER(
            "They have ordered about once. Help them with what they bought and offer the second order within weeks: it makes customers of buyers."),
    REWARD(
            "They come often and spend well. Thank them without a discount: first looks, a loyalty programme, a request to recommend you."),
    MORE_OFTEN(
            "They spend well when they come. Remind them in time for the next purchase, with what goes well with their last."),
    STAY_IN_TOUCH(
            "They are much like everybody. Keep the regular mailings, and try one offer against none to learn what moves them.");

    private static final double DIFFERENT = 0.2;
    private static final double ABOUT_ONE = 1.5;

    private final String words;

    SuggestedStrategy(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    static SuggestedStrategy of(SegmentMoments moments) {
        double orders = moments.number("order_count")
                .map(number -> number.members().mean())
                .orElse(0.0);
        boolean away = difference(moments, "days_since_last_order") >= DIFFERENT;
        boolean spendMore = difference(moments, "total_spent") >= DIFFERENT;
        boolean orderMore = difference(moments, "order_count") >= DIFFERENT;
        if (orders == 0) {
            return FIRST_ORDER;
        }
        if (away) {
            return spendMore ? WIN_BACK : LET_REST;
        }
        if (orders < ABOUT_ONE) {
            return SECOND_ORDER;
        }
        if (spendMore) {
            return orderMore ? REWARD : MORE_OFTEN;
        }
        return STAY_IN_TOUCH;
    }

    private static double difference(SegmentMoments moments, String feature) {
        return moments.number(feature).map(NumberMoments::difference).orElse(0.0);
    }
}
