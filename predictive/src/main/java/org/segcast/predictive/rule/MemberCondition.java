/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rule;

import java.util.Objects;

/**
 * Is a member of another segment as of the same date.
 *
 * @param segment its key
 */
public record MemberCondition(String segment) implements SegmentRule {

    public MemberCondition {
        Objects.requireNonNull(segment);
    }

    @Override
    public <T> T accept(RuleVisitor<T> visitor) {
        return visitor.member(this);
    }
}
