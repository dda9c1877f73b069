/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.MarkChanges;
import org.segcast.connector.spi.MarkChanges.Direction;
import org.segcast.connector.spi.PushReceipt;
import org.segcast.connector.spi.RecordKind;
import org.segcast.connector.spi.RejectedRecord;
import org.segcast.connector.spi.TagDefinition;

/** Writes differences into the mark files. Contacts that are no longer in the folder get nothing new. */
final class CsvPush {
    private static final int FILES_WRITTEN = 2;
    private static final int PART = 10_000;

    private final CsvMarks marks;
    private final Consumer<Consumer<ContactRecord>> contacts;

    CsvPush(CsvMarks marks, Consumer<Consumer<ContactRecord>> contacts) {
        this.marks = marks;
        this.contacts = contacts;
    }

    PushReceipt apply(MarkChanges changes) {
        Set<String> missing = receivers(changes);
        contacts.accept(contact -> missing.remove(contact.id()));
        marks.define(gaining(changes));
        long written = tags(changes, missing) + scores(changes, missing);
        marks.write();
        return new PushReceipt(written, FILES_WRITTEN, rejected(missing));
    }

    private static Set<String> receivers(MarkChanges changes) {
        Set<String> receivers = new TreeSet<>();
        changes.scores(PART, scores -> receivers.addAll(scores.keySet()));
        changes.members(PART, (tag, direction, some) -> {
            if (direction == Direction.ADDED) {
                receivers.addAll(some);
            }
        });
        return receivers;
    }

    private static Set<TagDefinition> gaining(MarkChanges changes) {
        Set<TagDefinition> gaining = new LinkedHashSet<>();
        changes.members(PART, (tag, direction, some) -> {
            if (direction == Direction.ADDED) {
                gaining.add(tag);
            }
        });
        return gaining;
    }

    private long tags(MarkChanges changes, Set<String> missing) {
        LongAdder written = new LongAdder();
        changes.members(
                PART,
                (tag, direction, some) -> written.add(some.stream()
                        .filter(id -> direction == Direction.ADDED
                                ? !missing.contains(id) && marks.add(tag, id)
                                : marks.remove(tag, id))
                        .count()));
        return written.sum();
    }

    private long scores(MarkChanges changes, Set<String> missing) {
        LongAdder written = new LongAdder();
        changes.cleared(
                PART, some -> written.add(some.stream().filter(marks::clear).count()));
        changes.scores(
                PART,
                some -> written.add(some.entrySet().stream()
                        .filter(score -> !missing.contains(score.getKey()))
                        .filter(score -> marks.score(score.getKey(), score.getValue()))
                        .count()));
        return written.sum();
    }

    private static List<RejectedRecord> rejected(Set<String> missing) {
        List<RejectedRecord> rejected = new ArrayList<>();
        for (String id : missing) {
            rejected.add(new RejectedRecord(
                    RecordKind.CONTACT,
                    id,
                    OptionalInt.empty(),
                    "contact " + id + " is not in contacts.csv any more, so it got no tag or score"));
        }
        return rejected;
    }
}
