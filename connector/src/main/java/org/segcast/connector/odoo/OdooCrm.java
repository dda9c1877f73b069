/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import jakarta.json.JsonNumber;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.segcast.connector.http.CallGuard;
import org.segcast.connector.spi.CallSizes;
import org.segcast.connector.spi.Capability;
import org.segcast.connector.spi.ConnectionCheck;
import org.segcast.connector.spi.ContactRecord;
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
 * Odoo 14 and later: 19 and later over JSON-2, older ones over JSON-RPC.
 *
 * <p>Rights of the key's user: read contacts and sales of all ("Sales: All Documents"), "Contact Creation" for tags and scores. {@link #prepare}
 * needs an administrator the first time, to make the score fields and the two inherited views; for anybody else it makes the tags alone.
 *
 * <p>A contact is a commercial entity, see {@link OdooScope}; consent is in {@link OdooConsents}. Nothing is installed in Odoo.
 */
public final class OdooCrm implements HostCrm {
    private static final int IDS_PER_CALL = 100_000;

    private final OdooConfig config;
    private final OdooClient client;
    private final OdooScope scope;
    private final OdooReadAhead<ContactRecord> contacts;
    private final OdooReadAhead<OrderRecord> orders;
    private final OdooMarks marks;

    /**
     * @param background reads the next page while the caller works on this one
     * @param guard made with the config's policy; one for all who call this Odoo
     */
    public OdooCrm(OdooConfig config, Executor background, CallGuard guard) {
        this.config = config;
        this.client = new OdooClient(config, guard);
        this.scope = new OdooScope(client);
        OdooConsents consents = new OdooConsents(client, config.noProfilingTag());
        this.contacts = new OdooReadAhead<>(
                background, client.pages(), new OdooContacts(client, new OdooScope(client), consents));
        this.orders = new OdooReadAhead<>(background, client.pages(), new OdooOrders(client));
        this.marks = new OdooMarks(client);
    }

    @Override
    public String describe() {
        return "Odoo at " + config.url() + ", database " + config.database();
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(
                Capability.READS_CHANGES,
                Capability.COUNTS_IDS,
                Capability.ORDER_LINES,
                Capability.SHOWS_MARKS,
                Capability.REMOVES_MARKS);
    }

    @Override
    public ConnectionCheck check() {
        return new OdooCheck(client, config).run();
    }

    @Override
    public Page<ContactRecord> contacts(PageRequest request) {
        return contacts.page(request);
    }

    @Override
    public Page<OrderRecord> orders(PageRequest request) {
        return orders.page(request);
    }

    @Override
    public Page<OrderRecord> ordersById(Set<String> ids) {
        return new OdooOrders(client).byId(ids);
    }

    @Override
    public Set<String> idPrefixes(RecordKind kind) {
        return switch (kind) {
            case CONTACT, ORDER -> Set.of("");
            case ORDER_LINE, RESPONSE, ENGAGEMENT -> Set.of();
        };
    }

    @Override
    public long count(IdRange range) {
        Map<String, Object> arguments = Map.of("domain", domain(range).terms());
        if (client.call(model(range), "search_count", arguments) instanceof JsonNumber count) {
            return count.longValue();
        }
        throw new SegcastException(
                ErrorCode.ANSWER_UNREADABLE, "Odoo answered search_count of " + model(range) + " with no number");
    }

    @Override
    public Set<String> ids(IdRange range) {
        Set<String> all = new HashSet<>();
        List<Integer> page;
        int behind = 0;
        do {
            List<Object> terms = domain(range).and("id", ">", behind).terms();
            page = client.ids(model(range), "search", Map.of("domain", terms, "order", "id", "limit", IDS_PER_CALL));
            page.forEach(id -> all.add(id.toString()));
            behind = page.isEmpty() ? behind : page.get(page.size() - 1);
        } while (page.size() == IDS_PER_CALL);
        return all;
    }

    private static String model(IdRange range) {
        return range.kind() == RecordKind.CONTACT ? "res.partner" : "sale.order";
    }

    /** Odoo's ids are 32-bit, and it refuses greater numbers. */
    private OdooDomain domain(IdRange range) {
        OdooDomain domain = range.kind() == RecordKind.CONTACT ? scope.contacts() : OdooDomain.all();
        return domain.and("id", ">=", Math.min(range.first(), Integer.MAX_VALUE))
                .and("id", "<=", Math.min(range.last(), Integer.MAX_VALUE));
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
    }
}
