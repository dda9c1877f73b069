/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.push;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.segcast.connector.mirror.MirrorSession;
import org.segcast.connector.spi.MarkSink;
import org.segcast.connector.spi.ScoreMark;

/** Marks as rows, appended as they are told. */
final class MarkTable implements MarkSink {
    private final DuckDBAppender tags;
    private final DuckDBAppender scores;
    private Optional<Instant> upTo = Optional.empty();

    MarkTable(DuckDBAppender tags, DuckDBAppender scores) {
        this.tags = tags;
        this.scores = scores;
    }

    @Override
    public void tag(String key, String contactId) {
        try {
            tags.beginRow().append(key).append(contactId).endRow();
        } catch (SQLException broken) {
            throw MirrorSession.failed("writing a tag", broken);
        }
    }

    @Override
    public void score(String contactId, ScoreMark mark) {
        try {
            row(scores, contactId, mark).endRow();
        } catch (SQLException broken) {
            throw MirrorSession.failed("writing a score", broken);
        }
    }

    /** As a row with nothing but the contact. */
    @Override
    public void noScore(String contactId) {
        try {
            scores.beginRow()
                    .append(contactId)
                    .appendNull()
                    .appendNull()
                    .appendNull()
                    .endRow();
        } catch (SQLException broken) {
            throw MirrorSession.failed("writing a score", broken);
        }
    }

    @Override
    public void upTo(Instant changedAt) {
        upTo = Optional.of(changedAt);
    }

    Optional<Instant> upTo() {
        return upTo;
    }

    void score(String contactId, DesiredScore score) {
        try {
            row(scores, contactId, score.mark())
                    .append(score.chance())
                    .append(score.topic())
                    .endRow();
        } catch (SQLException broken) {
            throw MirrorSession.failed("writing a score", broken);
        }
    }

    private static DuckDBAppender row(DuckDBAppender row, String contactId, ScoreMark mark) throws SQLException {
        return row.beginRow()
                .append(contactId)
                .append(mark.segment())
                .append(mark.percent())
                .append(mark.reason());
    }
}
