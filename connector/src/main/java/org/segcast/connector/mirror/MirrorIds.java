/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.segcast.connector.spi.IdRange;
import org.segcast.connector.spi.RecordKind;

/**
 * The ids of one series as far as syncs have read them: merged, staged, or left out. Nothing is listed before something differs; then the series is laid out sorted,
 * so that counting a range of millions takes milliseconds.
 */
public final class MirrorIds {
    private final Warehouse warehouse;
    private final RecordKind kind;
    private final String prefix;
    private boolean laidOut;

    MirrorIds(Warehouse warehouse, RecordKind kind, String prefix) {
        this.warehouse = warehouse;
        this.kind = kind;
        this.prefix = prefix;
    }

    /**
     * @param range from the least to the greatest id
     * @param count ids in it
     */
    public record Span(IdRange range, long count) {}

    /** What is known of each series of a kind, by prefix; series without an id are not in it. */
    static Map<String, Span> spans(Warehouse warehouse, RecordKind kind) {
        Map<String, Span> spans = new HashMap<>();
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            gatherUnmerged(session, kind);
            session.each(
                    "SELECT prefix, count(*), min(number), max(number) FROM (SELECT rtrim(id, '0123456789') AS prefix,"
                            + " try_cast(substr(id, length(rtrim(id, '0123456789')) + 1) AS BIGINT) AS number FROM (SELECT id FROM mirror."
                            + table(kind) + " UNION ALL SELECT id FROM unmerged)) WHERE number >= 0 GROUP BY prefix",
                    row -> spans.put(
                            row.getString(1),
                            new Span(
                                    new IdRange(kind, row.getString(1), row.getLong(3), row.getLong(4)),
                                    row.getLong(2))));
        }
        return spans;
    }

    public long count(IdRange range) {
        layOut();
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            return session.number(
                    "SELECT count(*) FROM mirror.stage_series WHERE number BETWEEN ? AND ?",
                    range.first(),
                    range.last());
        }
    }

    /** The number up to which half of the ids of a range with at least two of them stand. */
    public long middle(IdRange range) {
        layOut();
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            long below = (session.number(
                                    "SELECT count(*) FROM mirror.stage_series WHERE number BETWEEN ? AND ?",
                                    range.first(),
                                    range.last())
                            - 1)
                    / 2;
            return session.number(
                    "SELECT number FROM mirror.stage_series WHERE number BETWEEN ? AND ? ORDER BY number LIMIT 1 OFFSET ?",
                    range.first(),
                    range.last(),
                    below);
        }
    }

    /**
     * Everything in the range but these has been deleted in the CRM; the merge follows.
     *
     * @return those of them that no read has told
     */
    public Set<String> only(IdRange range, Set<String> existing) {
        layOut();
        Set<String> unseen = new HashSet<>();
        MirrorSession.inTransaction(warehouse, session -> {
            session.update(
                    "CREATE OR REPLACE TEMP TABLE existing AS SELECT unnest(CAST(? AS VARCHAR[])) AS id", existing);
            session.update(
                    "INSERT INTO mirror.stage_gone SELECT ?, ? || number FROM mirror.stage_series"
                            + " WHERE number BETWEEN ? AND ? AND (? || number) NOT IN (SELECT id FROM existing)",
                    kind.name(),
                    prefix,
                    range.first(),
                    range.last(),
                    prefix);
            unseen.addAll(session.list(
                    "SELECT id FROM existing WHERE id NOT IN (SELECT ? || number FROM mirror.stage_series WHERE number BETWEEN ? AND ?)",
                    row -> row.getString(1),
                    prefix,
                    range.first(),
                    range.last()));
        });
        return unseen;
    }

    private void layOut() {
        if (laidOut) {
            return;
        }
        MirrorSession.inTransaction(warehouse, session -> {
            gatherUnmerged(session, kind);
            session.update("CREATE OR REPLACE TABLE mirror.stage_series AS SELECT number FROM (" + numbers()
                    + ") WHERE number IS NOT NULL ORDER BY number");
        });
        laidOut = true;
    }

    /** A few, as a rule: what was read since, and what was left out at any time. */
    private static void gatherUnmerged(MirrorSession session, RecordKind kind) {
        session.update("CREATE OR REPLACE TEMP TABLE unmerged AS SELECT id FROM mirror.stage_" + table(kind)
                + " UNION SELECT id FROM mirror.left_out WHERE kind = '" + kind + "'"
                + " UNION SELECT id FROM mirror.stage_left_out WHERE kind = '" + kind + "'");
        session.update("DELETE FROM unmerged WHERE id IN (SELECT id FROM mirror." + table(kind)
                + " WHERE id IN (SELECT id FROM unmerged))");
    }

    private String numbers() {
        String number = "CASE WHEN starts_with(id, '" + prefix + "') THEN try_cast(substr(id, " + (prefix.length() + 1)
                + ") AS BIGINT) END AS number";
        return "SELECT number FROM (SELECT " + number + " FROM mirror." + table(kind) + " UNION ALL SELECT " + number
                + " FROM unmerged) WHERE number >= 0";
    }

    private static String table(RecordKind kind) {
        return switch (kind) {
            case CONTACT -> "contact";
            case ORDER -> "orders";
            case ENGAGEMENT -> "engagement";
            case ORDER_LINE, RESPONSE ->
                throw new IllegalArgumentException(
                        kind + " has no ids of its own, expected contacts, orders or engagements");
        };
    }
}
