/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.rule;

import java.util.List;
import org.segcast.predictive.rule.RuleProblem;

/** What became of a change to the rule segments. */
public sealed interface RuleAnswer {

    record Kept(RuleDefinition definition) implements RuleAnswer {}

    record Removed() implements RuleAnswer {}

    record Unknown() implements RuleAnswer {}

    /** @param problems with paths {@code name}, {@code colour} or into the rule */
    record Refused(List<RuleProblem> problems) implements RuleAnswer {}
}
