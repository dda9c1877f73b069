/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.segcast.connector.spi.MarkChanges.TagChange;

class MarkChangesTest {
    private static final TagDefinition RESCUE = new TagDefinition("rescue", "Rescue", 7);
    private static final ScoreMark SCORE = new ScoreMark("Rescue", 41, "late");

    private static MarkChanges changes(
            Set<String> added, Set<String> removed, Map<String, ScoreMark> scores, Set<String> cleared) {
        return new MarkChanges(List.of(new TagChange(RESCUE, added, removed)), scores, cleared);
    }

    private final MarkChanges approved = changes(Set.of("1", "2"), Set.of("3"), Map.of("1", SCORE), Set.of("4"));

    @Test
    void what_is_left_of_a_plan_is_part_of_it() {
        assertTrue(changes(Set.of("2"), Set.of(), Map.of(), Set.of("4")).isPartOf(approved));
        assertTrue(new MarkChanges(List.of(), Map.of(), Set.of()).isPartOf(approved));
        assertTrue(approved.isPartOf(approved));
    }

    @Test
    void whatever_was_not_among_the_changes_is_no_part() {
        assertFalse(changes(Set.of("5"), Set.of(), Map.of(), Set.of()).isPartOf(approved));
        assertFalse(changes(Set.of(), Set.of("1"), Map.of(), Set.of()).isPartOf(approved));
        assertFalse(changes(Set.of(), Set.of(), Map.of("2", SCORE), Set.of()).isPartOf(approved));
        assertFalse(changes(Set.of(), Set.of(), Map.of("1", new ScoreMark("Rescue", 42, "late")), Set.of())
                .isPartOf(approved));
        assertFalse(changes(Set.of(), Set.of(), Map.of(), Set.of("1")).isPartOf(approved));
    }
}
