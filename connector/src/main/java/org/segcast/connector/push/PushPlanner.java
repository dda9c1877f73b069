/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.push;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.segcast.connector.push.PushPlan.ScoreDifference;
import org.segcast.connector.spi.HeldMarks;
import org.segcast.connector.spi.MarkChanges;
import org.segcast.connector.spi.MarkChanges.TagChange;
import org.segcast.connector.spi.ScoreMark;
import org.segcast.connector.spi.TagDefinition;

/** Finds the fewest changes that make the CRM hold what is desired. A pure function: the same input gives the same plan. */
public final class PushPlanner {
    private static final int SAMPLE = 5;
    private static final int RETIRED_COLOUR = 1;

    private final double hysteresisPercent;

    /** @param hysteresisPercent a score is written again only where it moved by this much, 0 for every difference that a reader sees; always where segment or reason changed */
    public PushPlanner(double hysteresisPercent) {
        if (!(hysteresisPercent >= 0 && hysteresisPercent <= 100)) {
            throw new IllegalArgumentException("hysteresis " + hysteresisPercent + ", expected 0 to 100 percent");
        }
        this.hysteresisPercent = hysteresisPercent;
    }

    /** @param known contacts that the CRM has; marks desired for others are dropped */
    public PushPlan plan(DesiredMarks desired, HeldMarks held, Set<String> known) {
        List<TagChange> tagChanges = new ArrayList<>();
        List<TagDifference> differences = new ArrayList<>();
        for (TagDefinition tag : ours(desired, held)) {
            Set<String> before = held.tags().getOrDefault(tag.key(), Set.of());
            Set<String> after = among(known, desired.members().getOrDefault(tag.key(), Set.of()));
            TagChange change = new TagChange(tag, without(after, before), without(before, after));
            differences.add(difference(change, before.size(), after.size()));
            if (!change.added().isEmpty() || !change.removed().isEmpty()) {
                tagChanges.add(change);
            }
        }
        Map<String, ScoreMark> scores = scores(desired.scores(), held.scores(), known);
        Set<String> cleared =
                without(held.scores().keySet(), among(known, desired.scores().keySet()));
        MarkChanges changes = new MarkChanges(tagChanges, scores, cleared);
        return new PushPlan(
                desired.tags(),
                changes,
                differences,
                difference(scores, cleared, held),
                touched(changes),
                PlanFingerprint.of(changes));
    }

    /** The tags we have, then those that the CRM still holds from before. */
    private static List<TagDefinition> ours(DesiredMarks desired, HeldMarks held) {
        Set<String> keys = desired.tags().stream().map(TagDefinition::key).collect(Collectors.toSet());
        Stream<TagDefinition> retired = new TreeSet<>(held.tags().keySet())
                .stream().filter(key -> !keys.contains(key)).map(key -> new TagDefinition(key, key, RETIRED_COLOUR));
        return Stream.concat(desired.tags().stream(), retired).toList();
    }

    private Map<String, ScoreMark> scores(
            Map<String, ScoreMark> desired, Map<String, ScoreMark> held, Set<String> known) {
        Map<String, ScoreMark> scores = new TreeMap<>();
        desired.forEach((contact, mark) -> {
            if (known.contains(contact) && (!held.containsKey(contact) || differs(mark, held.get(contact)))) {
                scores.put(contact, mark);
            }
        });
        return scores;
    }

    private boolean differs(ScoreMark desired, ScoreMark held) {
        long moved = Math.abs(tenths(desired) - tenths(held));
        return moved > 0 && moved >= hysteresisPercent * 10
                || !desired.segment().equals(held.segment())
                || !desired.reason().equals(held.reason());
    }

    private static long tenths(ScoreMark mark) {
        return Math.round(mark.percent() * 10);
    }

    private static TagDifference difference(TagChange change, int before, int after) {
        List<String> sample = Stream.concat(change.added().stream(), change.removed().stream())
                .sorted()
                .limit(SAMPLE)
                .toList();
        return new TagDifference(
                change.tag(),
                before,
                after,
                change.added().size(),
                change.removed().size(),
                sample);
    }

    private static ScoreDifference difference(Map<String, ScoreMark> scores, Set<String> cleared, HeldMarks held) {
        int added = (int) scores.keySet().stream()
                .filter(contact -> !held.scores().containsKey(contact))
                .count();
        List<String> sample = Stream.concat(scores.keySet().stream(), cleared.stream())
                .sorted()
                .limit(SAMPLE)
                .toList();
        return new ScoreDifference(added, scores.size() - added, cleared.size(), sample);
    }

    private static int touched(MarkChanges changes) {
        Set<String> touched = new TreeSet<>(changes.scores().keySet());
        touched.addAll(changes.cleared());
        changes.tags().forEach(change -> {
            touched.addAll(change.added());
            touched.addAll(change.removed());
        });
        return touched.size();
    }

    private static Set<String> among(Set<String> known, Set<String> ids) {
        return ids.stream().filter(known::contains).collect(Collectors.toSet());
    }

    private static Set<String> without(Set<String> ids, Set<String> others) {
        return ids.stream().filter(id -> !others.contains(id)).collect(Collectors.toSet());
    }
}
