/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.RecordKind;

/** Reads partners as contacts. Tags of others are no attributes: people use them for anything, also for what must not be profiled. */
final class OdooContacts implements OdooReadAhead.Source<ContactRecord> {
    private static final List<String> FIELDS = List.of(
            "name",
            "email",
            "email_normalized",
            "is_blacklisted",
            "phone",
            "active",
            "commercial_company_name",
            "write_date");

    private final OdooClient client;
    private final OdooScope scope;
    private final OdooStandstill standstill;
    private final OdooContactIds told;
    private final OdooConsents consents;
    private final OdooPartnerFields fields;
    private final OdooAttributes attributes;

    OdooContacts(
            OdooClient client,
            OdooScope scope,
            OdooStandstill standstill,
            OdooContactIds told,
            OdooConsents consents,
            OdooPartnerFields fields,
            OdooAttributes attributes) {
        this.client = client;
        this.scope = scope;
        this.standstill = standstill;
        this.told = told;
        this.consents = consents;
        this.fields = fields;
        this.attributes = attributes;
    }

    /** Whether a field becomes an attribute. */
    boolean reads(String field) {
        return attributes.fields().contains(field);
    }

    @Override
    public void restart() {
        scope.forget();
        standstill.forget();
        told.forget();
        consents.forget();
        fields.forget();
        attributes.forget();
    }

    @Override
    public List<OdooRow> rows(PageRequest request) {
        if (request.afterId().isEmpty()
                && request.changedSince().filter(this::nothingChanged).isPresent()) {
            return List.of();
        }
        consents.learn();
        return client.rows(
                "res.partner", "search_read", new OdooQuery(domain(request), fields(), request.size()).arguments());
    }

    private boolean nothingChanged(Instant since) {
        return standstill.ofPartners(since) && consents.unchanged(since);
    }

    private List<String> fields() {
        List<String> all = new ArrayList<>(FIELDS);
        all.addAll(attributes.fields());
        fields.noProfiling().filter(name -> !all.contains(name)).ifPresent(all::add);
        if (fields.has(OdooPartnerFields.MOBILE)) {
            all.add(OdooPartnerFields.MOBILE);
        }
        return all;
    }

    @Override
    public Page<ContactRecord> page(PageRequest request, List<OdooRow> rows) {
        told.add(rows);
        attributes.learn(rows);
        if (!rows.isEmpty()) {
            consents.learnLists();
        }
        return OdooPages.page(request, rows, this::contact, RecordKind.CONTACT);
    }

    /** Contacts by their ids, whenever they changed. */
    Page<ContactRecord> byId(Set<String> ids) {
        List<Integer> numbers =
                ids.stream().filter(OdooQuery::isId).map(Integer::valueOf).toList();
        consents.learn();
        OdooDomain these = scope.contacts().and("id", "in", numbers);
        List<OdooRow> rows = client.rows(
                "res.partner", "search_read", new OdooQuery(these, fields(), OdooQuery.NO_LIMIT).arguments());
        Page<ContactRecord> found = page(PageRequest.first(Optional.empty(), Math.max(1, ids.size())), rows);
        return new Page<>(found.records(), found.rejected(), Optional.empty());
    }

    private OdooDomain domain(PageRequest request) {
        OdooDomain domain = scope.contacts().behind(request);
        request.changedSince()
                .filter(since -> !consents.objectionsTouched(since))
                .ifPresent(since -> domain.andAnyOf(changed(since)));
        return domain;
    }

    private List<OdooDomain> changed(Instant since) {
        List<OdooDomain> changed = new ArrayList<>(consents.changedSince(since));
        changed.add(OdooDomain.all().and(OdooDomain.since("write_date", since)));
        return changed;
    }

    private ContactRecord contact(OdooRow row) {
        return new ContactRecord(
                Integer.toString(row.id()),
                row.text("name").orElse(""),
                row.text("email"),
                row.text("phone").or(() -> row.text(OdooPartnerFields.MOBILE)),
                row.text("commercial_company_name"),
                row.flag("active"),
                consents.of(row),
                attributes.of(row),
                row.instant("write_date"));
    }
}
