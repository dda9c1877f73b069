/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.Jsoup;
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
            "is_company",
            "commercial_company_name",
            "city",
            "zip",
            "state_id",
            "country_id",
            "lang",
            "function",
            "industry_id",
            "comment",
            "create_date",
            "write_date");

    private final OdooClient client;
    private final OdooScope scope;
    private final OdooConsents consents;
    private final OdooLookup countries;
    private final OdooLookup states;
    private final OdooLookup industries;

    OdooContacts(OdooClient client, OdooScope scope, OdooConsents consents) {
        this.client = client;
        this.scope = scope;
        this.consents = consents;
        this.countries = new OdooLookup(client, "res.country", "code");
        this.states = new OdooLookup(client, "res.country.state", "name");
        this.industries = new OdooLookup(client, "res.partner.industry", "name");
    }

    @Override
    public void restart() {
        scope.forget();
        consents.forget();
        countries.forget();
        states.forget();
        industries.forget();
    }

    @Override
    public List<OdooRow> rows(PageRequest request) {
        consents.learn();
        return client.rows(
                "res.partner", "search_read", new OdooQuery(domain(request), FIELDS, request.size()).arguments());
    }

    @Override
    public Page<ContactRecord> page(PageRequest request, List<OdooRow> rows) {
        countries.learn(rows.stream().map(row -> row.reference("country_id")));
        states.learn(rows.stream().map(row -> row.reference("state_id")));
        industries.learn(rows.stream().map(row -> row.reference("industry_id")));
        return OdooPages.page(request, rows, this::contact, RecordKind.CONTACT);
    }

    private OdooDomain domain(PageRequest request) {
        OdooDomain domain = scope.contacts().behind(request);
        request.changedSince().ifPresent(since -> {
            List<List<Object>> changed = new ArrayList<>(consents.changedSince(since));
            changed.add(OdooDomain.since("write_date", since));
            domain.andAny(changed);
        });
        return domain;
    }

    private ContactRecord contact(OdooRow row) {
        return new ContactRecord(
                Integer.toString(row.id()),
                row.text("name").orElse(""),
                row.text("email"),
                row.text("phone"),
                row.text("commercial_company_name"),
                row.flag("active"),
                consents.of(row),
                attributes(row),
                row.instant("write_date"));
    }

    private Map<String, String> attributes(OdooRow row) {
        Map<String, String> found = new TreeMap<>();
        found.put("kind", row.flag("is_company") ? "company" : "person");
        put(found, "city", row.text("city"));
        put(found, "zip", row.text("zip"));
        put(found, "state", states.text(row.reference("state_id"), "name"));
        put(found, "country", countries.text(row.reference("country_id"), "code"));
        put(found, "language", row.text("lang"));
        put(found, "function", row.text("function"));
        put(found, "industry", industries.text(row.reference("industry_id"), "name"));
        put(found, "note", row.text("comment").map(html -> Jsoup.parse(html).text()));
        put(found, "created", row.text("create_date").map(time -> time.substring(0, Math.min(10, time.length()))));
        return found;
    }

    private static void put(Map<String, String> attributes, String name, Optional<String> text) {
        text.filter(found -> !found.isBlank()).ifPresent(found -> attributes.put(name, found));
    }
}
