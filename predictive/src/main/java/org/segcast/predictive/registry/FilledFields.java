/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.registry;

import java.util.List;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.feature.Feature;

/**
 * How many members of each segment have a value in which field.
 *
 * @param fields those of the CRM's contacts, in the schema's order
 * @param segments everybody first, under the empty key; then those with members, by key
 */
public record FilledFields(List<Feature> fields, List<Filled> segments) {

    public FilledFields {
        fields = List.copyOf(fields);
        segments = List.copyOf(segments);
        for (Filled segment : segments) {
            SegcastException.require(
                    segment.filled().size() == fields.size(),
                    "segment " + segment.segment() + " must have a count for each of " + fields.size()
                            + " fields, found " + segment.filled().size());
        }
    }

    /** @param filled members with a value, for each field */
    public record Filled(String segment, long members, List<Long> filled) {
        public Filled {
            filled = List.copyOf(filled);
        }
    }
}
