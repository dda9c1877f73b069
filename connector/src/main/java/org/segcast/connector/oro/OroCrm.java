/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.segcast.connector.http.CallGuard;
import org.segcast.connector.http.HttpPause;
import org.segcast.connector.spi.Capability;
import org.segcast.connector.spi.ConnectionCheck;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.CrmField;
import org.segcast.connector.spi.EngagementRecord;
import org.segcast.connector.spi.ErrorCode;
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
import org.segcast.connector.spi.SegcastException;
import org.segcast.connector.spi.TagDefinition;

/**
 * OroCRM over its JSON:API, with OroCommerce's orders.
 *
 * <p>Rights of the OAuth application's user: view contacts, accounts, customers, customer users and orders, and where they are there opportunities and
 * marketing activities, of the whole organisation; edit contacts; view, create, delete and
 * assign tags; view, create and delete taxonomies. Nothing is installed in Oro; the three fields for score and reason are added there by an administrator.
 */
public final class OroCrm implements HostCrm {
    private final OroConfig config;
    private final OroClient client;
    private final OroContacts contacts;
    private final OroOrders orders;
    private final OroEngagements engagements;
    private final OroMarks marks;

    /**
     * @param guard made with the config's policy; one for all who call this Oro
     * @param clock tells when a token runs out
     * @param pause waits while Oro works on a batch, {@link HttpPause#SLEEP} outside tests
     */
    public OroCrm(OroConfig config, CallGuard guard, Clock clock, HttpPause pause) {
        this.config = config;
        this.client = new OroClient(config, guard, clock);
        this.contacts = new OroContacts(client, config);
        this.orders = new OroOrders(client, config);
        this.engagements = new OroEngagements(client, config);
        this.marks = new OroMarks(client, config, pause);
    }

    @Override
    public String describe() {
        return "Oro at " + config.url() + config.fields().described();
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(
                Capability.READS_CHANGES,
                Capability.ORDER_LINES,
                Capability.ENGAGEMENT,
                Capability.COUNTS_IDS,
                Capability.CHOOSES_FIELDS,
                Capability.SHOWS_MARKS,
                Capability.REMOVES_MARKS);
    }

    @Override
    public ConnectionCheck check() {
        return new OroCheck(client, config).run();
    }

    @Override
    public Optional<Instant> clock() {
        return client.clock();
    }

    @Override
    public Page<ContactRecord> contacts(PageRequest request) {
        return contacts.page(request);
    }

    @Override
    public Page<ContactRecord> contactsById(Set<String> ids) {
        return contacts.byId(ids);
    }

    @Override
    public Page<OrderRecord> orders(PageRequest request) {
        return orders.page(request);
    }

    @Override
    public Page<OrderRecord> ordersById(Set<String> ids) {
        return orders.byId(ids);
    }

    @Override
    public Page<EngagementRecord> engagements(PageRequest request) {
        return engagements.page(request);
    }

    @Override
    public Page<EngagementRecord> engagementsById(Set<String> ids) {
        return engagements.byId(ids);
    }

    @Override
    public Set<String> idPrefixes(RecordKind kind) {
        return switch (kind) {
            case CONTACT, ORDER -> Set.of("");
            case ENGAGEMENT -> engagements.prefixes();
            case ORDER_LINE, RESPONSE -> Set.of();
        };
    }

    @Override
    public Set<String> ids(IdRange range) {
        Set<String> all = new HashSet<>();
        new OroReader(client, config.pageSize())
                .all(within(range), page -> page.data().forEach(one -> all.add(range.prefix() + one.id())));
        return all;
    }

    @Override
    public long count(IdRange range) {
        return client.getWithTotal(within(range).page(1))
                .total()
                .orElseThrow(
                        () -> new SegcastException(
                                ErrorCode.ANSWER_UNREADABLE,
                                "Oro did not tell how many records there are: a proxy may drop the header X-Include-Total-Count"));
    }

    private static OroQuery within(IdRange range) {
        if (range.kind() == RecordKind.ENGAGEMENT) {
            return OroEngagements.within(range);
        }
        String type = range.kind() == RecordKind.CONTACT ? "contacts" : "orders";
        return OroQuery.of(type).fields(type, "id").between(range.first(), range.last());
    }

    @Override
    public List<CrmField> fields() {
        return new OroOffer(client, config).fields();
    }

    @Override
    public void heldMarks(MarkSink sink) {
        marks.held(sink);
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
        // holds nothing open
    }
}
