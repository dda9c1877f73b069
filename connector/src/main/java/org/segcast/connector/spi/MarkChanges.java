/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The differences to write, and nothing else.
 *
 * @param tags per tag, who gets it and who loses it
 * @param scores new or changed, by contact id
 * @param cleared contacts whose score and reason are taken away
 */
public record MarkChanges(List<TagChange> tags, Map<String, ScoreMark> scores, Set<String> cleared) {

    public record TagChange(TagDefinition tag, Set<String> added, Set<String> removed) {
        public TagChange {
            added = Set.copyOf(added);
            removed = Set.copyOf(removed);
        }

        private boolean isPartOf(TagChange other) {
            return other.tag().equals(tag)
                    && other.added().containsAll(added)
                    && other.removed().containsAll(removed);
        }
    }

    public MarkChanges {
        tags = List.copyOf(tags);
        scores = Map.copyOf(scores);
        cleared = Set.copyOf(cleared);
    }

    /** Single changes: one per tag and contact, one per score. */
    public int size() {
        int changes = scores.size() + cleared.size();
        for (TagChange tag : tags) {
            changes += tag.added().size() + tag.removed().size();
        }
        return changes;
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    /** Whether every change in here is among the others too. */
    public boolean isPartOf(MarkChanges others) {
        return others.scores().entrySet().containsAll(scores.entrySet())
                && others.cleared().containsAll(cleared)
                && tags.stream().allMatch(change -> others.tags().stream().anyMatch(change::isPartOf));
    }
}
