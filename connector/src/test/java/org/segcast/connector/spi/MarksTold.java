/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Takes down what a CRM tells of our marks. */
final class MarksTold implements MarkSink {
    private final Map<String, Set<String>> tags = new TreeMap<>();
    private final Map<String, ScoreMark> scores = new TreeMap<>();
    private final Set<String> withoutScore = new TreeSet<>();
    private Optional<Instant> upTo = Optional.empty();

    @Override
    public void tag(String key, String contactId) {
        tags.computeIfAbsent(key, any -> new TreeSet<>()).add(contactId);
    }

    @Override
    public void score(String contactId, ScoreMark mark) {
        scores.put(contactId, mark);
    }

    @Override
    public void noScore(String contactId) {
        withoutScore.add(contactId);
    }

    @Override
    public void upTo(Instant changedAt) {
        upTo = Optional.of(changedAt);
    }

    HeldMarks held() {
        return new HeldMarks(tags, scores);
    }

    Set<String> withoutScore() {
        return withoutScore;
    }

    Optional<Instant> upTo() {
        return upTo;
    }
}
