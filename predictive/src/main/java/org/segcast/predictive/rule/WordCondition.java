/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rule;

import java.util.List;
import java.util.Objects;

/**
 * A nominal feature is one of some words, capitals or not.
 *
 * @param feature its name in the schema
 */
public record WordCondition(String feature, List<String> words) implements SegmentRule {

    public WordCondition {
        Objects.requireNonNull(feature);
        words = words.stream().map(String::strip).distinct().toList();
    }

    @Override
    public <T> T accept(RuleVisitor<T> visitor) {
        return visitor.word(this);
    }
}
