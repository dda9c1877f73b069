/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.odoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.segcast.it.Checkout;
import org.segcast.it.odoo.OdooVictim.Task;

/**
 * A process that syncs and pushes is killed (kill -9) at random points, again and again over the same file and the same Odoo. After each kill the next
 * run makes mirror and marks equal, record by record, to those of a mirror that nobody disturbed. The build kills a few times;
 * the profile {@code thorough} kills 200 times.
 */
@Tag("odoo")
class OdooKillRoundsIT {
    private static final int ROUNDS = Boolean.getBoolean("segcast.thorough") ? 200 : 8;
    private static final long SEED = 20261124;
    private static final Instant NOW = OdooVictim.NOW;

    private final Path folder = Checkout.fresh(Checkout.target().resolve("odoo-kills"));
    private final OdooScratch odoo = OdooScratch.synthetic("it_rounds", 300, 700, 1_400);
    private final OdooVictim victim = new OdooVictim(odoo, folder);
    private final OdooMirror mirror = victim.mirror();
    private final OdooMirror calm = victim.mirror("calm");

    @Test
    void killed_anywhere_the_next_run_ends_as_if_nothing_had_happened() throws Exception {
        List<Integer> partners = List.copyOf(odoo.partners("name like 'Person %'"));
        Random random = new Random(SEED);
        victim.undisturbed(Task.SYNC_AND_PUSH, 1); // reads everything, which no later run does
        long whole = victim.undisturbed(Task.SYNC_AND_PUSH, 2);
        int hit = 0;
        for (int number = 3; number < ROUNDS + 3; number++) {
            MarkRound round = new MarkRound(number);
            change(partners, number, random);
            OptionalLong done = victim.killedAfter((long) (random.nextDouble() * whole), Task.SYNC_AND_PUSH, number);
            whole = Math.min(whole, done.orElse(whole));
            hit += done.isPresent() ? 0 : 1;
            mirror.sync(NOW);
            mirror.push(round);
            calm.sync(NOW);
            assertEquals(calm.rows(), mirror.rows(), "mirror after round " + number);
            assertEquals(round.expected(mirror.profiled()), odoo.marks().withMembers(), "marks after round " + number);
            assertEquals(0, odoo.strayTags(), "tags made twice in round " + number);
        }
        int kills = hit;
        assertTrue(kills > ROUNDS / 2, () -> "only " + kills + " of " + ROUNDS + " runs were killed in the middle");
        OdooMirror fresh = victim.mirror("fresh");
        fresh.sync(NOW);
        assertEquals(fresh.rows(), mirror.rows(), "read from scratch");
    }

    private void change(List<Integer> partners, int number, Random random) {
        int from = random.nextInt(partners.size() - 10);
        odoo.call(
                "res.partner",
                "write",
                Map.of("ids", partners.subList(from, from + 10), "vals", Map.of("city", "City " + number)));
        int order = 1 + random.nextInt(700);
        odoo.sql("update sale_order set state = case state when 'sale' then 'cancel' else 'sale' end,"
                + " write_date = now() at time zone 'utc' where id = " + order);
    }
}
