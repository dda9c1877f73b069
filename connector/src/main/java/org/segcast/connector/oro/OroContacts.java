/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.RecordKind;

/**
 * Reads contacts with their first account and the chosen fields, see {@link OroAttributes}.
 *
 * <p>A reading of changes goes on with those who object to profiling, see {@link OroConsents}; its place is told as {@code objectors-ID}.
 */
final class OroContacts {
    private static final String OBJECTORS = "objectors-";
    /** Of every contact, beside chosen fields. */
    private static final List<String> ASKED = List.of(
            "firstName",
            "middleName",
            "lastName",
            "primaryEmail",
            "primaryPhone",
            "updatedAt",
            "tags",
            "accounts",
            "addresses");

    private final OroConfig config;
    private final OroClient client;
    private final OroReader reader;
    private final OroConsents consents;
    private final OroAttributes attributes;

    OroContacts(OroClient client, OroConfig config) {
        this.config = config;
        this.client = client;
        this.reader = new OroReader(client, config.pageSize());
        this.consents = new OroConsents(client, config);
        this.attributes = new OroAttributes(config.fields());
    }

    Page<ContactRecord> page(PageRequest request) {
        if (request.afterId().isEmpty()) {
            consents.forget();
        }
        Optional<String> place = request.afterId().filter(after -> after.startsWith(OBJECTORS));
        return place.isPresent()
                ? objectors(request, Long.parseLong(place.get().substring(OBJECTORS.length())))
                : listed(request);
    }

    Page<ContactRecord> byId(Set<String> ids) {
        return reader.byId(query(), ids.stream(), document -> page(document, Optional.empty()));
    }

    OroConsents consents() {
        return consents;
    }

    private Page<ContactRecord> listed(PageRequest request) {
        OroQuery query = request.changedSince().map(query()::changedSince).orElse(query());
        OroReader.Slice slice = reader.slice(query, request.afterId(), request.size());
        Optional<String> next = slice.last() ? behindChanges(request) : slice.lastId();
        return page(slice.document(), next);
    }

    private Optional<String> behindChanges(PageRequest request) {
        return request.changedSince().isPresent() && !consents.objectors().isEmpty()
                ? Optional.of(OBJECTORS + 0)
                : Optional.empty();
    }

    private Page<ContactRecord> objectors(PageRequest request, long after) {
        int most = Math.min(request.size(), config.pageSize());
        List<Long> behind = consents.objectors().stream()
                .filter(id -> id > after)
                .limit(most)
                .toList();
        if (behind.isEmpty()) {
            return Page.none();
        }
        OroQuery these =
                query().any("id", behind.stream().map(String::valueOf).toList()).page(most);
        return page(client.get(these.sentInBody()), Optional.of(OBJECTORS + behind.get(behind.size() - 1)));
    }

    private OroQuery query() {
        List<String> asked = new ArrayList<>(ASKED);
        asked.addAll(attributes.ofContact());
        config.fields().emailOptOut().ifPresent(asked::add);
        return OroAttributes.addresses(OroQuery.of("contacts").include("accounts", "addresses"))
                .fields("contacts", asked)
                .fields("accounts", "name");
    }

    private Page<ContactRecord> page(OroDocument document, Optional<String> next) {
        return OroPages.page(document.data(), contact -> contact(contact, document), RecordKind.CONTACT, next);
    }

    private ContactRecord contact(OroResource contact, OroDocument document) {
        return new ContactRecord(
                contact.id(),
                name(contact),
                contact.text("primaryEmail"),
                contact.text("primaryPhone"),
                account(contact, document),
                true,
                consents.of(contact),
                attributes.of(contact, document),
                contact.time("updatedAt"));
    }

    private static String name(OroResource contact) {
        return Stream.of("firstName", "middleName", "lastName")
                .flatMap(part -> contact.text(part).stream())
                .collect(Collectors.joining(" "));
    }

    private static Optional<String> account(OroResource contact, OroDocument document) {
        return contact.many("accounts").stream()
                .flatMap(key -> document.included(key).stream())
                .flatMap(account -> account.text("name").stream())
                .findFirst();
    }
}
