/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.odoo;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.segcast.connector.push.DesiredMarks;
import org.segcast.connector.push.DesiredScore;
import org.segcast.connector.spi.ScoreMark;
import org.segcast.connector.spi.TagDefinition;

/** Marks by a fixed rule, other ones each round, with tags that no earlier round had: what stands in the CRM tells which round wrote it. */
record MarkRound(int number) {
    private static final int TAGS = 3;

    private String key(int contact) {
        return "round-" + number + "-" + contact % TAGS;
    }

    private ScoreMark score(int contact) {
        return new ScoreMark("Round " + number, (contact * 7 + number * 13) % 101, "Contact " + contact);
    }

    DesiredMarks over(Collection<String> contacts) {
        return new DesiredMarks() {
            @Override
            public List<TagDefinition> tags() {
                return List.of(tag(0), tag(1), tag(2));
            }

            @Override
            public void members(MemberSink sink) {
                contacts.forEach(contact -> sink.accept(key(Integer.parseInt(contact)), contact));
            }

            @Override
            public void scores(ScoreSink sink) {
                contacts.forEach(contact ->
                        sink.accept(contact, new DesiredScore(score(Integer.parseInt(contact)), 50, "round")));
            }
        };
    }

    private TagDefinition tag(int place) {
        return new TagDefinition("round-" + number + "-" + place, "Round " + number + " " + place, 1 + place);
    }

    /** What the CRM must hold then, tags of earlier rounds without members left aside. */
    OdooScratch.Marks expected(Collection<String> contacts) {
        Map<String, Set<Integer>> tags = new TreeMap<>();
        Map<Integer, String> scores = new TreeMap<>();
        for (String id : contacts) {
            int contact = Integer.parseInt(id);
            ScoreMark mark = score(contact);
            tags.computeIfAbsent(key(contact), key -> new TreeSet<>()).add(contact);
            scores.put(contact, mark.segment() + " " + mark.percent() + " " + mark.reason());
        }
        return new OdooScratch.Marks(tags, scores);
    }
}
