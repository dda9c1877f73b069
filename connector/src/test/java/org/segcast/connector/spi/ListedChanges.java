/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A few differences, listed by a test. */
public record ListedChanges(List<TagChange> tagChanges, Map<String, ScoreMark> marks, Set<String> clearings)
        implements MarkChanges {

    public record TagChange(TagDefinition tag, Set<String> added, Set<String> removed) {}

    public static final ListedChanges NONE = new ListedChanges(List.of(), Map.of(), Set.of());

    /** Everything that the changes tell, each part of at most this many. */
    public static ListedChanges of(MarkChanges changes, int atMost) {
        Map<TagDefinition, TagChange> byTag = new LinkedHashMap<>();
        changes.members(atMost, (tag, direction, contacts) -> {
            TagChange change = byTag.computeIfAbsent(tag, key -> new TagChange(key, new TreeSet<>(), new TreeSet<>()));
            (direction == Direction.ADDED ? change.added() : change.removed()).addAll(contacts);
        });
        Map<String, ScoreMark> marks = new TreeMap<>();
        changes.scores(atMost, marks::putAll);
        Set<String> clearings = new TreeSet<>();
        changes.cleared(atMost, clearings::addAll);
        return new ListedChanges(List.copyOf(byTag.values()), marks, clearings);
    }

    @Override
    public long size() {
        return scoreChanges()
                + tagChanges.stream()
                        .mapToLong(tag -> tag.added().size() + tag.removed().size())
                        .sum();
    }

    @Override
    public long scoreChanges() {
        return marks.size() + clearings.size();
    }

    @Override
    public List<TagDefinition> tags() {
        return tagChanges.stream().map(TagChange::tag).toList();
    }

    @Override
    public void members(int atMost, MemberSink sink) {
        for (TagChange change : tagChanges) {
            parts(change.removed(), atMost, part -> sink.accept(change.tag(), Direction.REMOVED, part));
            parts(change.added(), atMost, part -> sink.accept(change.tag(), Direction.ADDED, part));
        }
    }

    @Override
    public void cleared(int atMost, Consumer<List<String>> sink) {
        parts(clearings, atMost, sink);
    }

    @Override
    public void scores(int atMost, Consumer<Map<String, ScoreMark>> sink) {
        parts(marks.keySet(), atMost, part -> {
            Map<String, ScoreMark> some = new TreeMap<>();
            part.forEach(contact -> some.put(contact, marks.get(contact)));
            sink.accept(some);
        });
    }

    private static void parts(Collection<String> all, int atMost, Consumer<List<String>> sink) {
        List<String> sorted = new ArrayList<>(new TreeSet<>(all));
        for (int from = 0; from < sorted.size(); from += atMost) {
            sink.accept(sorted.subList(from, Math.min(sorted.size(), from + atMost)));
        }
    }
}
