/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.PageRequest;
import org.segcast.connector.spi.RecordKind;

/**
 * Reads contacts with their first account and their primary address. Fields that administrators added become attributes by their own names, and so do choices out of a
 * list; who owns or made a record does not, nor how often and when it was contacted: that follows from orders as much as it leads to them. Tags of others are no attributes: people use them for anything, also for what must not be profiled.
 *
 * <p>A reading of changes goes on with those who object to profiling, see {@link OroConsents}; its place is told as {@code objectors-ID}.
 */
final class OroContacts {
    private static final String OBJECTORS = "objectors-";
    private static final Set<String> NO_ATTRIBUTES = Set.of(
            "firstName",
            "middleName",
            "lastName",
            "namePrefix",
            "nameSuffix",
            "primaryEmail",
            "primaryPhone",
            "fax",
            "skype",
            "twitter",
            "facebook",
            "googlePlus",
            "linkedIn",
            "externalId",
            "lastContactedDate",
            "lastContactedDateIn",
            "lastContactedDateOut",
            "timesContacted",
            "timesContactedIn",
            "timesContactedOut",
            "description",
            "createdAt",
            "updatedAt");
    private static final Set<String> NO_CHOICES =
            Set.of("users", "organizations", "businessunits", "contacts", "accounts", "files", "customerusers");

    private final OroConfig config;
    private final OroClient client;
    private final OroReader reader;
    private final OroConsents consents;

    OroContacts(OroClient client, OroConfig config) {
        this.config = config;
        this.client = client;
        this.reader = new OroReader(client, config.pageSize());
        this.consents = new OroConsents(client, config);
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

    private static OroQuery query() {
        return OroQuery.of("contacts")
                .include("accounts", "addresses")
                .fields("accounts", "name")
                .fields("contactaddresses", "primary", "city", "postalCode", "country", "region");
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
                attributes(contact, document),
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

    private Map<String, String> attributes(OroResource contact, OroDocument document) {
        Map<String, String> found = new TreeMap<>();
        contact.attributes().forEach((name, value) -> {
            if (!NO_ATTRIBUTES.contains(name) && !unread(name)) {
                put(found, name, plain(value));
            }
        });
        contact.relationships()
                .keySet()
                .forEach(name -> contact.one(name)
                        .filter(choice -> !NO_CHOICES.contains(choice.type()))
                        .ifPresent(choice -> put(found, name, Optional.of(choice.id()))));
        put(
                found,
                "note",
                contact.text("description").map(html -> Jsoup.parse(html).text()));
        put(found, "created", contact.text("createdAt").map(time -> time.substring(0, Math.min(10, time.length()))));
        address(contact, document).ifPresent(address -> {
            put(found, "city", address.text("city"));
            put(found, "zip", address.text("postalCode"));
            put(found, "country", address.one("country").map(OroResource.Key::id));
            put(found, "state", address.one("region").map(OroResource.Key::id));
        });
        return found;
    }

    private boolean unread(String attribute) {
        return config.fields().marks().contains(attribute)
                || config.fields().leftOut().contains(attribute)
                || config.fields().emailOptOut().filter(attribute::equals).isPresent();
    }

    private static Optional<OroResource> address(OroResource contact, OroDocument document) {
        List<OroResource> all = contact.many("addresses").stream()
                .flatMap(key -> document.included(key).stream())
                .toList();
        return all.stream()
                .filter(address -> address.flag("primary"))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** Lists and objects are left out. */
    private static Optional<String> plain(JsonValue value) {
        if (value instanceof JsonString text) {
            return Optional.of(text.getString().strip());
        }
        if (value instanceof JsonNumber number) {
            return Optional.of(number.bigDecimalValue().toPlainString());
        }
        return value.equals(JsonValue.TRUE) || value.equals(JsonValue.FALSE)
                ? Optional.of(value.toString())
                : Optional.empty();
    }

    private static void put(Map<String, String> attributes, String name, Optional<String> text) {
        text.filter(found -> !found.isBlank()).ifPresent(found -> attributes.put(name, found));
    }
}
