/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import jakarta.json.JsonNumber;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.segcast.connector.spi.CrmField;
import org.segcast.connector.spi.EngagementRecord;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.IdRange;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.RecordKind;
import org.segcast.connector.spi.SegcastException;

/** All that is read from one Odoo, wired together: contacts, orders, engagement, and which ids there are. */
final class OdooReader {
    private static final int IDS_PER_CALL = 100_000;

    private final OdooClient client;
    private final OdooReading reading;
    private final OdooFields fields;
    private final OdooContactIds contactIds = new OdooContactIds();
    private final OdooCurrencies currencies;
    private final OdooScope scope;
    private final OdooStandstill standstill;
    private final OdooPartnerFields partnerFields;
    private final OdooObjections objections;
    private final OdooConsents consents;
    private final OdooContacts contacts;
    private final OdooSeries<OrderRecord> orders;
    private final OdooSeries<EngagementRecord> engagements;

    OdooReader(OdooClient client, OdooReading reading) {
        this.client = client;
        this.reading = reading;
        this.fields = new OdooFields(client);
        OdooCompanies companies = new OdooCompanies(client);
        this.currencies = new OdooCurrencies(client, companies);
        this.scope = new OdooScope(client, companies, reading.level());
        this.standstill = new OdooStandstill(client, scope, reading.level());
        this.partnerFields = new OdooPartnerFields(client, reading);
        this.objections = new OdooObjections(
                client, reading.noProfilingTag(), new OdooEntities(client, reading.level(), new OdooContactIds()));
        this.consents = new OdooConsents(client, partnerFields, objections);
        this.contacts = new OdooContacts(
                client,
                scope,
                standstill,
                contactIds,
                consents,
                partnerFields,
                new OdooAttributes(client, reading, partnerFields));
        this.orders = new OdooSeries<>(client, RecordKind.ORDER, orderParts());
        this.engagements = new OdooSeries<>(client, RecordKind.ENGAGEMENT, engagementParts());
    }

    private OdooEntities entities() {
        return new OdooEntities(client, reading.level(), contactIds);
    }

    private List<OdooPart<OrderRecord>> orderParts() {
        OdooEntities entities = entities();
        OdooProducts products = new OdooProducts(client);
        OdooTills tills = new OdooTills(client, fields, orders(OdooTills.LINES, products, entities));
        return List.of(
                new OdooSales(orders(OdooSales.LINES, products, entities), tills),
                tills,
                new OdooCreditNotes(fields, orders(OdooCreditNotes.LINES, products, entities)));
    }

    private OdooOrders orders(OdooLines.Names names, OdooProducts products, OdooEntities entities) {
        return new OdooOrders(
                new OdooLines(client, fields, names, products),
                products,
                entities,
                currencies,
                partnerFields,
                standstill);
    }

    private List<OdooPart<EngagementRecord>> engagementParts() {
        OdooEntities entities = entities();
        return List.of(
                new OdooTraces(client, fields, entities, new OdooStandstill(client, scope, reading.level())),
                new OdooMeetings(client, entities),
                new OdooLeads(entities),
                new OdooVisits(client, entities));
    }

    OdooContacts contacts() {
        return contacts;
    }

    OdooSeries<OrderRecord> orders() {
        return orders;
    }

    OdooSeries<EngagementRecord> engagements() {
        return engagements;
    }

    OdooScope scope() {
        return scope;
    }

    OdooConsents consents() {
        return consents;
    }

    OdooObjections objections() {
        return objections;
    }

    OdooPartnerFields partnerFields() {
        return partnerFields;
    }

    OdooCurrencies currencies() {
        return currencies;
    }

    List<CrmField> offer() {
        return new OdooOffer(client, scope, reading).fields();
    }

    Set<String> prefixes(RecordKind kind) {
        return switch (kind) {
            case CONTACT -> Set.of("");
            case ORDER -> orders.prefixes();
            case ENGAGEMENT -> engagements.prefixes();
            case ORDER_LINE, RESPONSE -> Set.of();
        };
    }

    OptionalLong counted(RecordKind kind, String prefix) {
        return switch (kind) {
            case CONTACT -> standstill.contacts();
            case ORDER -> orders.counted(prefix);
            case ENGAGEMENT, ORDER_LINE, RESPONSE -> OptionalLong.empty();
        };
    }

    long count(IdRange range) {
        return count(model(range), domain(range));
    }

    long count(String model, OdooDomain domain) {
        if (client.call(model, "search_count", Map.of("domain", domain.terms())) instanceof JsonNumber count) {
            return count.longValue();
        }
        throw new SegcastException(
                ErrorCode.ANSWER_UNREADABLE, "Odoo answered search_count of " + model + " with no number");
    }

    Set<String> ids(IdRange range) {
        Set<String> all = new HashSet<>();
        List<Integer> page;
        int behind = 0;
        do {
            List<Object> terms = domain(range).and("id", ">", behind).terms();
            page = client.ids(model(range), "search", Map.of("domain", terms, "order", "id", "limit", IDS_PER_CALL));
            page.forEach(id -> all.add(range.prefix() + id));
            behind = page.isEmpty() ? behind : page.get(page.size() - 1);
        } while (page.size() == IDS_PER_CALL);
        return all;
    }

    private String model(IdRange range) {
        return switch (range.kind()) {
            case ORDER -> orders.model(range);
            case ENGAGEMENT -> engagements.model(range);
            default -> "res.partner";
        };
    }

    private OdooDomain domain(IdRange range) {
        return switch (range.kind()) {
            case ORDER -> orders.within(range);
            case ENGAGEMENT -> engagements.within(range);
            default -> scope.contacts().within(range);
        };
    }
}
