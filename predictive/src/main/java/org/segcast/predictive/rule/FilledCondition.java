/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rule;

import java.util.Objects;

/**
 * A feature has a value.
 *
 * @param feature its name in the schema
 */
public record FilledCondition(String feature) implements SegmentRule {

    public FilledCondition {
        Objects.requireNonNull(feature);
    }

    @Override
    public <T> T accept(RuleVisitor<T> visitor) {
        return visitor.filled(this);
    }
}
