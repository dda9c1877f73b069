/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import java.util.LinkedHashSet;
import java.util.Set;
import org.segcast.connector.spi.MarkChanges;
import org.segcast.connector.spi.MarkChanges.Direction;
import org.segcast.connector.spi.TagDefinition;

/** Differences as rows that are sorted in among what the mark files hold. */
final class CsvPush {
    private static final int PART = 10_000;

    private final MarkChanges changes;

    CsvPush(MarkChanges changes) {
        this.changes = changes;
    }

    /** The tags that somebody gets. */
    Set<TagDefinition> gaining() {
        Set<TagDefinition> gaining = new LinkedHashSet<>();
        changes.members(PART, (tag, direction, some) -> {
            if (direction == Direction.ADDED) {
                gaining.add(tag);
            }
        });
        return gaining;
    }

    void add(SortedRows rows) {
        changes.members(
                PART,
                (tag, direction, some) -> some.forEach(id -> rows.add(
                        id,
                        direction == Direction.ADDED ? CsvContact.GETS_TAG : CsvContact.LOSES_TAG,
                        tag.key(),
                        tag.name())));
        changes.cleared(PART, some -> some.forEach(id -> rows.add(id, CsvContact.LOSES_SCORE)));
        changes.scores(
                PART,
                some -> some.forEach((id, mark) ->
                        rows.add(id, CsvContact.GETS_SCORE, mark.segment(), CsvMarks.share(mark), mark.reason())));
    }
}
