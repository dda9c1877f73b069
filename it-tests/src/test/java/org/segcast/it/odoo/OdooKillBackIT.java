/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.odoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.segcast.it.Checkout;
import org.segcast.it.odoo.OdooVictim.Task;

/**
 * The ways back are killed (kill -9) at random points: an undo, and the removal of all that was ever written. Done once more, each ends as one that nobody disturbed: after an undo
 * the CRM holds what it held before the push, after a removal nothing of ours, and tags of others are as they were.
 */
@Tag("odoo")
class OdooKillBackIT {
    private static final int ROUNDS = Boolean.getBoolean("segcast.thorough") ? 100 : 4;
    private static final long SEED = 20261124;

    private final Path folder = Checkout.fresh(Checkout.target().resolve("odoo-kills-back"));
    private final OdooScratch odoo = OdooScratch.synthetic("it_back", 300, 700, 1_400);
    private final OdooVictim victim = new OdooVictim(odoo, folder);
    private final OdooMirror mirror = victim.mirror();
    private final Random random = new Random(SEED);
    private int killed;
    private int theirs;
    private Set<Integer> theirMembers;

    @Test
    void an_undo_or_a_removal_killed_anywhere_ends_as_if_nothing_had_happened() throws Exception {
        mirror.sync(OdooVictim.NOW);
        theirMembers = odoo.partners("active and name like 'Person %' order by id limit 40");
        theirs = odoo.tag("Newsletter", theirMembers);
        undoes(mirror.profiled());
        removals(mirror.profiled());
    }

    private void undoes(Set<String> contacts) throws Exception {
        MarkRound before = new MarkRound(1);
        mirror.push(before);
        mirror.push(new MarkRound(2));
        long whole = victim.undisturbed(Task.UNDO, 2);
        assertHolds(before, contacts, "an undisturbed undo");
        killed = 0;
        for (int number = 3; number < ROUNDS + 3; number++) {
            mirror.push(new MarkRound(number));
            whole = kill(Task.UNDO, number, whole);
            mirror.undo(number);
            assertHolds(before, contacts, "round " + number);
        }
        assertTrue(killed > ROUNDS / 2, () -> "only " + killed + " of " + ROUNDS + " undoes were killed in the middle");
    }

    private void removals(Set<String> contacts) throws Exception {
        long whole = victim.undisturbed(Task.REMOVE, 0);
        String nothing = left();
        killed = 0;
        for (int number = 1000; number < ROUNDS + 1000; number++) {
            MarkRound round = new MarkRound(number);
            mirror.push(round);
            assertHolds(round, contacts, "a push after a removal, " + number);
            whole = kill(Task.REMOVE, 0, whole);
            assertTrue(mirror.removeAll().isEmpty(), "round " + number);
            assertEquals(nothing, left(), "round " + number);
            assertEquals(theirMembers, odoo.taggedWith(theirs), "round " + number);
        }
        assertTrue(
                killed > ROUNDS / 2, () -> "only " + killed + " of " + ROUNDS + " removals were killed in the middle");
    }

    /** @return how long the task takes undisturbed, as far as is known now */
    private long kill(Task task, int number, long whole) throws Exception {
        OptionalLong done = victim.killedAfter((long) (random.nextDouble() * whole), task, number);
        killed += done.isPresent() ? 0 : 1;
        return Math.min(whole, done.orElse(whole));
    }

    private void assertHolds(MarkRound round, Set<String> contacts, String when) {
        assertEquals(round.expected(contacts), odoo.marks().withMembers(), when);
        assertEquals(0, odoo.strayTags(), "tags made twice: " + when);
        assertEquals(theirMembers, odoo.taggedWith(theirs), when);
    }

    /** All that could be ours in Odoo's tables, and the columns that our fields had. */
    private String left() {
        return odoo.sql("select 'tag ' || name::text from res_partner_category"
                        + " union all select 'id ' || name from ir_model_data where module = 'segcast'"
                        + " union all select 'field ' || name from ir_model_fields where name like 'x_segcast%'"
                        + " union all select 'view ' || name from ir_ui_view where arch_db::text like '%x_segcast%'"
                        + " union all select 'column ' || column_name from information_schema.columns"
                        + " where table_name = 'res_partner' and column_name like 'x_segcast%'")
                .lines()
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
