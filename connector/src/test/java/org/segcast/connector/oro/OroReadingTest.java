/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.segcast.connector.spi.Records.contact;
import static org.segcast.connector.spi.Records.order;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.segcast.connector.spi.Consent;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.SegcastException;

class OroReadingTest {
    private final OroStandIn oro = new OroStandIn();
    private final OroSeeds seeds = new OroSeeds(oro);

    @AfterEach
    void stop() {
        oro.close();
    }

    private static <R> List<R> everything(Function<PageRequest, Page<R>> source, PageRequest first) {
        List<R> all = new ArrayList<>();
        Page<R> page = source.apply(first);
        all.addAll(page.records());
        while (page.nextAfterId().isPresent()) {
            page = source.apply(first.after(page.nextAfterId().get()));
            all.addAll(page.records());
        }
        return all;
    }

    private static PageRequest all() {
        return PageRequest.first(Optional.empty(), 1000);
    }

    private void contacts(int number) {
        for (int i = 1; i <= number; i++) {
            seeds.contact(contact(Integer.toString(i), "Contact " + i));
        }
    }

    @Test
    void a_server_that_cuts_pages_without_a_word_is_read_to_its_end() {
        contacts(25);
        oro.cutsPagesAt(10);
        assertEquals(25, everything(seeds.open()::contacts, all()).size());
    }

    @Test
    void a_server_that_refuses_large_pages_is_told_about_with_the_setting() {
        contacts(3);
        oro.refusesPagesAbove(100);
        SegcastException e =
                assertThrows(SegcastException.class, () -> seeds.open().contacts(all()));
        assertTrue(e.getMessage().contains("segcast.oro.page-size"), e.getMessage());
    }

    @Test
    void nothing_changed_costs_one_call_for_orders_and_two_more_for_contacts() {
        contacts(3);
        OroCrm crm = seeds.open();
        PageRequest changes = PageRequest.first(Optional.of(oro.now().plusSeconds(60)), 1000);
        crm.contacts(changes);
        oro.forgetAsked();
        assertEquals(Page.none(), crm.orders(changes));
        assertEquals(1, oro.asked().size(), oro.asked().toString());
        oro.forgetAsked();
        assertEquals(Page.none(), crm.contacts(changes));
        assertEquals(3, oro.asked().size(), oro.asked().toString());
    }

    @Test
    void changes_are_those_stamped_at_the_instant_or_later() {
        contacts(3);
        oro.passes(Duration.ofMinutes(5));
        Instant since = oro.now();
        OroKey second = new OroKey("contacts", "2");
        oro.records().need(second).change("lastName", "Byron", since);
        List<ContactRecord> changed = everything(seeds.open()::contacts, PageRequest.first(Optional.of(since), 1000));
        assertEquals(List.of("2"), changed.stream().map(ContactRecord::id).toList());
        assertEquals(Optional.of(since), changed.get(0).changedAt());
    }

    @Test
    void a_contact_comes_with_account_address_and_the_usual_fields() {
        OroKey account = oro.records().add("accounts").with("name", "Acme").key();
        OroKey old = address("Old Town", false);
        OroKey home = address("Łódź", true);
        OroKey key = new OroKey("contacts", seeds.contact(contact("1", "Ada Lovelace")));
        oro.records()
                .need(key)
                .with("vip_level", "gold")
                .with("sum_ordered", "12.5000")
                .toMany("accounts", List.of(account))
                .toMany("addresses", List.of(old, home));
        ContactRecord told = seeds.open().contacts(all()).records().get(0);
        assertEquals("Ada Lovelace", told.name());
        assertEquals(Optional.of("Acme"), told.company());
        assertEquals(
                Map.of(
                        "birthday", "1973-03-07",
                        "city", "Łódź",
                        "country", "PL",
                        "created", "2025-06-01",
                        "note", "met at a fair",
                        "source", "website",
                        "zip", "90-001"),
                told.attributes());
    }

    private OroKey address(String city, boolean primary) {
        return oro.records()
                .add("contactaddresses")
                .with("city", city)
                .with("postalCode", "90-001")
                .with("primary", primary)
                .to("country", Optional.of(new OroKey("countries", "PL")))
                .to("region", Optional.empty())
                .key();
    }

    @Test
    void an_objection_is_seen_among_the_changes_though_no_stamp_moves() {
        contacts(3);
        OroKey tag = seeds.tag("No profiling");
        oro.passes(Duration.ofHours(1));
        Instant since = oro.now();
        oro.records().entities(tag).add(new OroKey("contacts", "2"));
        List<ContactRecord> changed = everything(seeds.open()::contacts, PageRequest.first(Optional.of(since), 1));
        assertEquals(List.of("2"), changed.stream().map(ContactRecord::id).toList());
        assertEquals(new Consent(true, false), changed.get(0).consent());
    }

    @Test
    void the_tag_for_objections_counts_after_it_was_renamed() {
        contacts(2);
        OroCrm crm = seeds.open();
        crm.prepare(List.of());
        OroEntry tag = oro.records().all("tags").iterator().next();
        assertEquals("No profiling", tag.attribute("name"));
        tag.change("name", "Widerspruch", oro.now());
        oro.records().entities(tag.key()).add(new OroKey("contacts", "1"));
        assertFalse(crm.contacts(all()).records().get(0).consent().profiling());
        assertTrue(crm.contacts(all()).records().get(1).consent().profiling());
    }

    @Test
    void a_tag_for_objections_that_an_admin_made_is_not_made_again() {
        seeds.tag("No profiling");
        OroCrm crm = seeds.open();
        crm.prepare(List.of());
        crm.prepare(List.of());
        assertEquals(1, oro.records().all("tags").size());
    }

    @Test
    void more_objections_than_oro_tells_of_one_tag_are_all_found() {
        contacts(1_050);
        OroKey tag = seeds.tag("No profiling");
        for (int i = 1; i <= 1_040; i++) {
            oro.records().entities(tag).add(new OroKey("contacts", Integer.toString(i)));
        }
        PageRequest changes = PageRequest.first(Optional.of(oro.now().plusSeconds(60)), 1000);
        assertEquals(1_040, everything(seeds.open()::contacts, changes).size());
    }

    @Test
    void an_order_counts_for_the_contact_with_the_address_whatever_its_case() {
        String ada = seeds.contact(contact("1", "Ada"));
        seeds.order(order("7", "1", "2025-03-01", "10"), "1@EXAMPLE.org");
        assertEquals(ada, seeds.open().orders(all()).records().get(0).contactId());
    }

    @Test
    void an_order_without_a_known_address_counts_for_the_account_s_default_contact() {
        String ada = seeds.contact(contact("1", "Ada"));
        OroKey account = oro.records()
                .add("accounts")
                .to("defaultContact", Optional.of(new OroKey("contacts", ada)))
                .key();
        OroKey customer = oro.records()
                .add("customers")
                .to("account", Optional.of(account))
                .key();
        seeds.order(order("7", "1", "2025-03-01", "10"), Optional.empty(), customer);
        assertEquals(ada, seeds.open().orders(all()).records().get(0).contactId());
    }

    @Test
    void addresses_of_people_are_in_no_url() {
        seeds.contact(contact("1", "Ada"));
        seeds.order(order("7", "1", "2025-03-01", "10"), "1@example.org");
        seeds.open().orders(all());
        assertFalse(oro.asked().toString().contains("@"), oro.asked().toString());
    }

    @Test
    void an_order_that_nobody_can_be_found_for_sinks_only_itself() {
        seeds.contact(contact("1", "Ada"));
        seeds.order(order("7", "1", "2025-03-01", "10"), "1@example.org");
        String lost = seeds.order(order("8", "1", "2025-03-01", "10"), "stranger@example.org");
        Page<OrderRecord> page = seeds.open().orders(all());
        assertEquals(1, page.records().size());
        assertEquals(lost, page.rejected().get(0).id());
        assertFalse(page.rejected().get(0).reason().contains("@"));
    }

    @Test
    void an_order_in_another_currency_is_listed_not_added_up() {
        seeds.contact(contact("1", "Ada"));
        String id = seeds.order(order("7", "1", "2025-03-01", "10"), "1@example.org");
        oro.records().need(new OroKey("orders", id)).with("currency", "CHF");
        Page<OrderRecord> page = seeds.open().orders(all());
        assertEquals(List.of(), page.records());
        assertTrue(
                page.rejected().get(0).reason().contains("CHF"), page.rejected().toString());
    }

    @Test
    void a_line_s_amount_is_its_price_times_its_quantity() {
        seeds.contact(contact("1", "Ada"));
        String id = seeds.order(order("7", "1", "2025-03-01", "31.40"), "1@example.org");
        OroKey line = oro.records()
                .add("orderlineitems")
                .with("productName", "Tent")
                .with("quantity", 2)
                .with("value", "15.7000")
                .with("priceType", 10)
                .key();
        oro.records().need(new OroKey("orders", id)).toMany("lineItems", List.of(line));
        OrderRecord told = seeds.open().orders(all()).records().get(0);
        assertEquals(0, new BigDecimal("31.40").compareTo(told.lines().get(0).amount()));
    }

    @Test
    void a_broken_record_sinks_only_itself() {
        contacts(3);
        oro.records().need(new OroKey("contacts", "2")).with("updatedAt", "yesterday");
        Page<ContactRecord> page = seeds.open().contacts(all());
        assertEquals(2, page.records().size());
        assertEquals("field updatedAt holds no time", page.rejected().get(0).reason());
    }
}
