/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.push;

import java.util.List;
import org.segcast.connector.mirror.MirrorSession;
import org.segcast.connector.spi.TagDefinition;

/**
 * How much a push or an undo changes.
 *
 * @param contacts touched at all, each once
 * @param tags those with changes, by key
 * @param newScores given to contacts that had none
 */
public record PushCounts(long contacts, List<TagCount> tags, long newScores, long changedScores, long clearedScores) {
    public record TagCount(TagDefinition tag, long added, long removed) {}

    public PushCounts {
        tags = List.copyOf(tags);
    }

    /**
     * @param members a query of tag, name, colour, added, contact_id
     * @param scores a query of contact_id, kind
     */
    static PushCounts of(MirrorSession session, String members, String scores) {
        List<TagCount> tags = session.list(
                "SELECT tag, any_value(name), any_value(colour), count(*) FILTER (added), count(*) FILTER (NOT added)"
                        + " FROM (" + members + ") GROUP BY tag ORDER BY tag",
                row -> new TagCount(
                        new TagDefinition(row.getString(1), row.getString(2), row.getInt(3)),
                        row.getLong(4),
                        row.getLong(5)));
        long contacts = session.number("SELECT count(*) FROM (SELECT contact_id FROM (" + members
                + ") UNION SELECT contact_id FROM (" + scores + "))");
        return session.first(
                        "SELECT count(*) FILTER (kind = 'NEW'), count(*) FILTER (kind = 'CHANGED'),"
                                + " count(*) FILTER (kind = 'CLEARED') FROM (" + scores + ")",
                        row -> new PushCounts(contacts, tags, row.getLong(1), row.getLong(2), row.getLong(3)))
                .orElseThrow();
    }
}
