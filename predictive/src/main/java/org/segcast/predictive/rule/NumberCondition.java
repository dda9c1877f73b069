/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rule;

import java.util.Objects;
import org.segcast.predictive.SegcastException;

/**
 * A numeric feature against a number.
 *
 * @param feature its name in the schema
 * @param value finite, in the feature's unit
 */
public record NumberCondition(String feature, Comparison comparison, double value) implements SegmentRule {

    public NumberCondition {
        Objects.requireNonNull(feature);
        Objects.requireNonNull(comparison);
        SegcastException.require(Double.isFinite(value), "a rule's number must be finite, found " + value);
    }

    @Override
    public <T> T accept(RuleVisitor<T> visitor) {
        return visitor.number(this);
    }
}
