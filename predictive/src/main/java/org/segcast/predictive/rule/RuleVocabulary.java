/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.rule;

import java.util.Objects;
import java.util.Set;
import org.segcast.predictive.feature.FeatureSchema;

/**
 * What rules may speak of.
 *
 * @param segments keys of the segments that exist
 */
public record RuleVocabulary(FeatureSchema schema, Set<String> segments) {

    public RuleVocabulary {
        Objects.requireNonNull(schema);
        segments = Set.copyOf(segments);
    }
}
