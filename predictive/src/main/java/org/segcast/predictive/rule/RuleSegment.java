/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rule;

import java.util.Objects;
import org.segcast.predictive.SegcastException;

/** A segment whose members are found by a rule. */
public record RuleSegment(String key, SegmentRule rule) {

    public RuleSegment {
        SegcastException.require(
                key.matches("[a-z0-9-]{1,60}"), "a segment's key must be of a-z, 0-9 and -, found " + key);
        Objects.requireNonNull(rule);
    }
}
