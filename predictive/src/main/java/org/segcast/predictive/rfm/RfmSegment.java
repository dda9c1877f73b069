/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rfm;

import java.util.Arrays;
import java.util.Optional;

/** The ten segments. Keys and colour slots never change; names and texts are what marketers read first and may edit elsewhere. */
public enum RfmSegment {
    CHAMPIONS(
            "champions",
            "Champions",
            "Bought lately, buy often and spend most.",
            "Thank them and show them new things first. No discount needed: ask for a review or a recommendation."),
    LOYAL(
            "loyal",
            "Loyal",
            "Buy often and well, and were here not long ago.",
            "Keep their habit alive with refills and things that go with what they own. Invite them to a loyalty programme."),
    POTENTIAL_LOYALISTS(
            "potential-loyalists",
            "Potential loyalists",
            "Bought lately, with some orders already.",
            "Suggest the next purchase soon after this one. A small thank-you on the next order makes a habit."),
    NEW(
            "new",
            "New",
            "Bought lately for the first time, or seldom and little so far.",
            "Welcome them and help them to use what they bought. Offer the second order within weeks, while they remember you."),
    NEED_ATTENTION(
            "need-attention",
            "Need attention",
            "In the middle on everything, and it is a while since the last order.",
            "Remind them with an offer that fits their last purchase and ends on a date."),
    ABOUT_TO_SLEEP(
            "about-to-sleep",
            "About to sleep",
            "Few orders, and they are getting quiet.",
            "Send favourites of customers like them. One friendly reminder, then leave them in peace."),
    RESCUE(
            "rescue",
            "Rescue",
            "Were among the best and have gone quiet.",
            "Call or write personally before a competitor does. Ask what was wrong; a good offer is worth it here."),
    HIBERNATING(
            "hibernating",
            "Hibernating",
            "Last order long ago, with little before.",
            "Include them in seasonal mailings only. Try one win-back offer a year."),
    LOST(
            "lost",
            "Lost",
            "Last order longest ago, with the fewest and smallest orders.",
            "Spend no budget on them beyond what they asked to receive."),
    PROSPECTS(
            "prospects",
            "Prospects",
            "Known contacts who have not ordered yet.",
            "Find out what they came for. A first-order offer and a clear next step.");

    private final String key;
    private final String label;
    private final String meaning;
    private final String strategy;

    RfmSegment(String key, String label, String meaning, String strategy) {
        this.key = key;
        this.label = label;
        this.meaning = meaning;
        this.strategy = strategy;
    }

    public static Optional<RfmSegment> ofKey(String key) {
        return Arrays.stream(values())
                .filter(segment -> segment.key.equals(key))
                .findFirst();
    }

    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** Who they are, in one sentence. */
    public String meaning() {
        return meaning;
    }

    /** What to do, in one or two sentences. */
    public String strategy() {
        return strategy;
    }

    /** 1 to 10, as in the stylesheet's {@code --seg-n}. */
    public int colourSlot() {
        return ordinal() + 1;
    }
}
