/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rule;

import java.util.stream.Stream;

/**
 * Who belongs to a segment, as a tree of conditions on one contact's features and purchases as of a date. Either it holds or it does not: a condition on a value that is
 * missing does not hold, so its negation does. No regular expressions, no code: every rule ends in time proportional to its size.
 *
 * <p>Made by people, so it may name what does not exist: {@link RuleCheck} tells before it is used.
 */
public sealed interface SegmentRule
        permits AllOf, AnyOf, Not, NumberCondition, WordCondition, FilledCondition, PurchaseCondition, MemberCondition {

    /** Its conditions without the groups around them, from left to right. */
    default Stream<SegmentRule> conditions() {
        return Stream.of(this);
    }

    <T> T accept(RuleVisitor<T> visitor);
}
