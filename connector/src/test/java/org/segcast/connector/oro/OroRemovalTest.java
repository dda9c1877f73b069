/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.segcast.connector.spi.Records.contact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.Footprint;
import org.segcast.connector.spi.HeldMarks;
import org.segcast.connector.spi.ListedChanges;
import org.segcast.connector.spi.ListedChanges.TagChange;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.ScoreMark;
import org.segcast.connector.spi.SegcastException;
import org.segcast.connector.spi.TagDefinition;

class OroRemovalTest {
    private static final TagDefinition CHAMPIONS = new TagDefinition("champions", "Champions", 4);
    private static final TagDefinition RISKY = new TagDefinition("risky", "At risk", 1);

    private final OroStandIn oro = new OroStandIn();
    private final OroSeeds seeds = new OroSeeds(oro);
    private OroCrm crm;
    private String first;
    private String second;

    @BeforeEach
    void two_contacts_with_marks() {
        first = seeds.contact(contact("1", "Ada Lovelace"));
        second = seeds.contact(contact("2", "Bo Diddley"));
        crm = seeds.open();
        crm.prepare(List.of(CHAMPIONS, RISKY));
        crm.push(
                new ListedChanges(
                        List.of(new TagChange(CHAMPIONS, Set.of(first), Set.of())),
                        Map.of(second, new ScoreMark("Champions", 50, "why")),
                        Set.of()),
                ProgressListener.SILENT);
    }

    @AfterEach
    void stop() {
        oro.close();
    }

    private void remove() {
        crm.removeAll(ProgressListener.SILENT);
    }

    private List<Object> names(String type) {
        return oro.records().all(type).stream()
                .map(entry -> entry.attribute("name"))
                .toList();
    }

    @Test
    void the_footprint_tells_tags_holders_and_taxonomies() {
        assertEquals(
                new Footprint(
                        List.of("Champions", "At risk"),
                        2,
                        List.of("taxonomy Segcast: champions", "taxonomy Segcast: risky")),
                crm.footprint());
    }

    @Test
    void the_tag_for_objections_and_the_objections_stay() {
        OroKey objections = oro.records().all("tags").stream()
                .filter(tag -> "No profiling".equals(tag.attribute("name")))
                .findFirst()
                .orElseThrow()
                .key();
        oro.records().entities(objections).add(new OroKey("contacts", first));
        remove();
        assertEquals(List.of("No profiling"), names("tags"));
        assertEquals(List.of("Segcast objections"), names("taxonomies"));
        assertTrue(oro.records().entities(objections).contains(new OroKey("contacts", first)));
        assertEquals(Footprint.NONE, crm.footprint());
    }

    @Test
    void a_tag_that_people_put_into_a_taxonomy_of_ours_stays_without_one() {
        OroKey ours = oro.records().all("taxonomies").iterator().next().key();
        OroKey theirs = seeds.tag("Theirs");
        oro.records().need(theirs).to("taxonomy", Optional.of(ours));
        remove();
        assertEquals(Optional.empty(), oro.records().need(theirs).one().get("taxonomy"));
        assertEquals(Footprint.NONE, crm.footprint());
    }

    @Test
    void values_of_the_fields_are_emptied_and_other_fields_stay() {
        remove();
        OroEntry contact = oro.records().need(new OroKey("contacts", second));
        for (String field : List.of("segcast_segment", "segcast_score", "segcast_reason")) {
            assertEquals(null, contact.attribute(field), field);
        }
        assertEquals("1973-03-07", contact.attribute("birthday"));
        assertEquals(HeldMarks.NONE, HeldMarks.of(crm));
    }

    @Test
    void a_user_who_may_not_delete_is_refused_before_anything_is_gone() {
        oro.denyDeleting("tags");
        SegcastException denied = assertThrows(SegcastException.class, this::remove);
        assertEquals(ErrorCode.RIGHTS_MISSING, denied.code());
        assertEquals(2, crm.footprint().contacts());
        assertEquals(3, names("tags").size());
    }

    @Test
    void what_a_killed_removal_left_goes_with_the_next() {
        oro.records().all("tags").stream()
                .map(OroEntry::key)
                .toList()
                .forEach(tag -> oro.records().delete(tag));
        assertEquals(
                List.of("taxonomy Segcast: champions", "taxonomy Segcast: risky"),
                crm.footprint().places());
        remove();
        assertEquals(List.of("Segcast objections"), names("taxonomies"));
        assertEquals(Footprint.NONE, crm.footprint());
        assertEquals(HeldMarks.NONE, HeldMarks.of(crm));
    }
}
