/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.segcast.connector.spi.Records.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.HeldMarks;
import org.segcast.connector.spi.ListedChanges;
import org.segcast.connector.spi.ListedChanges.TagChange;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.PushReceipt;
import org.segcast.connector.spi.ScoreMark;
import org.segcast.connector.spi.SegcastException;
import org.segcast.connector.spi.TagDefinition;

class OroPushTest {
    private static final TagDefinition CHAMPIONS = new TagDefinition("champions", "Champions", 4);
    private static final ScoreMark SCORE = new ScoreMark("Champions", 73.4, "ordered 5 days ago");

    private final OroStandIn oro = new OroStandIn();
    private final OroSeeds seeds = new OroSeeds(oro);

    @AfterEach
    void stop() {
        oro.close();
    }

    private Set<String> contacts(int number) {
        Set<String> ids = new TreeSet<>();
        for (int i = 1; i <= number; i++) {
            ids.add(seeds.contact(contact(Integer.toString(i), "Contact " + i)));
        }
        return ids;
    }

    private static ListedChanges tagged(Set<String> contacts) {
        return new ListedChanges(List.of(new TagChange(CHAMPIONS, contacts, Set.of())), Map.of(), Set.of());
    }

    private static ListedChanges scored(Set<String> contacts) {
        Map<String, ScoreMark> marks = new TreeMap<>();
        contacts.forEach(contact -> marks.put(contact, SCORE));
        return new ListedChanges(List.of(), marks, Set.of());
    }

    private static PushReceipt push(OroCrm crm, ListedChanges changes) {
        return crm.push(changes, ProgressListener.SILENT);
    }

    private OroEntry named(String name) {
        return oro.records().all("tags").stream()
                .filter(tag -> name.equals(tag.attribute("name")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_tag_gets_a_taxonomy_that_keeps_its_key_and_colour() {
        seeds.open().prepare(List.of(CHAMPIONS));
        OroEntry taxonomy =
                oro.records().need(named("Champions").one().get("taxonomy").orElseThrow());
        assertEquals("Segcast: champions", taxonomy.attribute("name"));
        assertEquals("#2E7D32", taxonomy.attribute("backgroundColor"));
    }

    @Test
    void a_tag_that_people_renamed_is_still_ours_also_after_a_restart() {
        Set<String> all = contacts(2);
        OroCrm crm = seeds.open();
        push(crm, tagged(Set.of("1")));
        named("Champions").change("name", "Beste Kunden", oro.now());
        OroCrm restarted = seeds.open();
        push(restarted, tagged(all));
        assertEquals(all, HeldMarks.of(restarted).tags().get("champions"));
        assertEquals(
                List.of("Beste Kunden"),
                oro.records().all("tags").stream()
                        .map(tag -> tag.attribute("name"))
                        .toList());
    }

    @Test
    void a_tag_of_the_same_name_is_not_taken_over() {
        contacts(1);
        OroKey theirs = seeds.tag("Champions");
        push(seeds.open(), tagged(Set.of("1")));
        assertEquals(Set.of(), oro.records().entities(theirs));
        assertEquals(
                1, oro.records().entities(named("Champions (Segcast)").key()).size());
    }

    @Test
    void a_tag_that_people_deleted_is_made_again() {
        contacts(1);
        OroCrm crm = seeds.open();
        push(crm, tagged(Set.of("1")));
        oro.records().delete(named("Champions").key());
        assertEquals(HeldMarks.NONE, HeldMarks.of(crm));
        push(crm, tagged(Set.of("1")));
        assertEquals(Set.of("1"), HeldMarks.of(crm).tags().get("champions"));
        assertEquals(1, oro.records().all("taxonomies").size());
    }

    @Test
    void preparing_what_is_there_costs_two_reads() {
        OroCrm crm = seeds.open();
        push(crm, tagged(Set.of()));
        crm.prepare(List.of(CHAMPIONS));
        oro.forgetAsked();
        push(crm, tagged(contacts(1)));
        assertEquals(3, oro.asked().size(), oro.asked().toString());
    }

    @Test
    void more_members_than_oro_tells_of_one_tag_are_all_held() {
        Set<String> all = contacts(1_050);
        OroCrm crm = seeds.open();
        push(crm, tagged(all));
        assertEquals(all, HeldMarks.of(crm).tags().get("champions"));
    }

    @Test
    void tagging_stamps_no_contact() {
        contacts(1);
        OroCrm crm = seeds.open();
        Instant before = Instant.parse((String) contact1().attribute("updatedAt"));
        oro.passes(Duration.ofHours(1));
        push(crm, tagged(Set.of("1")));
        assertEquals(before, Instant.parse((String) contact1().attribute("updatedAt")));
        push(crm, scored(Set.of("1")));
        assertTrue(before.isBefore(Instant.parse((String) contact1().attribute("updatedAt"))));
    }

    private OroEntry contact1() {
        return oro.records().need(new OroKey("contacts", "1"));
    }

    @Test
    void deleted_contacts_sink_only_themselves_in_one_more_try() {
        contacts(5);
        oro.records().delete(new OroKey("contacts", "2"));
        oro.records().delete(new OroKey("contacts", "4"));
        PushReceipt receipt = push(seeds.open(), tagged(Set.of("1", "2", "3", "4", "5")));
        assertEquals(3, receipt.written());
        assertEquals(2, receipt.rejected().size());
        assertTrue(receipt.rejected().stream().allMatch(gone -> gone.reason().equals(OroBatch.GONE)));
    }

    @Test
    void scores_go_in_batches_and_what_oro_refuses_is_told_by_contact() {
        Set<String> all = contacts(1_200);
        oro.records().delete(new OroKey("contacts", "7"));
        Map<String, ScoreMark> marks = new TreeMap<>(scored(all).marks());
        marks.put("8", new ScoreMark("Champions", 1, "x".repeat(300)));
        OroCrm crm = seeds.open();
        PushReceipt receipt = push(crm, new ListedChanges(List.of(), marks, Set.of()));
        assertEquals(List.of(1_000, 200), oro.operations().sizes());
        assertEquals(1_198, receipt.written());
        Map<String, String> reasons = new TreeMap<>();
        receipt.rejected().forEach(one -> reasons.put(one.id(), one.reason()));
        assertEquals(
                Map.of(
                        "7",
                        OroBatch.GONE,
                        "8",
                        "Oro refused to change this contact: length constraint at segcast_reason"),
                reasons);
        assertEquals(1_198, HeldMarks.of(crm).scores().size());
    }

    @Test
    void many_refusals_are_read_page_by_page() {
        Set<String> all = contacts(600);
        all.forEach(id -> oro.records().delete(new OroKey("contacts", id)));
        String last = seeds.contact(contact("601", "Last"));
        Set<String> more = new TreeSet<>(all);
        more.add(last);
        PushReceipt receipt = push(seeds.open(), scored(more));
        assertEquals(600, receipt.rejected().size());
        assertEquals(1, receipt.written());
    }

    @Test
    void scores_are_held_as_they_were_written_and_taken_away_again() {
        contacts(1);
        OroCrm crm = seeds.open();
        push(crm, scored(Set.of("1")));
        assertEquals(Map.of("1", SCORE), HeldMarks.of(crm).scores());
        push(crm, new ListedChanges(List.of(), Map.of(), Set.of("1")));
        assertEquals(HeldMarks.NONE, HeldMarks.of(crm));
    }

    @Test
    void without_the_fields_tags_are_pushed_and_the_receipt_says_what_was_left_out() {
        contacts(1);
        contact1().attributes().remove("segcast_reason");
        OroCrm crm = seeds.open();
        ListedChanges both = new ListedChanges(
                List.of(new TagChange(CHAMPIONS, Set.of("1"), Set.of())), Map.of("1", SCORE), Set.of());
        PushReceipt receipt = push(crm, both);
        assertEquals(1, receipt.written());
        assertTrue(
                receipt.rejected().get(0).reason().contains("have no field segcast_reason"),
                receipt.rejected().toString());
        assertTrue(crm.check().steps().stream()
                .anyMatch(step -> step.problem().isPresent() && step.found().contains("segcast_reason")));
    }

    @Test
    void a_queue_that_nobody_works_on_is_told_after_the_time_out() {
        contacts(1);
        oro.operations().consumer(OroOperations.Consumer.SLEEPS);
        SegcastException e = assertThrows(SegcastException.class, () -> push(seeds.open(), scored(Set.of("1"))));
        assertEquals(ErrorCode.TIMED_OUT, e.code());
        assertTrue(e.getMessage().contains("message queue consumer"), e.getMessage());
    }

    @Test
    void a_batch_that_fails_as_a_whole_is_told() {
        contacts(1);
        oro.operations().consumer(OroOperations.Consumer.FAILS);
        SegcastException e = assertThrows(SegcastException.class, () -> push(seeds.open(), scored(Set.of("1"))));
        assertEquals(ErrorCode.REQUEST_REFUSED, e.code());
    }

    @Test
    void a_key_too_long_for_a_taxonomy_is_told() {
        TagDefinition longest = new TagDefinition("k".repeat(60), "Long", 1);
        SegcastException e =
                assertThrows(SegcastException.class, () -> seeds.open().prepare(List.of(longest)));
        assertTrue(e.getMessage().contains("at most 41 characters"), e.getMessage());
    }
}
