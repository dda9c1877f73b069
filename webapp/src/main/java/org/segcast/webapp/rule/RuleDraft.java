/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.rule;

import java.util.Objects;
import org.segcast.predictive.rule.SegmentRule;

/**
 * What somebody wants a rule segment to be; not checked yet.
 *
 * @param colour slot 1 to 10
 */
public record RuleDraft(String name, int colour, boolean tagged, SegmentRule rule) {
    public RuleDraft {
        name = name.strip();
        Objects.requireNonNull(rule);
    }
}
