/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.push;

import java.util.List;

/**
 * The differences between what should be and what the CRM holds.
 *
 * @param fingerprint identifies exactly these differences; approving names it
 * @param contacts people touched by any difference
 */
public record PlanSummary(String fingerprint, long contacts, List<TagDifference> tags, ScoreDifference scores) {
    public PlanSummary {
        tags = List.copyOf(tags);
    }

    /** One tag: how many hold it now, get it, lose it, and some of those touched. */
    public record TagDifference(
            String key, String name, int colour, long held, long added, long removed, List<Sample> sample) {
        public long after() {
            return held + added - removed;
        }
    }

    public record ScoreDifference(long added, long changed, long removed, List<Sample> sample) {}

    /** @param change in words, such as {@code gets the tag} or {@code 31% becomes 28%} */
    public record Sample(String contactId, String name, String change) {}

    public long added() {
        return tags.stream().mapToLong(TagDifference::added).sum();
    }

    public long removed() {
        return tags.stream().mapToLong(TagDifference::removed).sum();
    }

    public boolean empty() {
        return added() + removed() + scores.added() + scores.changed() + scores.removed() == 0;
    }
}
