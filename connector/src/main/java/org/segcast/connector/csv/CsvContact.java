/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.csv;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.segcast.connector.spi.RecordKind;
import org.segcast.connector.spi.RejectedRecord;
import org.segcast.connector.spi.ScoreMark;

/** The marks of one contact, from all rows about it: what it holds, then what becomes of that. Who is not in the folder any more gets nothing new. */
final class CsvContact {
    /** What a row tells, in its second cell; the digit in front puts them in order. */
    static final String IS_THERE = "0 is there";

    static final String HOLDS_TAG = "1 holds tag";
    static final String HOLDS_SCORE = "2 holds score";
    static final String LOSES_TAG = "3 loses tag";
    static final String GETS_TAG = "4 gets tag";
    static final String LOSES_SCORE = "5 loses score";
    static final String GETS_SCORE = "6 gets score";

    private final String id;
    private final CsvTagNames names;
    private final Set<String> held = new TreeSet<>();
    private Optional<ScoreMark> score = Optional.empty();
    private boolean there;
    private boolean missed;
    private long written;

    CsvContact(String id, CsvTagNames names) {
        this.id = id;
        this.names = names;
    }

    void take(List<String> row) {
        switch (row.get(1)) {
            case IS_THERE -> there = true;
            case HOLDS_TAG -> held.add(names.renamed(row.get(2)));
            case HOLDS_SCORE -> score = mark(row);
            case LOSES_TAG -> loseTag(row.get(2));
            case GETS_TAG -> getTag(row.get(3));
            case LOSES_SCORE -> become(Optional.empty());
            case GETS_SCORE -> getScore(mark(row));
            default -> throw new IllegalArgumentException("a row about a contact tells '" + row.get(1) + "'");
        }
    }

    private static Optional<ScoreMark> mark(List<String> row) {
        return CsvMarks.mark(row.get(2), row.get(3), row.get(4));
    }

    /** Under every name the tag has had. */
    private void loseTag(String key) {
        written += held.removeIf(name -> names.key(name).filter(key::equals).isPresent()) ? 1 : 0;
    }

    private void getTag(String name) {
        missed |= !there;
        written += there && held.add(name) ? 1 : 0;
    }

    private void getScore(Optional<ScoreMark> mark) {
        missed |= !there;
        if (there) {
            become(mark);
        }
    }

    private void become(Optional<ScoreMark> mark) {
        written += mark.equals(score) ? 0 : 1;
        score = mark;
    }

    Set<String> held() {
        return held;
    }

    Optional<ScoreMark> score() {
        return score;
    }

    long written() {
        return written;
    }

    Optional<RejectedRecord> rejected() {
        return missed
                ? Optional.of(new RejectedRecord(
                        RecordKind.CONTACT,
                        id,
                        OptionalInt.empty(),
                        "contact " + id + " is not in contacts.csv any more, so it got no tag or score"))
                : Optional.empty();
    }
}
