/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rule;

/** What can be done with a rule, kind by kind. */
public interface RuleVisitor<T> {

    T allOf(AllOf rule);

    T anyOf(AnyOf rule);

    T not(Not rule);

    T number(NumberCondition condition);

    T word(WordCondition condition);

    T filled(FilledCondition condition);

    T purchase(PurchaseCondition condition);

    T member(MemberCondition condition);
}
