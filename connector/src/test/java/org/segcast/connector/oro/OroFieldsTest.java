/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.segcast.connector.spi.Records.contact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.segcast.connector.spi.CrmField;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.SegcastException;

class OroFieldsTest {
    private final OroStandIn oro = new OroStandIn();
    private final OroSeeds seeds = new OroSeeds(oro);

    @AfterEach
    void stop() {
        oro.close();
    }

    private OroEntry person(String name) {
        return oro.records().need(new OroKey("contacts", seeds.contact(contact("1", name))));
    }

    private Map<String, CrmField> offered() {
        return seeds.open().fields().stream().collect(Collectors.toMap(CrmField::name, Function.identity()));
    }

    private Map<String, String> read(OroCrm crm) {
        return crm.contacts(PageRequest.first(Optional.empty(), 10))
                .records()
                .get(0)
                .attributes();
    }

    @Test
    void fields_that_were_added_are_offered_with_label_type_and_coverage() {
        oro.structure().field("Points", "points", "integer").choice("Level", "vip_level");
        person("Ada").with("points", 12).to("vip_level", Optional.of(new OroKey("vipleveloptions", "gold")));
        person("Ben").without("points").to("vip_level", Optional.empty());
        person("Cleo").with("points", 0).to("vip_level", Optional.empty());
        assertEquals(
                new CrmField("points", "Points", CrmField.Type.NUMBER, true, false, false, 2, 3),
                offered().get("points"));
        assertEquals(
                new CrmField("vip_level", "Level", CrmField.Type.CHOICE, true, false, false, 1, 3),
                offered().get("vip_level"));
    }

    @Test
    void usual_fields_are_chosen_where_nobody_chose() {
        person("Ada");
        CrmField birthday = offered().get("birthday");
        assertTrue(birthday.byDefault() && birthday.chosen() && !birthday.custom(), birthday.toString());
        assertEquals(CrmField.Type.DATE, birthday.type());
        assertEquals(0, offered().get("addresses.city").filled());
    }

    @Test
    void our_own_fields_names_owners_counters_and_what_the_api_does_not_tell_are_not_offered() {
        person("Ada");
        assertEquals(
                List.of(
                        "addresses.city",
                        "addresses.country",
                        "addresses.postalCode",
                        "addresses.region",
                        "birthday",
                        "createdAt",
                        "description",
                        "source"),
                seeds.open().fields().stream().map(CrmField::name).toList());
    }

    @Test
    void an_oro_without_contacts_tells_its_fields_all_the_same() {
        assertEquals(0, offered().get("jobTitle").total());
    }

    @Test
    void of_many_contacts_a_thousand_are_looked_at_from_the_first_to_the_last() {
        oro.structure().field("Points", "points", "integer");
        for (int i = 0; i < 3_000; i++) {
            OroEntry one = person("Contact " + i).without("points");
            if (i >= 2_900) {
                one.with("points", i);
            }
        }
        oro.forgetAsked();
        CrmField points = offered().get("points");
        assertEquals(1_000, points.total());
        assertEquals(100, points.filled());
        assertEquals(
                5,
                oro.asked().stream().filter(asked -> !asked.contains("token")).count(),
                oro.asked()::toString);
    }

    @Test
    void chosen_fields_alone_are_read_and_asked_for() {
        person("Ada")
                .with("points", 12)
                .with("last_visit", "2025-05-04T10:11:12Z")
                .with("sum_ordered", "12.5000");
        OroCrm crm = seeds.open(seeds.choosing("points", "last_visit", "addresses.city", "never_heard_of"));
        oro.forgetAsked();
        assertEquals(Map.of("points", "12", "last_visit", "2025-05-04"), read(crm));
        assertFalse(oro.asked().toString().contains("birthday"), oro.asked()::toString);
        assertTrue(crm.describe().endsWith(", fields points last_visit addresses.city never_heard_of"), crm.describe());
    }

    @Test
    void names_counters_and_our_own_marks_are_not_read_whoever_chooses_them() {
        person("Ada").with("segcast_segment", "Champions");
        assertEquals(
                Map.of(),
                read(seeds.open(seeds.choosing("lastName", "timesContacted", "segcast_segment", OroSeeds.OPT_OUT))));
    }

    @Test
    void a_user_who_may_not_see_contacts_is_told_so() {
        oro.deny("contacts");
        SegcastException e =
                assertThrows(SegcastException.class, () -> seeds.open().fields());
        assertEquals(ErrorCode.RIGHTS_MISSING, e.code());
    }
}
