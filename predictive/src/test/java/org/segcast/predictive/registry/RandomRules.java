/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.util.List;
import java.util.Random;
import org.segcast.predictive.rule.AllOf;
import org.segcast.predictive.rule.AnyOf;
import org.segcast.predictive.rule.Comparison;
import org.segcast.predictive.rule.FilledCondition;
import org.segcast.predictive.rule.MemberCondition;
import org.segcast.predictive.rule.Not;
import org.segcast.predictive.rule.NumberCondition;
import org.segcast.predictive.rule.PurchaseCondition;
import org.segcast.predictive.rule.PurchaseMeasure;
import org.segcast.predictive.rule.PurchaseTotal;
import org.segcast.predictive.rule.SegmentRule;
import org.segcast.predictive.rule.WordCondition;

/** Rules of every kind over {@link RuleShop}, the same ones for the same seed. */
final class RandomRules {

    private RandomRules() {}

    /** @param before how many rules, {@code r0} and on, it may refer to */
    static SegmentRule random(Random random, int depth, int before) {
        int kind = random.nextInt(depth > 0 ? 9 : 6);
        Comparison comparison = Comparison.values()[random.nextInt(5)];
        return switch (kind) {
            case 0 -> new NumberCondition("attr_age", comparison, 18 + random.nextInt(60));
            case 1 -> new WordCondition("attr_country", List.of("FR", "pl").subList(0, 1 + random.nextInt(2)));
            case 2 -> new FilledCondition(random.nextBoolean() ? "attr_country" : "days_since_last_order");
            case 3 ->
                new PurchaseCondition(
                        new PurchaseTotal(
                                PurchaseMeasure.values()[random.nextInt(3)],
                                random.nextInt(3) == 0 ? "P" + random.nextInt(5) : "",
                                random.nextInt(3) == 0 ? "TENTS" : "",
                                random.nextInt(3) * 100),
                        comparison,
                        random.nextInt(4) * 50);
            case 4 -> new NumberCondition("order_count", comparison, random.nextInt(5));
            case 5 ->
                new MemberCondition(before > 0 && random.nextBoolean() ? "r" + random.nextInt(before) : "champions");
            case 6 -> new Not(random(random, depth - 1, before));
            case 7 -> new AllOf(List.of(random(random, depth - 1, before), random(random, depth - 1, before)));
            default -> new AnyOf(List.of(random(random, depth - 1, before), random(random, depth - 1, before)));
        };
    }
}
