/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rule;

import java.util.Objects;
import org.segcast.predictive.SegcastException;

/**
 * Purchases against a number: "spent at least 1,000 in the last 365 days", "0 orders of category Shoes in the last 90 days". Whoever bought nothing has 0.
 *
 * @param value finite
 */
public record PurchaseCondition(PurchaseTotal total, Comparison comparison, double value) implements SegmentRule {

    public PurchaseCondition {
        Objects.requireNonNull(total);
        Objects.requireNonNull(comparison);
        SegcastException.require(Double.isFinite(value), "a rule's number must be finite, found " + value);
    }

    @Override
    public <T> T accept(RuleVisitor<T> visitor) {
        return visitor.purchase(this);
    }
}
