/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.odoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.segcast.connector.mirror.DuckDbWarehouse;
import org.segcast.connector.mirror.Mirror;
import org.segcast.connector.spi.ConnectionCheck.Step;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.CrmField;
import org.segcast.connector.spi.EngagementKind;
import org.segcast.connector.spi.EngagementRecord;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.HostCrm;
import org.segcast.connector.spi.IdRange;
import org.segcast.connector.spi.ListedChanges;
import org.segcast.connector.spi.Money;
import org.segcast.connector.spi.OrderLineRecord;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.OrderRecord.OrderState;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.RecordKind;
import org.segcast.connector.spi.ScoreMark;
import org.segcast.connector.spi.SegcastException;
import org.segcast.connector.spi.TagDefinition;
import org.segcast.connector.sync.Sync;
import org.segcast.connector.sync.SyncSettings;

/** What is read of a real Odoo beside contacts and sale orders, and what changes there without a stamp on the record. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OdooReadingIT {
    private static final LocalDate LATE = LocalDate.parse("2100-01-01");
    private static final TagDefinition TAG = new TagDefinition("it-reading", "Reading", 4);
    private OdooScratch odoo;
    private OdooReaders readers;
    private int product;

    String version() {
        return OdooServer.NEWEST;
    }

    @BeforeAll
    void make_a_database() {
        odoo = OdooScratch.of(version(), "it_reading", OdooScratch.EMPTY);
        if (odoo.isOldest()) {
            odoo.install("l10n_generic_coa"); // the journals, which 19 brings along
        }
        readers = new OdooReaders(odoo);
        int category = odoo.create("product.category", Map.of("name", "Camping"));
        product = odoo.create(
                "product.product",
                Map.of("name", "Tent", "type", "service", "categ_id", category, "invoice_policy", "order"));
    }

    @AfterAll
    void close() {
        readers.close();
    }

    private int partner(String name, Object... more) {
        Map<String, Object> values = new TreeMap<>(Map.of("name", name));
        for (int i = 0; i < more.length; i += 2) {
            values.put((String) more[i], more[i + 1]);
        }
        return odoo.create("res.partner", values);
    }

    private int order(int partner, double price, Object... more) {
        List<Object> line = List.of(
                0,
                0,
                Map.of(
                        "product_id",
                        product,
                        "product_uom_qty",
                        1,
                        "price_unit",
                        price,
                        odoo.isOldest() ? "tax_id" : "tax_ids",
                        List.of(List.of(5))));
        Map<String, Object> values = new TreeMap<>(Map.of(
                "partner_id",
                partner,
                "state",
                "sale",
                "date_order",
                "2025-03-01 10:00:00",
                "order_line",
                List.of(line)));
        for (int i = 0; i < more.length; i += 2) {
            values.put((String) more[i], more[i + 1]);
        }
        return odoo.create("sale.order", values);
    }

    private int creditNote(int partner, double price, Object... more) {
        List<Object> line = List.of(
                0,
                0,
                Map.of("product_id", product, "quantity", 2, "price_unit", price, "tax_ids", List.of(List.of(5))));
        Map<String, Object> values = new TreeMap<>(Map.of(
                "move_type",
                "out_refund",
                "partner_id",
                partner,
                "invoice_date",
                "2025-03-05",
                "invoice_line_ids",
                List.of(line)));
        for (int i = 0; i < more.length; i += 2) {
            values.put((String) more[i], more[i + 1]);
        }
        int move = odoo.create("account.move", values);
        odoo.call("account.move", "action_post", Map.of("ids", List.of(move)));
        return move;
    }

    private static <R> Map<String, R> all(
            Function<PageRequest, Page<R>> source, Optional<Instant> since, Function<R, String> id) {
        Map<String, R> found = new TreeMap<>();
        PageRequest request = PageRequest.first(since, 200);
        for (Optional<String> next = Optional.of(""); next.isPresent(); ) {
            Page<R> page = source.apply(request);
            assertEquals(List.of(), page.rejected());
            page.records().forEach(record -> found.put(id.apply(record), record));
            next = page.nextAfterId();
            request = next.map(request::after).orElse(request);
        }
        return found;
    }

    private static Map<String, OrderRecord> orders(HostCrm crm, Optional<Instant> since) {
        return all(crm::orders, since, OrderRecord::id);
    }

    private Map<String, OrderRecord> orders() {
        return orders(readers.crm(), Optional.empty());
    }

    private static Map<String, ContactRecord> contacts(HostCrm crm, Optional<Instant> since) {
        return all(crm::contacts, since, ContactRecord::id);
    }

    private Map<String, EngagementRecord> engagements(Optional<Instant> since) {
        return all(readers.crm()::engagements, since, EngagementRecord::id);
    }

    private static void assertAmount(String expected, BigDecimal found) {
        assertEquals(0, new BigDecimal(expected).compareTo(found), expected + " expected, found " + found);
    }

    @Test
    void a_credit_note_counts_below_zero_for_the_company_with_its_lines() {
        int company = partner("Refunded", "is_company", true);
        int employee = partner("Refunded's Bob", "parent_id", company);
        int draft = odoo.create("account.move", Map.of("move_type", "out_refund", "partner_id", company));
        int note = creditNote(employee, 15);
        OrderRecord refund = orders().get("refund-" + note);
        assertEquals(Integer.toString(company), refund.contactId());
        assertEquals(OrderState.REFUND, refund.state());
        assertEquals(LocalDateTime.parse("2025-03-05T00:00"), refund.orderedAt());
        assertAmount("-30", refund.amount());
        OrderLineRecord line = refund.lines().get(0);
        assertEquals(1, refund.lines().size(), "what is to be paid is no line");
        assertTrue(line.product().contains("Tent"), line.product());
        assertEquals("Camping", line.category());
        assertAmount("-2", line.quantity());
        assertAmount("-30", line.amount());
        assertFalse(orders().containsKey("refund-" + draft));
    }

    @Test
    void a_lines_discount_is_told_in_percent_beside_what_is_paid_after_it() {
        int buyer = partner("Bargain");
        int sale = order(buyer, 200);
        int line = odoo.only("sale.order.line", List.of(List.of("order_id", "=", sale)));
        assertAmount("0", orders().get(Integer.toString(sale)).lines().get(0).discount());
        odoo.write("sale.order.line", line, Map.of("discount", 12.5));
        OrderRecord told = orders().get(Integer.toString(sale));
        assertAmount("175", told.amount());
        assertAmount("175", told.lines().get(0).amount());
        assertAmount("12.5", told.lines().get(0).discount());
        odoo.write("sale.order.line", line, Map.of("discount", -10));
        assertAmount("0", orders().get(Integer.toString(sale)).lines().get(0).discount());
    }

    @Test
    void a_credit_note_of_a_cancelled_order_gives_back_what_is_not_counted() {
        int sale = order(partner("Changed Mind"), 100);
        int invoice = invoiceOf(sale);
        odoo.call("account.move", "action_post", Map.of("ids", List.of(invoice)));
        int note = reversalOf(invoice);
        odoo.call("account.move", "action_post", Map.of("ids", List.of(note)));
        assertAmount("-100", orders().get("refund-" + note).amount());
        assertFalse(orders().containsKey("refund-" + invoice), "an invoice is no order");

        odoo.call("sale.order", "action_cancel", Map.of("ids", List.of(sale)));
        assertFalse(orders().containsKey("refund-" + note));
        IdRange one = new IdRange(RecordKind.ORDER, "refund-", note, note);
        assertEquals(0, readers.crm().count(one));

        Instant since = odoo.nextSecond();
        odoo.call("sale.order", "action_draft", Map.of("ids", List.of(sale)));
        assertTrue(
                orders(readers.crm(), Optional.of(since)).containsKey("refund-" + note), "back without a stamp on it");
    }

    private int invoiceOf(int sale) {
        Map<String, Object> values = new TreeMap<>(Map.of("advance_payment_method", "delivered"));
        if (!odoo.isOldest()) {
            values.put("sale_order_ids", List.of(List.of(6, 0, List.of(sale))));
        }
        int wizard = odoo.create("sale.advance.payment.inv", values);
        Map<String, Object> ofTheSale = Map.of("active_ids", List.of(sale));
        odoo.call("sale.advance.payment.inv", "create_invoices", Map.of("ids", List.of(wizard), "context", ofTheSale));
        return odoo.only("account.move", List.of(List.of("line_ids.sale_line_ids.order_id", "=", sale)));
    }

    private int reversalOf(int invoice) {
        Map<String, Object> values = new TreeMap<>(
                Map.of("move_ids", List.of(List.of(6, 0, List.of(invoice))), "journal_id", odoo.journalOf(invoice)));
        if (odoo.isOldest()) {
            values.put("refund_method", "refund");
        }
        int reversal = odoo.create("account.move.reversal", values);
        String method = odoo.isOldest() ? "reverse_moves" : "refund_moves";
        odoo.call("account.move.reversal", method, Map.of("ids", List.of(reversal)));
        return odoo.only("account.move", List.of(List.of("reversed_entry_id", "=", invoice)));
    }

    @Test
    void amounts_are_told_in_the_main_companys_currency_at_odoos_own_rates() {
        int euro = odoo.currency("EUR");
        int pound = odoo.currency("GBP");
        rate(euro, "2025-01-01", 0.8);
        rate(euro, "2025-06-01", 0.5);
        rate(pound, "2025-01-01", 0.4);
        int euros = odoo.create("product.pricelist", Map.of("name", "Euros", "currency_id", euro, "company_id", false));
        int pounds =
                odoo.create("product.pricelist", Map.of("name", "Pounds", "currency_id", pound, "company_id", false));
        int buyer = partner("Abroad");
        int foreign = order(buyer, 100, "pricelist_id", euros);
        int note = creditNote(buyer, 10, "currency_id", euro, "invoice_date", "2025-07-06");
        int company = odoo.create("res.company", Map.of("name", "Euro Branch", "currency_id", euro));
        odoo.write("res.users", 2, Map.of("company_ids", List.of(List.of(4, company))));
        int home = order(buyer, 100, "company_id", company);
        int third =
                order(buyer, 100, "company_id", company, "pricelist_id", pounds, "date_order", "2025-06-02 00:00:00");

        Map<String, OrderRecord> told = orders();
        assertTrue(told.values().stream().allMatch(each -> each.currency().equals("USD")));
        OrderRecord agreed = told.get(Integer.toString(foreign));
        assertAmount("125", agreed.amount());
        assertAmount("125", agreed.lines().get(0).amount());
        assertEquals("EUR", agreed.original().map(Money::currency).orElseThrow());
        assertAmount("100", agreed.original().orElseThrow().amount());
        assertAmount("-40", told.get("refund-" + note).amount());
        assertAmount("-40", told.get("refund-" + note).lines().get(0).amount());
        assertAmount("-20", told.get("refund-" + note).original().orElseThrow().amount());
        assertAmount("125", told.get(Integer.toString(home)).amount());
        assertAmount("250", told.get(Integer.toString(third)).amount());
        String said = step("Currencies").found();
        assertTrue(said.contains("USD") && said.contains("EUR") && !said.contains("no rate"), said);
    }

    /** One that all companies share. */
    private void rate(int currency, String day, double rate) {
        odoo.create(
                "res.currency.rate", Map.of("currency_id", currency, "name", day, "rate", rate, "company_id", false));
    }

    private Step step(String what) {
        return readers.crm().check().steps().stream()
                .filter(step -> step.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void companies_or_persons_are_the_contacts() {
        int company = partner("Level", "is_company", true);
        int person = partner("Level's Ann", "parent_id", company);
        int home = partner("Ann at home", "parent_id", person, "type", "delivery");
        int billing = partner("Level's billing", "parent_id", company, "type", "invoice");
        Map<Integer, Integer> orderOf = new TreeMap<>();
        for (int each : List.of(company, person, home, billing)) {
            orderOf.put(each, order(each, 10));
        }
        HostCrm byCompany = readers.crm();
        assertEquals(
                Set.of(company), among(contacts(byCompany, Optional.empty()).keySet(), company, person, home, billing));
        Map<String, OrderRecord> told = orders(byCompany, Optional.empty());
        orderOf.values()
                .forEach(id -> assertEquals(
                        Integer.toString(company),
                        told.get(Integer.toString(id)).contactId()));

        HostCrm byPerson = readers.crm(Map.of("contact-level", "person"));
        assertEquals(
                Set.of(company, person),
                among(contacts(byPerson, Optional.empty()).keySet(), company, person, home, billing));
        Map<String, OrderRecord> persons = orders(byPerson, Optional.empty());
        Map<Integer, Integer> expected = Map.of(company, company, person, person, home, person, billing, company);
        expected.forEach((placed, counted) -> assertEquals(
                Integer.toString(counted),
                persons.get(Integer.toString(orderOf.get(placed))).contactId()));
        assertEquals(contacts(byPerson, Optional.empty()).keySet(), byPerson.ids(IdRange.all(RecordKind.CONTACT, "")));
    }

    private static Set<Integer> among(Set<String> ids, Integer... these) {
        return List.of(these).stream()
                .filter(id -> ids.contains(id.toString()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void orders_follow_who_moved_and_whom_they_were_merged_with(@TempDir Path folder) {
        int old = partner("Old Company", "is_company", true);
        int other = partner("Other Company", "is_company", true);
        int mover = partner("Mover", "parent_id", old);
        int twin = partner("Other Company Twin", "is_company", true);
        int twinsBuyer = partner("Buyer", "parent_id", twin);
        int free = partner("Freed", "parent_id", old);
        String moved = Integer.toString(order(mover, 1));
        String merged = Integer.toString(order(twin, 2));
        String mergedBelow = Integer.toString(order(twinsBuyer, 3));
        String note = "refund-" + creditNote(twinsBuyer, 4);
        String freed = Integer.toString(order(free, 5));
        try (DuckDbWarehouse warehouse = new DuckDbWarehouse(folder.resolve("w.duckdb"), 200, 2)) {
            Mirror mirror = new Mirror(warehouse);
            sync(mirror);
            assertEquals(Set.of(moved, freed), ordersIn(mirror, old));
            assertEquals(Set.of(merged, mergedBelow, note), ordersIn(mirror, twin));
            readers.crm().prepare(List.of(TAG));
            Map<String, ScoreMark> scores = contacts(readers.crm(), Optional.empty()).keySet().stream()
                    .collect(Collectors.toMap(id -> id, id -> new ScoreMark("Any", 50, "why")));
            readers.crm().push(new ListedChanges(List.of(), scores, Set.of()), ProgressListener.SILENT);
            sync(mirror);

            odoo.nextSecond();
            odoo.write("res.partner", mover, Map.of("parent_id", other));
            odoo.write("res.partner", free, Map.of("parent_id", false));
            odoo.merge(twin, other);
            sync(mirror);
            assertEquals(Set.of(), ordersIn(mirror, old));
            assertEquals(Set.of(freed), ordersIn(mirror, free));
            assertEquals(Set.of(moved, merged, mergedBelow, note), ordersIn(mirror, other));
            assertEquals(Optional.empty(), mirror.find(Integer.toString(twin), LATE));
        }
    }

    private void sync(Mirror mirror) {
        sync(mirror, SyncSettings.DEFAULT);
    }

    private void sync(Mirror mirror, SyncSettings settings) {
        new Sync(readers.crm(), mirror, settings).run(odoo.nextSecond(), ProgressListener.SILENT);
    }

    /** Odoo's merge stamps none of it: it is read again because its contact is gone. */
    @Test
    void engagement_follows_whom_its_contact_was_merged_with(@TempDir Path folder) {
        int other = partner("Engaged Twin", "email", "engaged.twin@example.org");
        int twin = partner("Engaged Twin again", "email", "engaged.twin.again@example.org");
        trace(mailing(), "res.partner", twin, "engaged.twin@example.org", "open_datetime", "2025-02-02 10:00:00");
        odoo.create(
                "calendar.event",
                Map.of(
                        "name",
                        "Talk",
                        "start",
                        "2025-02-04 10:00:00",
                        "stop",
                        "2025-02-04 11:00:00",
                        "partner_ids",
                        List.of(List.of(4, twin))));
        won(twin);
        for (int seconds = 0; seconds < 4; seconds++) {
            odoo.nextSecond();
        }
        won(partner("Engaged later"));
        SyncSettings hardlyBack = new SyncSettings(1_000, Duration.ofSeconds(1), 100, 100);
        try (DuckDbWarehouse warehouse = new DuckDbWarehouse(folder.resolve("w.duckdb"), 200, 2)) {
            Mirror mirror = new Mirror(warehouse);
            sync(mirror, hardlyBack);
            Set<EngagementKind> all = Set.of(
                    EngagementKind.MAIL_SENT,
                    EngagementKind.MAIL_OPENED,
                    EngagementKind.MEETING,
                    EngagementKind.LEAD_WON);
            assertEquals(all, engagementsOf(mirror, twin));
            assertEquals(Set.of(), engagementsOf(mirror, other));
            odoo.merge(twin, other);
            sync(mirror, hardlyBack);
            assertEquals(Optional.empty(), mirror.find(Integer.toString(twin), LATE));
            assertEquals(all, engagementsOf(mirror, other));
        }
    }

    private void won(int partner) {
        int lead = odoo.create("crm.lead", Map.of("name", "Won", "partner_id", partner, "type", "opportunity"));
        odoo.call("crm.lead", "action_set_won", Map.of("ids", List.of(lead)));
    }

    private int mailing() {
        return odoo.create(
                "mailing.mailing",
                Map.of(
                        "subject",
                        "Hello",
                        "email_from",
                        "me@example.org",
                        "mailing_model_id",
                        odoo.reference("base", "model_res_partner")));
    }

    private static Set<EngagementKind> engagementsOf(Mirror mirror, int contact) {
        Set<EngagementKind> kinds = new TreeSet<>();
        mirror.stream(LATE, history -> {
            if (history.contactId().equals(Integer.toString(contact))) {
                history.engagements().forEach(engagement -> kinds.add(engagement.kind()));
            }
        });
        return kinds;
    }

    private static Set<String> ordersIn(Mirror mirror, int contact) {
        return mirror.find(Integer.toString(contact), LATE).orElseThrow().orders().stream()
                .map(OrderRecord::id)
                .collect(Collectors.toSet());
    }

    @Test
    void after_a_push_of_scores_only_orders_that_changed_are_read_again() {
        int quiet = partner("Scored");
        String untouched = Integer.toString(order(quiet, 1));
        readers.crm().prepare(List.of(TAG));
        Instant since = odoo.nextSecond();
        Map<String, ScoreMark> score = Map.of(Integer.toString(quiet), new ScoreMark("Any", 50, "why"));
        readers.crm().push(new ListedChanges(List.of(), score, Set.of()), ProgressListener.SILENT);
        assertTrue(contacts(readers.crm(), Optional.of(since)).containsKey(Integer.toString(quiet)));
        assertFalse(orders(readers.crm(), Optional.of(since)).containsKey(untouched));
    }

    @Test
    void chosen_fields_of_any_type_become_attributes() {
        int model = odoo.reference("base", "model_res_partner");
        field(
                model,
                "x_level",
                "selection",
                "selection_ids",
                List.of(
                        List.of(0, 0, Map.of("value", "g", "name", "Gold")),
                        List.of(0, 0, Map.of("value", "s", "name", "Silver"))));
        field(model, "x_visits", "integer");
        field(model, "x_budget", "float");
        field(model, "x_newsletter", "boolean");
        field(model, "x_since", "date");
        field(model, "x_story", "html");
        field(model, "x_industries", "many2many", "relation", "res.partner.industry");
        int steel = odoo.create("res.partner.industry", Map.of("name", "Steel"));
        int glass = odoo.create("res.partner.industry", Map.of("name", "Glass"));
        int full = partner(
                "Full",
                "x_level",
                "g",
                "x_visits",
                3,
                "x_budget",
                2.5,
                "x_newsletter",
                true,
                "x_since",
                "2024-05-06",
                "x_story",
                "<p>likes <i>tea</i></p>",
                "x_industries",
                List.of(List.of(6, 0, List.of(steel, glass))),
                "user_id",
                2,
                "city",
                "Gent");
        HostCrm crm = readers.crm(
                Map.of(
                        "fields",
                        "city, x_level,x_visits,x_budget,x_newsletter,x_since,x_story,x_industries,user_id,x_gone,x_segcast_score,category_id"));
        assertEquals(
                Map.of(
                        "city",
                        "Gent",
                        "x_level",
                        "Gold",
                        "x_visits",
                        "3",
                        "x_budget",
                        "2.5",
                        "x_newsletter",
                        "true",
                        "x_since",
                        "2024-05-06",
                        "x_story",
                        "likes tea",
                        "x_industries",
                        "Glass, Steel",
                        "user_id",
                        "Administrator"),
                contacts(crm, Optional.empty()).get(Integer.toString(full)).attributes());
        Step said = crm.check().steps().get(2);
        assertEquals(Optional.of(ErrorCode.SETTINGS_INVALID), said.problem());
        assertTrue(said.found().contains("x_gone") && said.found().contains("x_segcast_score"), said.found());

        Map<String, CrmField> offered = crm.fields().stream().collect(Collectors.toMap(CrmField::name, each -> each));
        CrmField level = offered.get("x_level");
        assertEquals(CrmField.Type.CHOICE, level.type());
        assertTrue(level.custom() && level.chosen() && !level.byDefault());
        assertEquals(1, level.filled());
        assertEquals(1, offered.get("x_industries").filled());
        assertTrue(offered.get("country_id").byDefault()
                && !offered.get("country_id").custom());
        assertFalse(offered.get("country_id").chosen());
        for (String never :
                List.of("x_segcast_score", "category_id", "customer_rank", "name", "write_date", "parent_id")) {
            assertFalse(offered.containsKey(never), never);
        }
    }

    private void field(int model, String name, String type, Object... more) {
        Map<String, Object> values = new TreeMap<>(Map.of(
                "model_id",
                model,
                "name",
                name,
                "field_description",
                name.substring(2),
                "ttype",
                type,
                "state",
                "manual"));
        for (int i = 0; i < more.length; i += 2) {
            values.put((String) more[i], more[i + 1]);
        }
        odoo.create("ir.model.fields", values);
    }

    @Test
    void mails_meetings_and_leads_are_told_of_the_contact_they_count_for() {
        int company = partner("Engaged", "is_company", true);
        int ann = partner("Engaged Ann", "parent_id", company, "email", "Ann.Engaged@example.org");
        int mailing = mailing();
        int direct = trace(mailing, "res.partner", ann, "somebody@example.org", "open_datetime", "2025-02-02 10:00:00");
        int byEmail = trace(
                mailing,
                "mailing.contact",
                987,
                "ann.engaged@example.org",
                "links_click_datetime",
                "2025-02-03 10:00:00");
        int stranger = trace(mailing, "mailing.contact", 988, "stranger@example.org");
        int meeting = odoo.create(
                "calendar.event",
                Map.of(
                        "name",
                        "Talk",
                        "start",
                        "2025-02-04 10:00:00",
                        "stop",
                        "2025-02-04 11:00:00",
                        "partner_ids",
                        List.of(List.of(4, ann))));
        int attendee = odoo.only(
                "calendar.attendee", List.of(List.of("event_id", "=", meeting), List.of("partner_id", "=", ann)));
        int won = odoo.create("crm.lead", Map.of("name", "Won", "partner_id", ann, "type", "opportunity"));
        int lost = odoo.create("crm.lead", Map.of("name", "Lost", "partner_id", ann, "type", "opportunity"));
        odoo.call("crm.lead", "action_set_won", Map.of("ids", List.of(won)));
        odoo.call("crm.lead", "action_set_lost", Map.of("ids", List.of(lost)));
        Map<String, EngagementRecord> told = engagements(Optional.empty());
        Map<String, EngagementKind> expected = new TreeMap<>(Map.of(
                "sent-" + direct,
                EngagementKind.MAIL_SENT,
                "opened-" + direct,
                EngagementKind.MAIL_OPENED,
                "sent-" + byEmail,
                EngagementKind.MAIL_SENT,
                "clicked-" + byEmail,
                EngagementKind.MAIL_CLICKED,
                "meeting-" + attendee,
                EngagementKind.MEETING,
                "won-" + won,
                EngagementKind.LEAD_WON));
        if (odoo.isOldest()) {
            assertFalse(told.containsKey("lost-" + lost), "it keeps no day on which a lead was lost");
        } else {
            expected.put("lost-" + lost, EngagementKind.LEAD_LOST);
        }
        assertTrue(told.keySet().containsAll(expected.keySet()), told::toString);
        expected.forEach((id, kind) -> {
            assertEquals(kind, told.get(id).kind(), id);
            assertEquals(Integer.toString(company), told.get(id).contactId(), id);
        });
        assertEquals(
                LocalDateTime.parse("2025-02-02T10:00"),
                told.get("opened-" + direct).at());
        assertEquals(
                LocalDateTime.parse("2025-02-04T10:00"),
                told.get("meeting-" + attendee).at());
        assertFalse(told.containsKey("clicked-" + direct));
        assertFalse(told.containsKey("sent-" + stranger), "no contact of ours");

        Instant since = odoo.nextSecond();
        odoo.write("calendar.event", meeting, Map.of("start", "2025-02-05 10:00:00", "stop", "2025-02-05 11:00:00"));
        odoo.call("crm.lead", "action_unarchive", Map.of("ids", List.of(lost)));
        assertEquals(
                Set.of("meeting-" + attendee), engagements(Optional.of(since)).keySet());
        assertEquals(0, readers.crm().count(new IdRange(RecordKind.ENGAGEMENT, "lost-", lost, lost)), "opened again");
        assertEquals(Set.of("meeting-", "won-", "lost-"), readers.crm().idPrefixes(RecordKind.ENGAGEMENT));
    }

    private int trace(int mailing, String model, int id, String email, String... more) {
        Map<String, Object> values = new TreeMap<>(Map.of(
                "trace_type",
                "mail",
                "model",
                model,
                "res_id",
                id,
                "email",
                email,
                "mass_mailing_id",
                mailing,
                timeOf("sent_datetime"),
                "2025-02-01 10:00:00"));
        if (!odoo.isOldest()) {
            values.put("trace_status", "sent");
        }
        for (int i = 0; i < more.length; i += 2) {
            values.put(timeOf(more[i]), more[i + 1]);
        }
        return odoo.create("mailing.trace", values);
    }

    private String timeOf(String newestName) {
        Map<String, String> oldest =
                Map.of("sent_datetime", "sent", "open_datetime", "opened", "links_click_datetime", "clicked");
        return odoo.isOldest() ? oldest.get(newestName) : newestName;
    }

    @Test
    void our_own_tag_for_objections_holds_under_any_name_and_taking_it_back_is_noticed() {
        String ann = Integer.toString(partner("Objector Ann"));
        String bob = Integer.toString(partner("Objector Bob"));
        readers.crm().prepare(List.of(TAG));
        int tag = odoo.reference("segcast", "no_profiling");
        odoo.write("res.partner.category", tag, Map.of("name", "Nie auswerten"));
        Instant noted = odoo.nextSecond();
        odoo.write(
                "res.partner.category",
                tag,
                Map.of("partner_ids", List.of(List.of(4, Integer.parseInt(ann)), List.of(4, Integer.parseInt(bob)))));
        Map<String, ContactRecord> objecting = contacts(readers.crm(), Optional.of(noted));
        assertFalse(objecting.get(ann).consent().profiling());
        assertFalse(objecting.get(bob).consent().profiling());
        Instant takenBack = odoo.nextSecond();
        odoo.write("res.partner.category", tag, Map.of("partner_ids", List.of(List.of(3, Integer.parseInt(ann)))));
        Map<String, ContactRecord> after = contacts(readers.crm(), Optional.of(takenBack));
        assertTrue(after.get(ann).consent().profiling());
        assertFalse(after.get(bob).consent().profiling());
        Instant quiet = odoo.nextSecond();
        assertFalse(contacts(readers.crm(), Optional.of(quiet)).containsKey(bob), "nothing changed, nothing read");
    }

    @Test
    void an_objection_noted_from_the_side_of_a_tag_below_the_named_one_is_seen() {
        int ann = partner("Tagged Ann");
        int bea = partner("Tagged Bea");
        int address = partner("Bea at work", "parent_id", bea, "type", "other");
        int tag = odoo.create(
                "res.partner.category", Map.of("name", "by letter", "parent_id", odoo.tag("No Profiling", Set.of())));
        Instant noted = odoo.nextSecond();
        odoo.write("res.partner.category", tag, Map.of("partner_ids", List.of(List.of(4, ann), List.of(4, address))));
        Map<String, ContactRecord> changed = contacts(readers.crm(), Optional.of(noted));
        assertFalse(changed.get(Integer.toString(ann)).consent().profiling());
        assertFalse(changed.get(Integer.toString(bea)).consent().profiling());
    }

    @Test
    void an_address_may_object_for_its_person_and_take_it_back() {
        int person = partner("Objecting Person");
        int address = partner("Person at work", "parent_id", person, "type", "other");
        int tag = odoo.tag("no PROFILING", Set.of());
        Instant noted = odoo.nextSecond();
        odoo.write("res.partner", address, Map.of("category_id", List.of(List.of(4, tag))));
        String id = Integer.toString(person);
        assertFalse(
                contacts(readers.crm(), Optional.of(noted)).get(id).consent().profiling());
        Instant takenBack = odoo.nextSecond();
        odoo.write("res.partner", address, Map.of("category_id", List.of(List.of(3, tag))));
        assertTrue(contacts(readers.crm(), Optional.of(takenBack))
                .get(id)
                .consent()
                .profiling());
    }

    @Test
    void a_field_may_say_that_somebody_objects() {
        field(odoo.reference("base", "model_res_partner"), "x_no_profiling", "boolean");
        String ann = Integer.toString(partner("Field Ann", "x_no_profiling", true));
        HostCrm crm = readers.crm(Map.of("no-profiling-field", "x_no_profiling"));
        assertFalse(contacts(crm, Optional.empty()).get(ann).consent().profiling());
        HostCrm misspelt = readers.crm(Map.of("no-profiling-field", "x_no_profilng"));
        SegcastException refusal =
                assertThrows(SegcastException.class, () -> misspelt.contacts(PageRequest.first(Optional.empty(), 5)));
        assertEquals(ErrorCode.SETTINGS_INVALID, refusal.code());
    }

    @Test
    void what_the_user_may_not_read_is_left_out_and_said() {
        int buyer = partner("Seen by few");
        String sale = Integer.toString(order(buyer, 3));
        creditNote(buyer, 1);
        HostCrm few = readers.crm(Map.of(
                "user",
                "seller",
                "api-key",
                OdooUser.withGroup(odoo, "seller", "sales_team.group_sale_salesman_all_leads")));
        List<String> told = new ArrayList<>(orders(few, Optional.empty()).keySet());
        assertTrue(told.contains(sale));
        Set<String> prefixes = few.idPrefixes(RecordKind.ORDER);
        boolean refunds = told.stream().anyMatch(id -> id.startsWith("refund-"));
        assertEquals(refunds, prefixes.contains("refund-"), "what is closed has not been deleted");
        all(few::engagements, Optional.empty(), EngagementRecord::id);
        assertFalse(few.idPrefixes(RecordKind.ENGAGEMENT).contains("visit-"));
        List<String> said = few.check().steps().stream().map(Step::found).toList();
        String closed = odoo.isOldest()
                ? "who left a mailing list is hidden"
                : "mails are left out"; // 14 shows all employees its mails
        assertTrue(said.stream().anyMatch(text -> text.contains(closed)), said.toString());
        assertTrue(
                said.stream().anyMatch(text -> text.contains("website visits: not installed here")), said.toString());
    }

    @Test
    void what_the_user_may_see_only_later_is_read_though_nobody_changed_it(@TempDir Path folder) {
        int buyer = partner("Seen by clerks");
        String key = OdooUser.withGroup(odoo, "clerk", "sales_team.group_sale_salesman");
        int clerk = Integer.parseInt(
                odoo.sql("select id from res_users where login = 'clerk'").strip());
        int before = order(buyer, 6);
        int own = order(buyer, 7, "user_id", clerk);
        int behind = order(buyer, 8);
        odoo.sql("update sale_order set write_date = write_date - interval '1 day' where id in (" + before + ", " + own
                + ", " + behind + ")");
        HostCrm crm = readers.crm(Map.of("user", "clerk", "api-key", key));
        SyncSettings brief = new SyncSettings(100, Duration.ofSeconds(1), 100, 50);
        try (DuckDbWarehouse warehouse = new DuckDbWarehouse(folder.resolve("w.duckdb"), 200, 2)) {
            Mirror mirror = new Mirror(warehouse);
            new Sync(crm, mirror, brief).run(odoo.nextSecond(), ProgressListener.SILENT);
            assertEquals(Set.of(Integer.toString(own)), ordersIn(mirror, buyer));
            odoo.write(
                    "res.users",
                    clerk,
                    Map.of(
                            odoo.isOldest() ? "groups_id" : "group_ids",
                            List.of(List.of(4, odoo.reference("sales_team", "group_sale_salesman_all_leads")))));
            new Sync(crm, mirror, brief).run(odoo.nextSecond(), ProgressListener.SILENT);
            assertEquals(
                    Set.of(Integer.toString(before), Integer.toString(own), Integer.toString(behind)),
                    ordersIn(mirror, buyer));
        }
    }
}
