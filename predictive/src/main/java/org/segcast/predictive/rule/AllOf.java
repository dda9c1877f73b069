/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rule;

import java.util.List;
import java.util.stream.Stream;

/** Every one of them holds. */
public record AllOf(List<SegmentRule> rules) implements SegmentRule {

    public AllOf {
        rules = List.copyOf(rules);
    }

    @Override
    public Stream<SegmentRule> conditions() {
        return rules.stream().flatMap(SegmentRule::conditions);
    }

    @Override
    public <T> T accept(RuleVisitor<T> visitor) {
        return visitor.allOf(this);
    }
}
