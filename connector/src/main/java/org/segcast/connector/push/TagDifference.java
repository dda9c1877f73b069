/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.push;

import java.util.List;
import org.segcast.connector.spi.TagDefinition;

/**
 * What a push would do to one tag.
 *
 * @param before members the CRM holds now
 * @param after members it will hold
 * @param sample a few contact ids among those added or removed, at most five
 */
public record TagDifference(TagDefinition tag, int before, int after, int added, int removed, List<String> sample) {
    public TagDifference {
        sample = List.copyOf(sample);
    }
}
