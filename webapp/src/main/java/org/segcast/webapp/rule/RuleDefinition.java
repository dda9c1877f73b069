/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.rule;

import java.time.Instant;
import org.segcast.predictive.rule.SegmentRule;

/**
 * A rule segment as somebody described it.
 *
 * @param key never changes, whatever the name becomes
 * @param colour slot 1 to 10
 * @param tagged whether members get a tag in the CRM
 */
public record RuleDefinition(
        String key, String name, int colour, boolean tagged, SegmentRule rule, String changedBy, Instant changedAt) {}
