/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rule;

import java.util.Objects;
import java.util.stream.Stream;

/** It does not hold, be it that a value is missing. */
public record Not(SegmentRule rule) implements SegmentRule {

    public Not {
        Objects.requireNonNull(rule);
    }

    @Override
    public Stream<SegmentRule> conditions() {
        return rule.conditions();
    }

    @Override
    public <T> T accept(RuleVisitor<T> visitor) {
        return visitor.not(this);
    }
}
