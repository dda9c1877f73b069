/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.push;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.segcast.connector.mirror.MirrorSession;
import org.segcast.connector.mirror.Warehouse;
import org.segcast.connector.push.PushPlan.ScoreDifference;
import org.segcast.connector.spi.HostCrm;
import org.segcast.connector.spi.MarkChanges.Direction;
import org.segcast.connector.spi.ScoreMark;
import org.segcast.connector.spi.TagDefinition;

/**
 * Finds the fewest changes that make the CRM hold what is desired, inside the warehouse, so that a million contacts need no more memory than a
 * thousand. The same marks on both sides give the same plan. Marks desired for contacts that the mirror does not know, that are archived or may
 * not be profiled, are dropped.
 *
 * <p>One run at a time makes plans; the plan that was made last is there for everybody to look at.
 */
public final class PushPlanner {
    private static final int SAMPLE = 5;
    private static final int RETIRED_COLOUR = 1;

    private static final String KNOWN = " SEMI JOIN (SELECT id AS contact_id FROM mirror.contact"
            + " WHERE profiling_allowed AND active) k USING (contact_id)";
    private static final String CHANGE_TAGS =
            "CREATE OR REPLACE TABLE push.change_tag AS WITH wanted AS (SELECT tag, contact_id FROM push.wanted_tag"
                    + KNOWN
                    + ") SELECT coalesce(w.tag, h.tag) AS tag, coalesce(w.contact_id, h.contact_id) AS contact_id,"
                    + " h.tag IS NULL AS added FROM wanted w FULL JOIN push.held_tag h ON h.tag = w.tag"
                    + " AND h.contact_id = w.contact_id WHERE w.tag IS NULL OR h.tag IS NULL ORDER BY 1, 3, 2";
    /** Where a reason that is held is not what was last sent, somebody changed it, or it is not known what it was about: then its words count. */
    private static final String CHANGE_SCORES =
            "CREATE OR REPLACE TABLE push.change_score AS WITH wanted AS (SELECT * FROM push.wanted_score" + KNOWN
                    + "), held AS (SELECT h.*, s.chance, s.topic FROM push.held_score h LEFT JOIN push.sent_score s"
                    + " ON s.contact_id = h.contact_id AND s.words = md5_number(h.reason))"
                    + " SELECT coalesce(w.contact_id, h.contact_id) AS contact_id,"
                    + " CASE WHEN w.contact_id IS NULL THEN 'CLEARED' WHEN h.contact_id IS NULL THEN 'NEW' ELSE 'CHANGED' END AS kind,"
                    + " w.segment, w.percent, w.reason, w.chance, w.topic, h.segment AS segment_before,"
                    + " h.percent AS percent_before, h.reason AS reason_before"
                    + " FROM wanted w FULL JOIN held h ON h.contact_id = w.contact_id"
                    + " WHERE w.contact_id IS NULL OR h.contact_id IS NULL OR h.segment <> w.segment"
                    + " OR greatest(1, $1 * 10) <= abs(round(w.percent * 10) - round(h.percent * 10))"
                    + " OR CASE WHEN h.reason = w.reason THEN false WHEN $1 = 0 OR h.topic IS NULL THEN true"
                    + " ELSE h.topic <> w.topic OR abs(w.chance - h.chance) >= $1 END ORDER BY contact_id";

    private static final String TOUCHED = "SELECT count(*) FROM (SELECT contact_id FROM push.change_tag"
            + " UNION SELECT contact_id FROM push.change_score)";

    private final Warehouse warehouse;
    private final HeldCopy held;

    /** Makes the tables where they are missing. The mirror must be there. */
    public PushPlanner(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.held = new HeldCopy(warehouse);
        MirrorSession.inTransaction(warehouse, PushTables::ensure);
    }

    /** Reads what the CRM holds; every plan made from now on is against it. */
    public void readHeld(HostCrm crm) {
        held.read(crm);
    }

    /** The next reading of what the CRM holds takes nothing for known. */
    public void distrustHeld() {
        held.distrust();
    }

    /** Against what the CRM held when it was last read. */
    public PushPlan plan(DesiredMarks desired, Hysteresis hysteresis) {
        List<TagDefinition> tags = desired.tags();
        takeDown(desired, keys(tags));
        MirrorSession.inTransaction(warehouse, session -> {
            session.update(CHANGE_TAGS);
            session.update(CHANGE_SCORES.replace("$1", Integer.toString(hysteresis.points())));
            keepTags(session, tags);
            session.update("DELETE FROM push.plan");
            String fingerprint = PlanFingerprint.of(session);
            session.update("INSERT INTO push.plan SELECT ?, (" + TOUCHED + ")", fingerprint);
            PushUndo.forgetUnknown(session);
            session.update("DROP TABLE push.wanted_tag");
            session.update("DROP TABLE push.wanted_score");
        });
        return current().orElseThrow();
    }

    private static Set<String> keys(List<TagDefinition> tags) {
        Set<String> keys = new HashSet<>();
        for (TagDefinition tag : tags) {
            if (!keys.add(tag.key())) {
                throw new IllegalArgumentException("tag key '" + tag.key() + "' stands twice, expected once");
            }
        }
        return keys;
    }

    private void takeDown(DesiredMarks desired, Set<String> keys) {
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            session.update("CREATE OR REPLACE TABLE push.wanted_tag (" + PushTables.TAG + ")");
            session.update("CREATE OR REPLACE TABLE push.wanted_score (" + PushTables.WANTED_SCORE + ")");
            session.append(
                    PushTables.NAME,
                    "wanted_tag",
                    tags -> session.append(PushTables.NAME, "wanted_score", scores -> {
                        MarkTable table = new MarkTable(tags, scores);
                        desired.members((key, contact) -> table.tag(known(key, keys), contact));
                        desired.scores(table::score);
                    }));
        }
    }

    private static String known(String key, Set<String> keys) {
        if (!keys.contains(key)) {
            throw new IllegalArgumentException("members of tag '" + key + "', which is not among the tags");
        }
        return key;
    }

    /** The tags we have, then those that the CRM still holds from before. */
    private static void keepTags(MirrorSession session, List<TagDefinition> tags) {
        session.update("DELETE FROM push.plan_tag");
        for (int place = 0; place < tags.size(); place++) {
            TagDefinition tag = tags.get(place);
            session.update(
                    "INSERT INTO push.plan_tag SELECT ?, ?, ?, ?, false, count(*) FROM push.held_tag WHERE tag = ?",
                    place,
                    tag.key(),
                    tag.name(),
                    tag.colour(),
                    tag.key());
        }
        session.update(
                "INSERT INTO push.plan_tag SELECT ?, tag, tag, ?, true, count(*) FROM push.held_tag"
                        + " WHERE tag NOT IN (SELECT key FROM push.plan_tag) GROUP BY tag",
                tags.size(),
                RETIRED_COLOUR);
    }

    /** The plan that was made last; empty before the first. */
    public Optional<PushPlan> current() {
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            return session.first(
                    "SELECT fingerprint, contacts FROM push.plan",
                    row -> plan(session, row.getString(1), row.getLong(2)));
        }
    }

    private record PlannedTag(TagDefinition tag, boolean retired, long held) {}

    private PushPlan plan(MirrorSession session, String fingerprint, long contacts) {
        List<PlannedTag> planned = session.list(
                "SELECT key, name, colour, retired, held FROM push.plan_tag ORDER BY place, key",
                row -> new PlannedTag(
                        new TagDefinition(row.getString(1), row.getString(2), row.getInt(3)),
                        row.getBoolean(4),
                        row.getLong(5)));
        List<TagDifference> differences = differences(session, planned);
        ScoreDifference scores = scores(session);
        List<TagDefinition> changed = differences.stream()
                .filter(found -> found.added() + found.removed() > 0)
                .map(TagDifference::tag)
                .toList();
        long members = differences.stream()
                .mapToLong(found -> found.added() + found.removed())
                .sum();
        return new PushPlan(
                planned.stream()
                        .filter(tag -> !tag.retired())
                        .map(PlannedTag::tag)
                        .toList(),
                new StoredChanges(
                        warehouse,
                        "push.change",
                        changed,
                        members,
                        scores.added() + scores.changed() + scores.cleared()),
                differences,
                scores,
                contacts,
                fingerprint);
    }

    private static List<TagDifference> differences(MirrorSession session, List<PlannedTag> planned) {
        Map<String, long[]> counts = new LinkedHashMap<>();
        session.each(
                "SELECT tag, count(*) FILTER (added), count(*) FILTER (NOT added) FROM push.change_tag GROUP BY tag",
                row -> counts.put(row.getString(1), new long[] {row.getLong(2), row.getLong(3)}));
        List<TagDifference> differences = new ArrayList<>();
        for (PlannedTag found : planned) {
            long[] count = counts.getOrDefault(found.tag().key(), new long[2]);
            List<TagDifference.Sample> sample = count[0] + count[1] == 0
                    ? List.of()
                    : session.list(
                            "SELECT contact_id, added FROM push.change_tag WHERE tag = ? ORDER BY contact_id LIMIT ?",
                            row -> new TagDifference.Sample(
                                    row.getString(1), row.getBoolean(2) ? Direction.ADDED : Direction.REMOVED),
                            found.tag().key(),
                            SAMPLE);
            differences.add(new TagDifference(
                    found.tag(), found.held(), found.held() + count[0] - count[1], count[0], count[1], sample));
        }
        return differences;
    }

    private static ScoreDifference scores(MirrorSession session) {
        List<ScoreDifference.Sample> sample = session.list(
                "SELECT contact_id, kind, segment_before, percent_before, reason_before, segment, percent, reason"
                        + " FROM push.change_score ORDER BY contact_id LIMIT ?",
                row -> new ScoreDifference.Sample(
                        row.getString(1),
                        row.getString(2).equals("NEW")
                                ? Optional.empty()
                                : Optional.of(new ScoreMark(row.getString(3), row.getDouble(4), row.getString(5))),
                        row.getString(2).equals("CLEARED")
                                ? Optional.empty()
                                : Optional.of(new ScoreMark(row.getString(6), row.getDouble(7), row.getString(8)))),
                SAMPLE);
        return session.first(
                        "SELECT count(*) FILTER (kind = 'NEW'), count(*) FILTER (kind = 'CHANGED'),"
                                + " count(*) FILTER (kind = 'CLEARED') FROM push.change_score",
                        row -> new ScoreDifference(row.getLong(1), row.getLong(2), row.getLong(3), sample))
                .orElseThrow();
    }
}
