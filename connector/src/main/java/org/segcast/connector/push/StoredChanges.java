/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.push;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.segcast.connector.mirror.MirrorSession;
import org.segcast.connector.mirror.Warehouse;
import org.segcast.connector.spi.MarkChanges;
import org.segcast.connector.spi.ScoreMark;
import org.segcast.connector.spi.TagDefinition;

/** The differences as they stand in the warehouse, read part by part, so that nothing is held open while the CRM works on one. */
final class StoredChanges implements MarkChanges {
    private static final String MEMBERS =
            "SELECT contact_id FROM %s_tag WHERE tag = ? AND added = ? AND contact_id > ? ORDER BY contact_id LIMIT ?";
    private static final String CLEARED =
            "SELECT contact_id FROM %s_score WHERE kind = 'CLEARED' AND contact_id > ? ORDER BY contact_id LIMIT ?";
    private static final String SCORES = "SELECT contact_id, segment, percent, reason FROM %s_score"
            + " WHERE kind <> 'CLEARED' AND contact_id > ? ORDER BY contact_id LIMIT ?";

    private final Warehouse warehouse;
    private final String tables;
    private final List<TagDefinition> tags;
    private final long memberChanges;
    private final long scoreChanges;

    /** @param tables the beginning of their names, such as {@code push.change} */
    StoredChanges(Warehouse warehouse, String tables, List<TagDefinition> tags, long memberChanges, long scoreChanges) {
        this.warehouse = warehouse;
        this.tables = tables;
        this.tags = List.copyOf(tags);
        this.memberChanges = memberChanges;
        this.scoreChanges = scoreChanges;
    }

    @Override
    public long size() {
        return memberChanges + scoreChanges;
    }

    @Override
    public long scoreChanges() {
        return scoreChanges;
    }

    @Override
    public List<TagDefinition> tags() {
        return tags;
    }

    @Override
    public void members(int atMost, MemberSink sink) {
        for (TagDefinition tag : tags) {
            for (Direction direction : Direction.values()) {
                String last = "";
                List<String> part;
                do {
                    part = ids(of(MEMBERS), tag.key(), direction == Direction.ADDED, last, atMost);
                    if (!part.isEmpty()) {
                        sink.accept(tag, direction, part);
                        last = part.get(part.size() - 1);
                    }
                } while (part.size() == atMost);
            }
        }
    }

    @Override
    public void cleared(int atMost, Consumer<List<String>> sink) {
        String last = "";
        List<String> part;
        do {
            part = ids(of(CLEARED), last, atMost);
            if (!part.isEmpty()) {
                sink.accept(part);
                last = part.get(part.size() - 1);
            }
        } while (part.size() == atMost);
    }

    @Override
    public void scores(int atMost, Consumer<Map<String, ScoreMark>> sink) {
        String[] last = {""};
        Map<String, ScoreMark> part;
        do {
            part = new LinkedHashMap<>();
            Map<String, ScoreMark> rows = part;
            try (MirrorSession session = MirrorSession.open(warehouse)) {
                session.each(
                        of(SCORES),
                        row -> {
                            last[0] = row.getString(1);
                            rows.put(last[0], new ScoreMark(row.getString(2), row.getDouble(3), row.getString(4)));
                        },
                        last[0],
                        atMost);
            }
            if (!part.isEmpty()) {
                sink.accept(part);
            }
        } while (part.size() == atMost);
    }

    private String of(String sql) {
        return sql.formatted(tables);
    }

    private List<String> ids(String sql, Object... values) {
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            return session.list(sql, row -> row.getString(1), values);
        }
    }
}
