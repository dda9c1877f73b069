/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.push;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.segcast.connector.spi.CallSizes;
import org.segcast.connector.spi.MarkChanges;
import org.segcast.connector.spi.ScoreMark;
import org.segcast.connector.spi.TagDefinition;

/**
 * The differences between what should be and what the CRM holds, to be shown before they are sent.
 *
 * @param tags every tag of ours, to be prepared in the CRM
 * @param changes what would be written; they stand in the warehouse until the next plan is made
 * @param differences per tag, unchanged ones too, in the order of the tags; tags we no longer have last
 * @param scores how many scores would be new, changed, cleared
 * @param contacts how many contacts would be touched at all
 * @param fingerprint the same for the same changes, another for others: an approval names it
 */
public record PushPlan(
        List<TagDefinition> tags,
        MarkChanges changes,
        List<TagDifference> differences,
        ScoreDifference scores,
        long contacts,
        String fingerprint) {

    /** @param sample a few contacts among them, at most five, by ascending id */
    public record ScoreDifference(long added, long changed, long cleared, List<Sample> sample) {
        public record Sample(String contactId, Optional<ScoreMark> before, Optional<ScoreMark> after) {}

        public ScoreDifference {
            sample = List.copyOf(sample);
        }
    }

    public PushPlan {
        tags = List.copyOf(tags);
        Objects.requireNonNull(changes, "changes");
        differences = List.copyOf(differences);
        Objects.requireNonNull(scores, "scores");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** The fewest writing calls it costs; preparing places, and finding contacts that are gone, come on top. */
    public long calls(CallSizes sizes) {
        long calls = parts(scores.cleared(), sizes.scores()) + parts(scores.added() + scores.changed(), sizes.scores());
        for (TagDifference tag : differences) {
            calls += parts(tag.added(), sizes.members()) + parts(tag.removed(), sizes.members());
        }
        return calls;
    }

    private static long parts(long changes, int size) {
        return (changes + size - 1) / size;
    }
}
