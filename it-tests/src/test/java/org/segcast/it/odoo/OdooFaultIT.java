/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.odoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.segcast.connector.spi.SegcastException;
import org.segcast.it.Checkout;
import org.segcast.it.odoo.FaultProxy.Fault;

/**
 * Spoils every request of a sync and of a push in every way, one at a time, with a real Odoo behind. Whatever happened, the mirror is as before or
 * complete, and the next undisturbed run makes mirror and marks equal, record by record, to what one makes that nothing disturbed. The build tries a seeded selection;
 * the profile {@code thorough} tries all.
 */
@Tag("odoo")
class OdooFaultIT {
    private static final int SELECTION = 12;
    private static final long SEED = 20261124;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration LATE = PATIENCE.plusSeconds(1);
    private static final Instant FIRST = Instant.parse("2100-01-01T00:00:00Z");
    private static final Instant SECOND = Instant.parse("2100-01-02T00:00:00Z");

    private record Case(int request, Fault fault) {}

    private static Path folder;
    private static OdooScratch odoo;
    private static FaultProxy proxy;
    private static OdooMirror empty;
    private static OdooMirror before;

    @BeforeAll
    static void a_mirror_and_changes_behind_it() throws IOException {
        folder = Checkout.fresh(Checkout.target().resolve("odoo-faults"));
        odoo = OdooScratch.synthetic("it_fault", 300, 700, 1_400);
        proxy = new FaultProxy(URI.create(odoo.settings().get("SEGCAST_ODOO_URL")), LATE);
        before = mirror("before");
        before.sync(FIRST);
        change();
    }

    @AfterAll
    static void close() {
        proxy.close();
    }

    private static OdooMirror mirror(String name) {
        return new OdooMirror(folder.resolve(name), odoo.settings(), proxy.address(), PATIENCE);
    }

    /** New, changed, archived and deleted contacts, cancelled orders, an objection to profiling. */
    private static void change() {
        List<Integer> buyers = List.copyOf(odoo.partners("id in (select partner_id from sale_order)"));
        List<Integer> others =
                List.copyOf(odoo.partners("name like 'Person %' and id not in (select partner_id from sale_order)"));
        odoo.call("res.partner", "write", Map.of("ids", buyers.subList(0, 20), "vals", Map.of("city", "Utrecht")));
        odoo.call("res.partner", "write", Map.of("ids", buyers.subList(20, 25), "vals", Map.of("active", false)));
        odoo.call("res.partner", "unlink", Map.of("ids", others.subList(0, 5)));
        odoo.create("res.partner", Map.of("name", "Somebody new"));
        odoo.tag("No profiling", Set.copyOf(buyers.subList(30, 33)));
        odoo.sql("update sale_order set state = 'cancel', write_date = now() at time zone 'utc' where id % 50 = 0");
    }

    @Test
    void every_request_of_a_first_read_may_fail_in_every_way() {
        OdooMirror calm = mirror("calm-full");
        proxy.spoilNothing();
        calm.sync(SECOND);
        int requests = proxy.heard();
        Map<String, List<String>> nothing = mirrorWithoutRecords();
        Map<String, List<String>> complete = calm.rows();
        for (Case one : selection(requests)) {
            OdooMirror mirror = mirror("full");
            mirror.delete();
            spoiled(one, mirror, nothing, complete);
        }
    }

    @Test
    void every_request_of_a_read_of_changes_may_fail_in_every_way() {
        OdooMirror calm = mirror("calm-changes").copyOf(before);
        proxy.spoilNothing();
        calm.sync(SECOND);
        int requests = proxy.heard();
        Map<String, List<String>> untouched = before.rows();
        Map<String, List<String>> complete = calm.rows();
        assertNotEquals(untouched, complete, "there was something to read");
        for (Case one : selection(requests)) {
            spoiled(one, mirror("changes").copyOf(before), untouched, complete);
        }
    }

    @Test
    void every_request_of_a_push_may_fail_in_every_way() {
        OdooMirror mirror = mirror("push");
        mirror.sync(SECOND);
        Set<String> contacts = mirror.profiled();
        Set<Integer> theirs = odoo.partners("active and name like 'Person %' order by id limit 40");
        int foreign = odoo.tag("Newsletter", theirs);
        mirror.push(new MarkRound(0));
        proxy.spoilNothing();
        mirror.push(new MarkRound(1));
        int number = 1;
        for (Case one : selection(proxy.heard())) {
            MarkRound round = new MarkRound(++number);
            proxy.spoil(one.request(), one.fault());
            boolean whole = false;
            try {
                whole = mirror.push(round).rejected().isEmpty();
            } catch (SegcastException told) {
                assertFalse(told.getMessage().contains("Person "), () -> one + " quotes people's data: " + told);
            }
            proxy.spoilNothing();
            if (!whole) {
                assertEquals(List.of(), mirror.push(round).rejected(), one::toString);
            }
            assertEquals(round.expected(contacts), odoo.marks().withMembers(), one::toString);
            assertEquals(0, odoo.strayTags(), () -> one + " made a tag twice");
            assertEquals(theirs, odoo.taggedWith(foreign), () -> one + " touched a tag of others");
        }
    }

    private static Map<String, List<String>> mirrorWithoutRecords() {
        return Map.of("contact", List.of(), "orders", List.of(), "order_line", List.of(), "engagement", List.of());
    }

    private static void spoiled(
            Case one, OdooMirror mirror, Map<String, List<String>> untouched, Map<String, List<String>> complete) {
        proxy.spoil(one.request(), one.fault());
        try {
            mirror.sync(SECOND);
        } catch (SegcastException told) {
            assertFalse(told.getMessage().contains("Person "), () -> one + " quotes people's data: " + told);
            assertEquals(untouched, mirror.rows(), () -> one + " left half a sync behind: " + told);
            proxy.spoilNothing();
            mirror.sync(SECOND);
        }
        assertEquals(complete, mirror.rows(), one::toString);
    }

    private static List<Case> selection(int requests) {
        assertTrue(requests > 5, () -> "a sync of " + requests + " requests is none");
        List<Case> all = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            for (int request = 0; request < requests; request++) {
                all.add(new Case(request, fault));
            }
        }
        if (Boolean.getBoolean("segcast.thorough")) {
            return all;
        }
        Collections.shuffle(all, new Random(SEED));
        return all.subList(0, Math.min(SELECTION, all.size()));
    }
}
