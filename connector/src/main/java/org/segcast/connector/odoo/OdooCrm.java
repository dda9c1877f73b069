/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executor;
import org.segcast.connector.http.CallGuard;
import org.segcast.connector.spi.CallSizes;
import org.segcast.connector.spi.Capability;
import org.segcast.connector.spi.ConnectionCheck;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.CrmField;
import org.segcast.connector.spi.EngagementRecord;
import org.segcast.connector.spi.Footprint;
import org.segcast.connector.spi.HostCrm;
import org.segcast.connector.spi.IdRange;
import org.segcast.connector.spi.MarkChanges;
import org.segcast.connector.spi.MarkSink;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.PushReceipt;
import org.segcast.connector.spi.RecordKind;
import org.segcast.connector.spi.TagDefinition;

/**
 * Odoo 14 and later: 19 and later over JSON-2, older ones over JSON-RPC.
 *
 * <p>Rights of the key's user: read contacts and sales of all ("Sales: All Documents"), "Contact Creation" for tags and scores. {@link #prepare}
 * needs an administrator the first time, to make the score fields and the two inherited views; for anybody else it makes the tags alone.
 *
 * <p>Who is a contact is in {@link OdooScope}; consent is in {@link OdooConsents}. Orders come from sales, the point of sale and credit notes, engagement from mailings,
 * meetings, leads and website visits; what is not installed, or closed to the key's user, is left out. Nothing is installed in Odoo.
 */
public final class OdooCrm implements HostCrm {
    private final OdooConfig config;
    private final OdooClient client;
    private final OdooReader reader;
    private final OdooReadAhead<ContactRecord> contacts;
    private final OdooReadAhead<OrderRecord> orders;
    private final OdooReadAhead<EngagementRecord> engagements;
    private final OdooMarks marks;

    /**
     * @param background reads the next page while the caller works on this one
     * @param guard made with the config's policy; one for all who call this Odoo
     */
    public OdooCrm(OdooConfig config, Executor background, CallGuard guard) {
        this.config = config;
        this.client = new OdooClient(config, guard);
        this.reader = new OdooReader(client, config.reading());
        this.contacts = new OdooReadAhead<>(background, client.pages(), reader.contacts());
        this.orders = new OdooReadAhead<>(background, client.pages(), reader.orders());
        this.engagements = new OdooReadAhead<>(background, client.pages(), reader.engagements());
        this.marks = new OdooMarks(client);
    }

    @Override
    public String describe() {
        return "Odoo at " + config.url() + ", database " + config.database()
                + config.reading().described();
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(
                Capability.READS_CHANGES,
                Capability.COUNTS_IDS,
                Capability.ORDER_LINES,
                Capability.ENGAGEMENT,
                Capability.CHOOSES_FIELDS,
                Capability.SHOWS_MARKS,
                Capability.SCORES_BY_CHANGE,
                Capability.REMOVES_MARKS);
    }

    @Override
    public ConnectionCheck check() {
        return new OdooCheck(client, config).run();
    }

    /**
     * Odoo does not tell which of the user's keys is in use. The first to run out counts: this may announce an end too early, where a newer key is used already and the old one
     * was not deleted, never too late.
     */
    @Override
    public Optional<LocalDate> keyExpires(Instant now) {
        return new OdooKeys(client).firstEnd(now);
    }

    @Override
    public Optional<Instant> clock() {
        return client.clock();
    }

    @Override
    public void expect(Map<RecordKind, PageRequest> requests) {
        Map<RecordKind, OdooReadAhead<?>> reads = new EnumMap<>(
                Map.of(RecordKind.CONTACT, contacts, RecordKind.ORDER, orders, RecordKind.ENGAGEMENT, engagements));
        reads.keySet().retainAll(requests.keySet());
        reads.values().forEach(OdooReadAhead::restart); // all before any: they share what they remember
        reads.forEach((kind, read) -> read.expect(requests.get(kind)));
    }

    @Override
    public OptionalLong counted(RecordKind kind, String prefix) {
        return reader.counted(kind, prefix);
    }

    @Override
    public Page<ContactRecord> contacts(PageRequest request) {
        return contacts.page(request);
    }

    @Override
    public Page<ContactRecord> contactsById(Set<String> ids) {
        return contacts.between(() -> reader.contacts().byId(ids));
    }

    @Override
    public Page<OrderRecord> orders(PageRequest request) {
        return orders.page(request);
    }

    @Override
    public Page<OrderRecord> ordersById(Set<String> ids) {
        return orders.between(() -> reader.orders().byId(ids));
    }

    @Override
    public Page<EngagementRecord> engagements(PageRequest request) {
        return engagements.page(request);
    }

    @Override
    public Page<EngagementRecord> engagementsById(Set<String> ids) {
        return engagements.between(() -> reader.engagements().byId(ids));
    }

    @Override
    public Set<String> idPrefixes(RecordKind kind) {
        return reader.prefixes(kind);
    }

    @Override
    public long count(IdRange range) {
        return reader.count(range);
    }

    @Override
    public Set<String> ids(IdRange range) {
        return reader.ids(range);
    }

    @Override
    public List<CrmField> fields() {
        return reader.offer();
    }

    @Override
    public void heldMarks(MarkSink sink) {
        marks.held(sink);
    }

    @Override
    public long changedMarks(Instant since, MarkSink sink) {
        return marks.changed(since, sink);
    }

    @Override
    public void prepare(List<TagDefinition> tags) {
        marks.prepare(tags);
    }

    @Override
    public PushReceipt push(MarkChanges changes, ProgressListener progress) {
        return marks.push(changes, progress);
    }

    @Override
    public CallSizes callSizes() {
        return OdooMarks.CALL_SIZES;
    }

    @Override
    public Footprint footprint() {
        return marks.removal().footprint();
    }

    @Override
    public void removeAll(ProgressListener progress) {
        marks.removal().removeAll(progress);
    }

    @Override
    public Optional<URI> contactPage(String contactId) {
        return config.contactPage(contactId);
    }

    @Override
    public void close() {
        contacts.finish();
        orders.finish();
        engagements.finish();
    }
}
