/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.segcast.connector.spi.Records.contact;
import static org.segcast.connector.spi.Records.line;
import static org.segcast.connector.spi.Records.order;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.segcast.connector.spi.ListedChanges.TagChange;
import org.segcast.connector.spi.OrderRecord.OrderState;

/**
 * What every {@link HostCrm} keeps. Inherit it and say in {@link #crmWith} how to put records into the CRM; a CRM that gives its own ids translates those used here, and
 * one that cannot be emptied may hold other contacts beside them, but none of our marks. What a CRM does not declare is not tested.
 */
public abstract class HostCrmContract {
    private static final TagDefinition GOLD = new TagDefinition("contract-gold", "Contract Gold", 3);
    private static final TagDefinition BLUE = new TagDefinition("contract-blue", "Contract Blue", 4);
    private static final ScoreMark SCORE = new ScoreMark("Champions", 73.4, "ordered 5 days ago");

    /**
     * A CRM with records in it.
     *
     * @param contactId the CRM's id of a contact by the id used in this contract; the same way orderId
     */
    public record Seeded(HostCrm crm, UnaryOperator<String> contactId, UnaryOperator<String> orderId) {
        /** Where the CRM takes ids as they are given. */
        public static Seeded asGiven(HostCrm crm) {
            return new Seeded(crm, UnaryOperator.identity(), UnaryOperator.identity());
        }
    }

    private final List<HostCrm> opened = new ArrayList<>();

    /** A CRM that holds these contacts and orders (with their lines, where declared) and none of our marks. Called once or twice per test. */
    protected abstract Seeded crmWith(List<ContactRecord> contacts, List<OrderRecord> orders);

    /** Opens the same CRM once more, as after a restart. */
    protected abstract HostCrm again(HostCrm crm);

    /** The id of a contact that the CRM has not. */
    protected String unknownContactId() {
        return "999999999";
    }

    /** Gives the contact a tag that is not ours and answers how to see that it still has it; empty where the CRM has no other tags. */
    protected Optional<BooleanSupplier> foreignTag(Seeded seeded, String contactId) {
        return Optional.empty();
    }

    @AfterEach
    void close_what_was_opened() {
        opened.forEach(HostCrm::close);
    }

    @Test
    void pages_tell_every_contact_once() {
        Seeded seeded = five();
        List<String> told = new ArrayList<>();
        everything(seeded.crm()::contacts, 2).forEach(contact -> told.add(contact.id()));
        assertEquals(told.size(), new HashSet<>(told).size(), "no contact twice");
        assertTrue(told.containsAll(ids(seeded, "1", "2", "3", "4", "5")), "no contact skipped: " + told);
    }

    @Test
    void pages_of_any_size_tell_the_same() {
        Seeded seeded = five();
        assertEquals(everything(seeded.crm()::contacts, 1), everything(seeded.crm()::contacts, 1000));
        assertEquals(everything(seeded.crm()::orders, 1), everything(seeded.crm()::orders, 1000));
    }

    @Test
    void a_page_can_be_asked_for_again_after_a_restart() {
        Seeded seeded = five();
        PageRequest first = PageRequest.first(Optional.empty(), 2);
        String place = seeded.crm().contacts(first).nextAfterId().orElseThrow();
        Page<ContactRecord> second = seeded.crm().contacts(first.after(place));
        HostCrm restarted = remember(again(seeded.crm()));
        assertEquals(second.records(), restarted.contacts(first.after(place)).records());
    }

    @Test
    void a_contact_is_told_as_it_is() {
        Seeded seeded = seeded(
                List.of(contact("1", "Łódź <b>& Søn</b>"), contact("2", "No Mail", new Consent(false, true), Map.of())),
                List.of());
        Map<String, ContactRecord> told = byId(seeded.crm());
        ContactRecord first = told.get(seeded.contactId().apply("1"));
        assertEquals("Łódź <b>& Søn</b>", first.name());
        assertEquals(Optional.of("1@example.org"), first.email());
        assertEquals(Consent.GIVEN, first.consent());
        assertTrue(first.active());
        assertFalse(told.get(seeded.contactId().apply("2")).consent().email());
    }

    @Test
    void an_order_is_told_as_it_is() {
        Seeded seeded = seeded(
                List.of(contact("1", "Ada")),
                List.of(
                        order("7", "1", "2025-03-01T10:15:30", "12.50"),
                        order("8", "1", "2025-03-02", "9.99", OrderState.CANCELLED, List.of())));
        Map<String, OrderRecord> told = new HashMap<>();
        everything(seeded.crm()::orders, 100).forEach(order -> told.put(order.id(), order));
        OrderRecord seventh = told.get(seeded.orderId().apply("7"));
        assertEquals(seeded.contactId().apply("1"), seventh.contactId());
        assertEquals("2025-03-01T10:15:30", seventh.orderedAt().toString());
        assertEquals(0, new BigDecimal("12.50").compareTo(seventh.amount()));
        assertEquals(OrderState.CONFIRMED, seventh.state());
        assertEquals(OrderState.CANCELLED, told.get(seeded.orderId().apply("8")).state());
    }

    @Test
    void lines_come_with_their_orders_or_beside_them() {
        Seeded seeded = seeded(
                List.of(contact("1", "Ada")),
                List.of(order(
                        "7", "1", "2025-03-01", "30", OrderState.CONFIRMED, List.of(line("Tent", "Camping", "30")))));
        assumeTrue(seeded.crm().capabilities().contains(Capability.ORDER_LINES), "declares no order lines");
        List<String> products = new ArrayList<>();
        everything(seeded.crm()::orders, 100).stream()
                .filter(order -> order.id().equals(seeded.orderId().apply("7")))
                .forEach(order -> order.lines().forEach(line -> products.add(line.product())));
        everything(seeded.crm()::orderLines, 100).stream()
                .filter(loose -> loose.orderId().equals(seeded.orderId().apply("7")))
                .forEach(loose -> products.add(loose.line().product()));
        assertEquals(1, products.size(), "one line: " + products);
        assertTrue(products.get(0).contains("Tent"), products.get(0));
    }

    @Test
    void ids_are_those_that_pages_tell() {
        Seeded seeded = five();
        assumeTrue(seeded.crm().capabilities().contains(Capability.READS_CHANGES), "declares no reading of changes");
        assertEquals(byId(seeded.crm()).keySet(), ids(seeded.crm(), RecordKind.CONTACT));
        Set<String> orders = new HashSet<>();
        everything(seeded.crm()::orders, 1000).forEach(order -> orders.add(order.id()));
        assertEquals(orders, ids(seeded.crm(), RecordKind.ORDER));
        Set<String> engagements = new HashSet<>();
        everything(seeded.crm()::engagements, 1000).forEach(engagement -> engagements.add(engagement.id()));
        assertEquals(engagements, ids(seeded.crm(), RecordKind.ENGAGEMENT));
    }

    @Test
    void a_range_counts_the_ids_that_it_lists() {
        Seeded seeded = five();
        assumeTrue(seeded.crm().capabilities().contains(Capability.COUNTS_IDS), "declares no counting of ids");
        for (RecordKind kind : List.of(RecordKind.CONTACT, RecordKind.ORDER, RecordKind.ENGAGEMENT)) {
            for (String prefix : seeded.crm().idPrefixes(kind)) {
                IdRange all = IdRange.all(kind, prefix);
                Set<String> ids = seeded.crm().ids(all);
                assertEquals(ids.size(), seeded.crm().count(all), kind + " " + prefix);
                assertTrue(ids.stream().allMatch(all::contains), "ids of the series " + prefix + ": " + ids);
            }
        }
        String third = seeded.contactId().apply("3");
        String prefix = third.replaceAll("[0-9]+$", "");
        long number = Long.parseLong(third.substring(prefix.length()));
        IdRange one = new IdRange(RecordKind.CONTACT, prefix, number, number);
        assertEquals(Set.of(third), seeded.crm().ids(one));
        assertEquals(1, seeded.crm().count(one));
    }

    @Test
    void single_orders_are_told_as_pages_tell_them() {
        Seeded seeded = five();
        assumeTrue(seeded.crm().capabilities().contains(Capability.READS_CHANGES), "declares no reading of changes");
        Set<String> two =
                Set.copyOf(List.of("101", "104").stream().map(seeded.orderId()).toList());
        Set<OrderRecord> expected = new HashSet<>(everything(seeded.crm()::orders, 1000));
        expected.removeIf(order -> !two.contains(order.id()));
        Set<String> asked = new HashSet<>(two);
        asked.add("999999999");
        assertEquals(expected, Set.copyOf(seeded.crm().ordersById(asked).records()));
    }

    @Test
    void single_contacts_are_told_as_pages_tell_them() {
        Seeded seeded = five();
        assumeTrue(seeded.crm().capabilities().contains(Capability.READS_CHANGES), "declares no reading of changes");
        Set<String> two = Set.copyOf(ids(seeded, "2", "5"));
        Set<ContactRecord> expected = new HashSet<>(everything(seeded.crm()::contacts, 1000));
        expected.removeIf(contact -> !two.contains(contact.id()));
        Set<String> asked = new HashSet<>(two);
        asked.add("999999999");
        Page<ContactRecord> told = seeded.crm().contactsById(asked);
        assertEquals(2, expected.size());
        assertEquals(expected, Set.copyOf(told.records()));
    }

    @Test
    void fields_are_told_by_name_with_their_coverage() {
        Seeded seeded = five();
        assumeTrue(seeded.crm().capabilities().contains(Capability.CHOOSES_FIELDS), "declares no choice of fields");
        List<CrmField> fields = seeded.crm().fields();
        assertFalse(fields.isEmpty());
        assertEquals(
                fields.size(), fields.stream().map(CrmField::name).distinct().count());
        assertTrue(fields.stream().allMatch(field -> field.total() >= 5), fields.toString());
        assertTrue(fields.stream().anyMatch(CrmField::chosen), "something is read where nobody chose: " + fields);
        assertTrue(fields.stream().allMatch(field -> field.chosen() == field.byDefault()), fields.toString());
    }

    @Test
    void reading_changes_leaves_out_what_changed_earlier() {
        Seeded seeded = five();
        assumeTrue(seeded.crm().capabilities().contains(Capability.READS_CHANGES), "declares no reading of changes");
        PageRequest since2000 = PageRequest.first(Optional.of(Instant.parse("2000-01-01T00:00:00Z")), 1000);
        PageRequest since2100 = PageRequest.first(Optional.of(Instant.parse("2100-01-01T00:00:00Z")), 1000);
        Set<String> changed = new HashSet<>();
        everything(seeded.crm()::contacts, since2000).forEach(contact -> changed.add(contact.id()));
        assertTrue(changed.containsAll(ids(seeded, "1", "2", "3", "4", "5")));
        assertEquals(List.of(), everything(seeded.crm()::contacts, since2100));
        assertEquals(List.of(), everything(seeded.crm()::orders, since2100));
    }

    @Test
    void an_empty_crm_is_read_and_written_like_any_other() {
        Seeded seeded = seeded(List.of(), List.of());
        everything(seeded.crm()::contacts, 10);
        everything(seeded.crm()::orders, 10);
        seeded.crm().prepare(List.of(GOLD));
        assertTrue(seeded.crm()
                .push(new ListedChanges(List.of(), Map.of(), Set.of()), ProgressListener.SILENT)
                .rejected()
                .isEmpty());
        assertEquals(HeldMarks.NONE, HeldMarks.of(seeded.crm()));
    }

    @Test
    void a_reachable_crm_passes_its_own_check() {
        ConnectionCheck check = five().crm().check();
        assertTrue(check.ok(), check.toString());
    }

    @Test
    void preparing_again_changes_nothing() {
        Seeded seeded = five();
        seeded.crm().prepare(List.of(GOLD, BLUE));
        seeded.crm().push(gold(seeded, "1", "2"), ProgressListener.SILENT);
        HeldMarks before = HeldMarks.of(seeded.crm());
        seeded.crm().prepare(List.of(GOLD, BLUE));
        assertEquals(before, HeldMarks.of(seeded.crm()));
    }

    @Test
    void held_marks_are_what_was_pushed_also_after_a_restart() {
        Seeded seeded = five();
        seeded.crm().prepare(List.of(GOLD, BLUE));
        seeded.crm().push(gold(seeded, "1", "2"), ProgressListener.SILENT);
        HeldMarks expected = new HeldMarks(
                Map.of(GOLD.key(), Set.copyOf(ids(seeded, "1", "2"))),
                Map.of(seeded.contactId().apply("1"), SCORE));
        assertEquals(expected, HeldMarks.of(seeded.crm()));
        assertEquals(expected, HeldMarks.of(remember(again(seeded.crm()))));
    }

    @Test
    void scores_that_changed_are_told_and_those_taken_away() {
        Seeded seeded = five();
        HostCrm crm = seeded.crm();
        assumeTrue(
                crm.capabilities().contains(Capability.SCORES_BY_CHANGE), "does not declare to tell scores by change");
        String first = seeded.contactId().apply("1");
        crm.prepare(List.of(GOLD, BLUE));
        crm.push(gold(seeded, "1", "2"), ProgressListener.SILENT);
        MarksTold all = new MarksTold();
        crm.heldMarks(all);
        Instant upTo = all.upTo().orElseThrow();
        MarksTold changed = new MarksTold();
        assertEquals(1, crm.changedMarks(upTo, changed), "contacts that hold a score");
        assertEquals(all.held(), changed.held());
        MarksTold later = new MarksTold();
        assertEquals(1, crm.changedMarks(upTo.plus(Duration.ofDays(1)), later));
        assertEquals(new HeldMarks(all.held().tags(), Map.of()), later.held(), "tags are told whole");
        crm.push(new ListedChanges(List.of(), Map.of(), Set.of(first)), ProgressListener.SILENT);
        MarksTold taken = new MarksTold();
        assertEquals(0, crm.changedMarks(upTo, taken));
        assertTrue(taken.withoutScore().contains(first));
        assertFalse(taken.held().scores().containsKey(first));
    }

    @Test
    void pushing_again_changes_nothing() {
        Seeded seeded = five();
        seeded.crm().prepare(List.of(GOLD, BLUE));
        seeded.crm().push(gold(seeded, "1", "2"), ProgressListener.SILENT);
        HeldMarks before = HeldMarks.of(seeded.crm());
        PushReceipt repeated = seeded.crm().push(gold(seeded, "1", "2"), ProgressListener.SILENT);
        assertEquals(List.of(), repeated.rejected());
        assertEquals(before, HeldMarks.of(seeded.crm()));
    }

    @Test
    void marks_are_taken_away_again() {
        Seeded seeded = five();
        seeded.crm().prepare(List.of(GOLD, BLUE));
        seeded.crm().push(gold(seeded, "1", "2"), ProgressListener.SILENT);
        TagChange less = new TagChange(GOLD, Set.of(), Set.copyOf(ids(seeded, "1", "2")));
        Set<String> cleared = Set.of(seeded.contactId().apply("1"));
        seeded.crm().push(new ListedChanges(List.of(less), Map.of(), cleared), ProgressListener.SILENT);
        assertEquals(HeldMarks.NONE, HeldMarks.of(seeded.crm()));
    }

    @Test
    void a_contact_that_is_gone_sinks_only_itself() {
        Seeded seeded = five();
        seeded.crm().prepare(List.of(GOLD));
        Set<String> added = Set.of(seeded.contactId().apply("1"), unknownContactId());
        Map<String, ScoreMark> scores = Map.of(seeded.contactId().apply("1"), SCORE, unknownContactId(), SCORE);
        ListedChanges changes = new ListedChanges(List.of(new TagChange(GOLD, added, Set.of())), scores, Set.of());
        PushReceipt receipt = seeded.crm().push(changes, ProgressListener.SILENT);
        assertTrue(receipt.rejected().stream().allMatch(gone -> gone.id().equals(unknownContactId())));
        assertFalse(receipt.rejected().isEmpty());
        assertEquals(
                Set.of(seeded.contactId().apply("1")),
                HeldMarks.of(seeded.crm()).tags().get(GOLD.key()));
        assertEquals(
                Set.of(seeded.contactId().apply("1")),
                HeldMarks.of(seeded.crm()).scores().keySet());
    }

    @Test
    void tags_of_others_stay() {
        Seeded seeded = five();
        String contact = seeded.contactId().apply("1");
        Optional<BooleanSupplier> foreign = foreignTag(seeded, contact);
        assumeTrue(foreign.isPresent(), "has no tags of others");
        seeded.crm().prepare(List.of(GOLD));
        seeded.crm().push(gold(seeded, "1"), ProgressListener.SILENT);
        TagChange less = new TagChange(GOLD, Set.of(), Set.of(contact));
        seeded.crm().push(new ListedChanges(List.of(less), Map.of(), Set.of(contact)), ProgressListener.SILENT);
        assertEquals(HeldMarks.NONE, HeldMarks.of(seeded.crm()));
        assertTrue(foreign.get().getAsBoolean(), "the other tag is still there");
    }

    @Test
    void progress_ends_where_the_total_is() {
        Seeded seeded = five();
        seeded.crm().prepare(List.of(GOLD));
        List<long[]> told = new ArrayList<>();
        seeded.crm().push(gold(seeded, "1", "2"), (done, total) -> told.add(new long[] {done, total}));
        long[] last = told.get(told.size() - 1);
        assertEquals(last[1], last[0]);
        assertTrue(told.stream().allMatch(step -> step[0] <= step[1]));
    }

    private static Set<String> ids(HostCrm crm, RecordKind kind) {
        Set<String> ids = new HashSet<>();
        crm.idPrefixes(kind).forEach(prefix -> ids.addAll(crm.ids(IdRange.all(kind, prefix))));
        return ids;
    }

    @Test
    void all_that_was_ever_written_goes_and_nothing_else() {
        Seeded seeded = five();
        assumeTrue(seeded.crm().capabilities().contains(Capability.REMOVES_MARKS), "does not declare to remove marks");
        String contact = seeded.contactId().apply("1");
        seeded.crm().prepare(List.of(GOLD, BLUE));
        Optional<BooleanSupplier> foreign = foreignTag(seeded, contact);
        seeded.crm().push(gold(seeded, "1", "2"), ProgressListener.SILENT);
        Footprint found = seeded.crm().footprint();
        assertTrue(found.tags().contains(GOLD.name()), found.toString());
        assertEquals(2, found.contacts());
        List<long[]> told = new ArrayList<>();
        seeded.crm().removeAll((done, total) -> told.add(new long[] {done, total}));
        assertEquals(told.get(told.size() - 1)[1], told.get(told.size() - 1)[0]);
        assertEquals(Footprint.NONE, seeded.crm().footprint());
        assertEquals(HeldMarks.NONE, HeldMarks.of(seeded.crm()));
        assertTrue(foreign.map(BooleanSupplier::getAsBoolean).orElse(true), "the other tag is still there");
        seeded.crm().removeAll(ProgressListener.SILENT);
        seeded.crm().prepare(List.of(GOLD));
        seeded.crm().push(gold(seeded, "1"), ProgressListener.SILENT);
        assertEquals(Set.of(contact), HeldMarks.of(seeded.crm()).scores().keySet(), "it can be written again");
    }

    private Seeded five() {
        List<ContactRecord> contacts = new ArrayList<>();
        List<OrderRecord> orders = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            contacts.add(contact(Integer.toString(i), "Contact " + i));
            orders.add(order(Integer.toString(100 + i), Integer.toString(i), "2025-02-0" + i, "10.00"));
        }
        return seeded(contacts, orders);
    }

    private Seeded seeded(List<ContactRecord> contacts, List<OrderRecord> orders) {
        Seeded seeded = crmWith(contacts, orders);
        remember(seeded.crm());
        return seeded;
    }

    private HostCrm remember(HostCrm crm) {
        opened.add(crm);
        return crm;
    }

    /** Gold for these, and a score for the first. */
    private static ListedChanges gold(Seeded seeded, String... contacts) {
        List<String> members = ids(seeded, contacts);
        return new ListedChanges(
                List.of(new TagChange(GOLD, Set.copyOf(members), Set.of())), Map.of(members.get(0), SCORE), Set.of());
    }

    private static List<String> ids(Seeded seeded, String... contacts) {
        return List.of(contacts).stream().map(seeded.contactId()).toList();
    }

    private static Map<String, ContactRecord> byId(HostCrm crm) {
        Map<String, ContactRecord> byId = new HashMap<>();
        everything(crm::contacts, 1000).forEach(contact -> byId.put(contact.id(), contact));
        return byId;
    }

    protected static <R> List<R> everything(Function<PageRequest, Page<R>> source, int size) {
        return everything(source, PageRequest.first(Optional.empty(), size));
    }

    protected static <R> List<R> everything(Function<PageRequest, Page<R>> source, PageRequest first) {
        List<R> all = new ArrayList<>();
        Page<R> page = source.apply(first);
        all.addAll(page.records());
        while (page.nextAfterId().isPresent()) {
            page = source.apply(first.after(page.nextAfterId().get()));
            all.addAll(page.records());
        }
        return all;
    }
}
