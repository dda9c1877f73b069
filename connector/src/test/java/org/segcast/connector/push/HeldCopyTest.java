/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.connector.mirror.DuckDbWarehouse;
import org.segcast.connector.mirror.Mirror;
import org.segcast.connector.mirror.MirrorSession;
import org.segcast.connector.spi.Capability;
import org.segcast.connector.spi.FakeCrm;
import org.segcast.connector.spi.ListedChanges;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.Records;
import org.segcast.connector.spi.ScoreMark;

class HeldCopyTest {
    private static final String ALL = "all marks";
    private static final String CHANGED = "changed marks";
    private static final ScoreMark HIGH = new ScoreMark("Gold", 90, "often");
    private static final ScoreMark LOW = new ScoreMark("Blue", 10, "seldom");

    private final FakeCrm crm = new FakeCrm(Capability.SCORES_BY_CHANGE);
    private DuckDbWarehouse warehouse;
    private HeldCopy held;

    @BeforeEach
    void three_contacts_with_scores_that_were_read_once(@TempDir Path folder) {
        for (String id : List.of("1", "2", "3")) {
            crm.with(Records.contact(id, "Contact " + id));
        }
        crm.push(
                new ListedChanges(List.of(), Map.of("1", HIGH, "2", HIGH, "3", LOW), Set.of()),
                ProgressListener.SILENT);
        warehouse = new DuckDbWarehouse(folder.resolve("warehouse.duckdb"), 64, 1);
        new Mirror(warehouse);
        new PushPlanner(warehouse);
        held = new HeldCopy(warehouse);
        held.read(crm);
        assertEquals(List.of(ALL), crm.asked());
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    private Map<String, ScoreMark> scores() {
        Map<String, ScoreMark> found = new HashMap<>();
        try (MirrorSession session = MirrorSession.open(warehouse)) {
            session.each(
                    "SELECT contact_id, segment, percent, reason FROM push.held_score",
                    row -> assertFalse(
                            found.put(
                                            row.getString(1),
                                            new ScoreMark(row.getString(2), row.getDouble(3), row.getString(4)))
                                    != null,
                            "held twice"));
        }
        return found;
    }

    @Test
    void a_score_that_somebody_changed_or_emptied_is_seen_without_reading_all() {
        crm.edit("1", LOW);
        crm.empty("2");
        held.read(crm);
        assertEquals(Map.of("1", LOW, "3", LOW), scores());
        held.read(crm);
        assertEquals(Map.of("1", LOW, "3", LOW), scores());
        assertEquals(List.of(ALL, CHANGED, CHANGED), crm.asked());
    }

    @Test
    void what_a_push_wrote_is_read_back_without_reading_all() {
        crm.push(new ListedChanges(List.of(), Map.of("3", HIGH), Set.of("1")), ProgressListener.SILENT);
        held.read(crm);
        assertEquals(Map.of("2", HIGH, "3", HIGH), scores());
        assertEquals(List.of(ALL, CHANGED), crm.asked());
    }

    @Test
    void a_contact_that_was_deleted_makes_all_be_read() {
        crm.delete("2");
        held.read(crm);
        assertEquals(Map.of("1", HIGH, "3", LOW), scores());
        assertEquals(List.of(ALL, CHANGED, ALL), crm.asked());
        held.read(crm);
        assertEquals(List.of(ALL, CHANGED, ALL, CHANGED), crm.asked());
    }

    @Test
    void all_is_read_where_nothing_is_to_be_taken_for_known() {
        held.distrust();
        held.read(crm);
        assertEquals(List.of(ALL, ALL), crm.asked());
    }

    @Test
    void of_another_crm_nothing_is_known() {
        FakeCrm other = new FakeCrm("another CRM", Capability.SCORES_BY_CHANGE);
        held.read(other);
        assertEquals(List.of(ALL), other.asked());
        assertTrue(scores().isEmpty());
    }
}
