/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.MarkChanges;
import org.segcast.connector.spi.MarkChanges.TagChange;
import org.segcast.connector.spi.PushReceipt;
import org.segcast.connector.spi.RecordKind;
import org.segcast.connector.spi.RejectedRecord;

/** Writes differences into the mark files. Contacts that are no longer in the folder get nothing new. */
final class CsvPush {
    private static final int FILES_WRITTEN = 2;

    private final CsvMarks marks;
    private final Consumer<Consumer<ContactRecord>> contacts;

    CsvPush(CsvMarks marks, Consumer<Consumer<ContactRecord>> contacts) {
        this.marks = marks;
        this.contacts = contacts;
    }

    PushReceipt apply(MarkChanges changes) {
        Set<String> missing = receivers(changes);
        contacts.accept(contact -> missing.remove(contact.id()));
        marks.define(changes.tags().stream()
                .filter(change -> !change.added().isEmpty())
                .map(TagChange::tag)
                .toList());
        int written = tags(changes, missing) + scores(changes, missing);
        marks.write();
        return new PushReceipt(written, FILES_WRITTEN, rejected(missing));
    }

    private static Set<String> receivers(MarkChanges changes) {
        Set<String> receivers = new TreeSet<>(changes.scores().keySet());
        changes.tags().forEach(change -> receivers.addAll(change.added()));
        return receivers;
    }

    private int tags(MarkChanges changes, Set<String> missing) {
        int written = 0;
        for (TagChange change : changes.tags()) {
            Set<String> added = new HashSet<>(change.added());
            added.removeAll(missing);
            written += (int)
                    added.stream().filter(id -> marks.add(change.tag(), id)).count();
            written += (int) change.removed().stream()
                    .filter(id -> marks.remove(change.tag(), id))
                    .count();
        }
        return written;
    }

    private int scores(MarkChanges changes, Set<String> missing) {
        int written = (int) changes.cleared().stream().filter(marks::clear).count();
        written += (int) changes.scores().entrySet().stream()
                .filter(score -> !missing.contains(score.getKey()))
                .filter(score -> marks.score(score.getKey(), score.getValue()))
                .count();
        return written;
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
