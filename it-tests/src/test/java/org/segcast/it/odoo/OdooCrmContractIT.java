/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.it.odoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.segcast.connector.spi.Records.contact;
import static org.segcast.connector.spi.Records.line;
import static org.segcast.connector.spi.Records.order;

import jakarta.json.JsonNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.segcast.connector.http.CallGuard;
import org.segcast.connector.http.HttpPause;
import org.segcast.connector.odoo.OdooConfig;
import org.segcast.connector.odoo.OdooCrm;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.Footprint;
import org.segcast.connector.spi.HeldMarks;
import org.segcast.connector.spi.HostCrm;
import org.segcast.connector.spi.HostCrmContract;
import org.segcast.connector.spi.IdRange;
import org.segcast.connector.spi.ListedChanges;
import org.segcast.connector.spi.ListedChanges.TagChange;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.OrderRecord.OrderState;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.RecordKind;
import org.segcast.connector.spi.ScoreMark;
import org.segcast.connector.spi.TagDefinition;

/** The adapter on a real Odoo, the newest here: the contract, and what only Odoo can do to us. The database is a scratch one; it fills up. */
class OdooCrmContractIT extends HostCrmContract {
    private static final TagDefinition VIP = new TagDefinition("it-vip", "Very Important", 5);
    private static final Map<Class<?>, OdooDatabase> DATABASES = new HashMap<>();
    private static ExecutorService background;

    private final OdooDatabase odoo = DATABASES.computeIfAbsent(getClass(), each -> database());

    /** Made once for all tests of a class. */
    OdooDatabase database() {
        return OdooDatabase.newest();
    }

    @BeforeAll
    static void start_a_reader() {
        background = Executors.newCachedThreadPool();
    }

    @AfterAll
    static void stop_the_reader() {
        background.shutdown();
    }

    private OdooCrm open(Map<String, String> changed) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "url", odoo.setting("SEGCAST_ODOO_URL"),
                "database", odoo.setting("SEGCAST_ODOO_DATABASE"),
                "user", odoo.setting("SEGCAST_ODOO_USER"),
                "api-key", odoo.setting("SEGCAST_ODOO_API_KEY")));
        settings.putAll(changed);
        OdooConfig config = OdooConfig.from(settings);
        return new OdooCrm(
                config, background, new CallGuard(config.policy(), Clock.systemUTC(), () -> 0.5, HttpPause.SLEEP));
    }

    @Override
    protected Seeded crmWith(List<ContactRecord> contacts, List<OrderRecord> orders) {
        OdooCrm crm = open(Map.of());
        takeAllMarks(crm);
        List<Integer> partners = odoo.contacts(contacts);
        Map<String, String> contactIds = new HashMap<>();
        for (int i = 0; i < partners.size(); i++) {
            contactIds.put(contacts.get(i).id(), partners.get(i).toString());
        }
        Map<String, String> orderIds = new HashMap<>();
        for (OrderRecord order : orders) {
            int id = odoo.order(order, Integer.parseInt(contactIds.get(order.contactId())));
            orderIds.put(order.id(), Integer.toString(id));
        }
        return new Seeded(crm, contactIds::get, orderIds::get);
    }

    private static void takeAllMarks(HostCrm crm) {
        HeldMarks held = HeldMarks.of(crm);
        List<TagChange> tags = held.tags().entrySet().stream()
                .map(tag -> new TagChange(new TagDefinition(tag.getKey(), tag.getKey(), 1), Set.of(), tag.getValue()))
                .toList();
        crm.push(new ListedChanges(tags, Map.of(), held.scores().keySet()), ProgressListener.SILENT);
    }

    @Override
    protected HostCrm again(HostCrm crm) {
        return open(Map.of());
    }

    @Override
    protected Optional<BooleanSupplier> foreignTag(Seeded seeded, String contactId) {
        int partner = Integer.parseInt(contactId);
        int tag = odoo.create("res.partner.category", Map.of("name", "Theirs"));
        odoo.write("res.partner", partner, Map.of("category_id", List.of(List.of(4, tag))));
        return Optional.of(() -> tagsOf(partner).contains(tag));
    }

    private Set<Integer> tagsOf(int partner) {
        return Set.copyOf(odoo.read("res.partner", partner, "category_id")
                .getJsonObject(0)
                .getJsonArray("category_id")
                .getValuesAs(JsonNumber::intValue));
    }

    private static void tag(HostCrm crm, TagDefinition tag, String... contacts) {
        crm.push(
                new ListedChanges(List.of(new TagChange(tag, Set.of(contacts), Set.of())), Map.of(), Set.of()),
                ProgressListener.SILENT);
    }

    private int categoryOf(TagDefinition tag) {
        return odoo.reference("segcast", "tag_" + tag.key());
    }

    private static Map<String, ContactRecord> contactsOf(HostCrm crm, Optional<Instant> since) {
        return everything(crm::contacts, PageRequest.first(since, 1000)).stream()
                .collect(Collectors.toMap(ContactRecord::id, contact -> contact));
    }

    @Test
    void a_tag_renamed_and_translated_by_people_is_still_ours() {
        Seeded seeded = crmWith(List.of(contact("1", "Ada")), List.of());
        String ada = seeded.contactId().apply("1");
        seeded.crm().prepare(List.of(VIP));
        tag(seeded.crm(), VIP, ada);
        odoo.write("res.partner.category", categoryOf(VIP), Map.of("name", "Beste Kunden", "parent_id", false));
        int before = odoo.search("res.partner.category", List.of()).size();
        seeded.crm().prepare(List.of(VIP));
        assertEquals(before, odoo.search("res.partner.category", List.of()).size(), "none made anew");
        assertEquals(Map.of(VIP.key(), Set.of(ada)), HeldMarks.of(seeded.crm()).tags());
    }

    @Test
    void tags_deleted_with_their_parent_are_made_again() {
        Seeded seeded = crmWith(List.of(contact("1", "Ada")), List.of());
        String ada = seeded.contactId().apply("1");
        TagDefinition lost = new TagDefinition("it-lost", "Lost", 2);
        seeded.crm().prepare(List.of(lost));
        int parent = odoo.reference("segcast", "tags");
        odoo.call("res.partner.category", "unlink", Map.of("ids", List.of(parent)));
        assertEquals(Map.of(), HeldMarks.of(seeded.crm()).tags());
        seeded.crm().prepare(List.of(lost));
        tag(seeded.crm(), lost, ada);
        assertEquals(Map.of(lost.key(), Set.of(ada)), HeldMarks.of(seeded.crm()).tags());
    }

    @Test
    void an_admins_tag_of_the_same_name_is_not_touched() {
        Seeded seeded = crmWith(List.of(contact("1", "Ada")), List.of());
        int theirs = odoo.create("res.partner.category", Map.of("name", VIP.name()));
        seeded.crm().prepare(List.of(VIP));
        tag(seeded.crm(), VIP, seeded.contactId().apply("1"));
        assertNotEquals(theirs, categoryOf(VIP));
        assertFalse(tagsOf(Integer.parseInt(seeded.contactId().apply("1"))).contains(theirs));
    }

    @Test
    void an_archived_contact_is_told_and_keeps_its_marks() {
        Seeded seeded = crmWith(List.of(contact("1", "Ada")), List.of());
        String ada = seeded.contactId().apply("1");
        seeded.crm().prepare(List.of(VIP));
        odoo.write("res.partner", Integer.parseInt(ada), Map.of("active", false));
        tag(seeded.crm(), VIP, ada);
        ScoreMark score = new ScoreMark("Very Important", 12.3, "long ago");
        seeded.crm().push(new ListedChanges(List.of(), Map.of(ada, score), Set.of()), ProgressListener.SILENT);
        assertEquals(new HeldMarks(Map.of(VIP.key(), Set.of(ada)), Map.of(ada, score)), HeldMarks.of(seeded.crm()));
        assertFalse(contactsOf(seeded.crm(), Optional.empty()).get(ada).active());
    }

    @Test
    void an_order_of_an_address_or_employee_counts_for_the_company() {
        Seeded seeded = crmWith(List.of(), List.of());
        int company = odoo.create("res.partner", Map.of("name", "Acme", "is_company", true));
        int subsidiary =
                odoo.create("res.partner", Map.of("name", "Acme South", "is_company", true, "parent_id", company));
        int employee = odoo.create("res.partner", Map.of("name", "Bob", "parent_id", company));
        int order = odoo.order(order("1", "x", "2025-03-01", "5"), employee);
        int southern = odoo.order(order("2", "x", "2025-03-01", "5"), subsidiary);
        Map<String, OrderRecord> told = everything(seeded.crm()::orders, 1000).stream()
                .collect(Collectors.toMap(OrderRecord::id, each -> each));
        assertEquals(
                Integer.toString(company), told.get(Integer.toString(order)).contactId());
        assertEquals(
                Integer.toString(subsidiary),
                told.get(Integer.toString(southern)).contactId());
        Set<String> contacts = seeded.crm().ids(IdRange.all(RecordKind.CONTACT, ""));
        assertTrue(contacts.containsAll(Set.of(Integer.toString(company), Integer.toString(subsidiary))));
        assertFalse(contacts.contains(Integer.toString(employee)));
    }

    @Test
    void our_own_company_its_users_and_templates_are_no_contacts() {
        Seeded seeded = crmWith(List.of(), List.of());
        Set<String> contacts = seeded.crm().ids(IdRange.all(RecordKind.CONTACT, ""));
        for (String own : List.of("main_partner", "partner_root", "partner_admin", "public_partner")) {
            int partner = odoo.reference("base", own);
            assertFalse(contacts.contains(Integer.toString(partner)), own);
        }
    }

    @Test
    void an_opt_out_is_seen_though_the_contact_was_not_stamped() {
        Seeded seeded = crmWith(List.of(contact("1", "Ada"), contact("2", "Bea")), List.of());
        int list = odoo.create("mailing.list", Map.of("name", "News"));
        odoo.setBlacklisted("1@example.org", false);
        Instant since = odoo.nextSecond("mailing.list", list);
        odoo.nextSecond("mailing.list", list);
        odoo.setBlacklisted("1@example.org", true);
        odoo.create(
                "mailing.contact",
                Map.of(
                        "email",
                        "2@example.org",
                        odoo.isOldest() ? "subscription_list_ids" : "subscription_ids",
                        List.of(List.of(0, 0, Map.of("list_id", list, "opt_out", true)))));
        Map<String, ContactRecord> changed = contactsOf(seeded.crm(), Optional.of(since));
        assertFalse(changed.get(seeded.contactId().apply("1")).consent().email());
        assertFalse(changed.get(seeded.contactId().apply("2")).consent().email());
        odoo.setBlacklisted("1@example.org", false);
        odoo.call("mailing.list", "unlink", Map.of("ids", List.of(list)));
        Map<String, ContactRecord> after = contactsOf(seeded.crm(), Optional.of(since));
        assertTrue(after.get(seeded.contactId().apply("1")).consent().email(), "back off the blacklist");
    }

    @Test
    void a_note_is_told_as_people_read_it_and_empty_fields_are_absent() {
        Seeded seeded = crmWith(List.of(), List.of());
        String comment = odoo.isOldest() ? "likes <3 tents & tea" : "<p>likes &lt;3 <b>tents</b> &amp; tea</p>";
        int partner = odoo.create("res.partner", Map.of("name", "Ada", "comment", comment, "city", "Łódź"));
        ContactRecord told = contactsOf(seeded.crm(), Optional.empty()).get(Integer.toString(partner));
        assertEquals("likes <3 tents & tea", told.attributes().get("note"));
        assertEquals("Łódź", told.attributes().get("city"));
        assertFalse(told.attributes().containsKey("zip"));
        assertEquals(Optional.empty(), told.email());
    }

    @Test
    void headings_between_lines_are_no_lines() {
        Seeded seeded = crmWith(
                List.of(contact("1", "Ada")),
                List.of(order(
                        "7", "1", "2025-03-01", "30", OrderState.CONFIRMED, List.of(line("Tent", "Camping", "30")))));
        int id = Integer.parseInt(seeded.orderId().apply("7"));
        odoo.create("sale.order.line", Map.of("order_id", id, "display_type", "line_section", "name", "Summer"));
        OrderRecord told = everything(seeded.crm()::orders, 1000).stream()
                .filter(order -> order.id().equals(seeded.orderId().apply("7")))
                .findFirst()
                .orElseThrow();
        assertEquals(1, told.lines().size());
        assertEquals(0, new java.math.BigDecimal("30").compareTo(told.amount()));
    }

    @Test
    void the_marks_stand_in_odoos_own_form_and_list() {
        Seeded seeded = crmWith(List.of(), List.of());
        seeded.crm().prepare(List.of(VIP));
        List<Object> views = List.of(List.of(false, "form"), List.of(false, "list"));
        String answer = odoo.call("res.partner", odoo.isOldest() ? "load_views" : "get_views", Map.of("views", views))
                .toString();
        assertEquals(
                2,
                answer.split("name=\\\\\"x_segcast_reason\\\\\"", -1).length - 1,
                "once in the form, once in the list");
    }

    @Test
    void a_wrong_key_or_database_is_told_in_words() {
        assertEquals(
                List.of(Optional.empty(), Optional.of(ErrorCode.LOGIN_REFUSED)),
                problems(Map.of("api-key", "not-the-key")));
        assertEquals(
                List.of(Optional.empty(), Optional.of(ErrorCode.DATABASE_UNKNOWN)),
                problems(Map.of("database", "no_such_db")));
    }

    private List<Optional<ErrorCode>> problems(Map<String, String> changed) {
        try (OdooCrm crm = open(changed)) {
            return crm.check().steps().stream().map(step -> step.problem()).toList();
        }
    }

    @Test
    void thousands_are_written_past_those_deleted_meanwhile() {
        List<ContactRecord> many = new ArrayList<>();
        for (int i = 0; i < 2_100; i++) {
            many.add(contact("m" + i, "Many " + i));
        }
        Seeded seeded = crmWith(many, List.of());
        seeded.crm().prepare(List.of(VIP));
        Set<String> all = many.stream()
                .map(contact -> seeded.contactId().apply(contact.id()))
                .collect(Collectors.toSet());
        List<String> gone = all.stream().limit(3).toList();
        odoo.call(
                "res.partner",
                "unlink",
                Map.of("ids", gone.stream().map(Integer::valueOf).toList()));
        Map<String, ScoreMark> scores =
                all.stream().collect(Collectors.toMap(id -> id, id -> new ScoreMark("Many", 1, "why")));
        ListedChanges changes = new ListedChanges(List.of(new TagChange(VIP, all, Set.of())), scores, Set.of());
        var receipt = seeded.crm().push(changes, ProgressListener.SILENT);
        assertEquals(
                Set.copyOf(gone),
                receipt.rejected().stream().map(each -> each.id()).collect(Collectors.toSet()));
        Set<String> left = new HashSet<>(all);
        gone.forEach(left::remove);
        assertEquals(left, HeldMarks.of(seeded.crm()).scores().keySet());
        assertEquals(left, HeldMarks.of(seeded.crm()).tags().get(VIP.key()));
    }

    @Test
    void other_tags_are_exactly_what_people_made_of_them_while_a_push_ran() throws Exception {
        List<ContactRecord> many = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            many.add(contact("c" + i, "Edited " + i));
        }
        Seeded seeded = crmWith(many, List.of());
        seeded.crm().prepare(List.of(VIP));
        List<Integer> partners = many.stream()
                .map(contact -> Integer.valueOf(seeded.contactId().apply(contact.id())))
                .toList();
        TagEdits edits = new TagEdits(odoo, partners);
        Future<?> people = background.submit(edits);
        Set<String> all = partners.stream().map(Object::toString).collect(Collectors.toSet());
        Map<String, ScoreMark> scores =
                all.stream().collect(Collectors.toMap(id -> id, id -> new ScoreMark("Many", 1, "why")));
        TagChange gained = new TagChange(VIP, all, Set.of());
        TagChange lost = new TagChange(VIP, Set.of(), all);
        for (int round = 0; round < 2; round++) {
            seeded.crm().push(new ListedChanges(List.of(lost), Map.of(), all), ProgressListener.SILENT);
            seeded.crm().push(new ListedChanges(List.of(gained), scores, Set.of()), ProgressListener.SILENT);
        }
        edits.stop();
        people.get();
        assertTrue(edits.count() >= 5, edits.count() + " edits are too few to have met the push");
        assertEquals(edits.expected(), edits.found());
        assertEquals(new HeldMarks(Map.of(VIP.key(), all), scores), HeldMarks.of(seeded.crm()));
    }

    @Test
    void a_tag_that_people_put_below_ours_outlives_the_removal() {
        Seeded seeded = crmWith(List.of(contact("1", "Ada")), List.of());
        String ada = seeded.contactId().apply("1");
        seeded.crm().prepare(List.of(VIP));
        tag(seeded.crm(), VIP, ada);
        int ours = categoryOf(VIP);
        int theirs = odoo.create(
                "res.partner.category",
                Map.of(
                        "name",
                        "Theirs below",
                        "parent_id",
                        ours,
                        "partner_ids",
                        List.of(List.of(4, Integer.parseInt(ada)))));
        seeded.crm().removeAll(ProgressListener.SILENT);
        assertEquals(Footprint.NONE, seeded.crm().footprint());
        assertEquals(Set.of(theirs), tagsOf(Integer.parseInt(ada)));
        assertEquals(
                ours,
                odoo.read("res.partner.category", theirs, "parent_id")
                        .getJsonObject(0)
                        .getJsonArray("parent_id")
                        .getInt(0));
    }
}
