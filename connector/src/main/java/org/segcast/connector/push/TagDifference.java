/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.push;

import java.util.List;
import org.segcast.connector.spi.MarkChanges.Direction;
import org.segcast.connector.spi.TagDefinition;

/**
 * What a push would do to one tag.
 *
 * @param before members the CRM holds now
 * @param after members it will hold
 * @param sample a few contacts among those added or removed, at most five, by ascending id
 */
public record TagDifference(TagDefinition tag, long before, long after, long added, long removed, List<Sample> sample) {
    public record Sample(String contactId, Direction direction) {}

    public TagDifference {
        sample = List.copyOf(sample);
    }
}
