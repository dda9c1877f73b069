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
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * Reads chosen fields of contacts as attributes: text plain, a time by its day, a choice by its id. The usual fields have plain names ({@code addresses.postalCode} is
 * {@code zip}), all others keep Oro's. A field that this Oro has not is left out.
 *
 * <p>Never read: what every contact has anyway, what we write ourselves, who owns or made a record, and how often and when it was contacted: that follows from orders as
 * much as it leads to them. Tags of others are no attributes: people use them for anything, also for what must not be profiled.
 */
final class OroAttributes {
    /** What fields of the primary address begin with. */
    static final String ADDRESS = "addresses.";

    private static final String NOTE = "description";

    /** The usual fields, and the attributes they become. */
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("gender", "gender"),
            Map.entry("birthday", "birthday"),
            Map.entry("jobTitle", "jobTitle"),
            Map.entry("source", "source"),
            Map.entry("method", "method"),
            Map.entry(NOTE, "note"),
            Map.entry("createdAt", "created"),
            Map.entry(ADDRESS + "city", "city"),
            Map.entry(ADDRESS + "postalCode", "zip"),
            Map.entry(ADDRESS + "country", "country"),
            Map.entry(ADDRESS + "region", "state"));

    private static final Set<String> NEVER = Set.of(
            "id",
            "firstName",
            "middleName",
            "lastName",
            "namePrefix",
            "nameSuffix",
            "email",
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
            "owner",
            "organization",
            "assignedTo",
            "reportsTo",
            "createdBy",
            "updatedBy",
            "updatedAt");

    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9:]+)");
    private static final int DAY = 10;

    private final List<String> names;

    OroAttributes(OroFields fields) {
        this.names =
                chosen(fields).stream().filter(name -> mayBeRead(name, fields)).toList();
    }

    static List<String> chosen(OroFields fields) {
        return fields.chosen().orElseGet(() -> USUAL.keySet().stream().sorted().toList());
    }

    static boolean isUsual(String name) {
        return USUAL.containsKey(name);
    }

    static boolean mayBeRead(String name, OroFields fields) {
        return !NEVER.contains(name)
                && !fields.marks().contains(name)
                && fields.emailOptOut().filter(name::equals).isEmpty();
    }

    /** What to ask for of included addresses. */
    static OroQuery addresses(OroQuery query) {
        return query.fields("contactaddresses", "primary", "city", "postalCode", "country", "region");
    }

    /** Those of the contact itself, to be asked for by name. */
    List<String> ofContact() {
        return names.stream().filter(name -> !name.startsWith(ADDRESS)).toList();
    }

    Map<String, String> of(OroResource contact, OroDocument document) {
        Map<String, String> found = new TreeMap<>();
        for (String name : names) {
            text(name, contact, document).ifPresent(text -> found.put(USUAL.getOrDefault(name, name), text));
        }
        return found;
    }

    /** The primary address tells for those that begin with {@link #ADDRESS}, the first one where none is primary. */
    static Optional<String> text(String name, OroResource contact, OroDocument document) {
        return name.startsWith(ADDRESS)
                ? address(contact, document).flatMap(address -> text(name.substring(ADDRESS.length()), address))
                : text(name, contact);
    }

    private static Optional<String> text(String name, OroResource resource) {
        return plain(resource.attributes().getOrDefault(name, JsonValue.NULL))
                .map(text -> name.equals(NOTE) ? Jsoup.parse(text).text() : text)
                .or(() -> resource.one(name).map(OroResource.Key::id))
                .filter(text -> !text.isBlank());
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
            return Optional.of(text.getString().strip())
                    .map(found -> TIME.matcher(found).matches() ? found.substring(0, DAY) : found);
        }
        if (value instanceof JsonNumber number) {
            return Optional.of(number.bigDecimalValue().toPlainString());
        }
        return value.equals(JsonValue.TRUE) || value.equals(JsonValue.FALSE)
                ? Optional.of(value.toString())
                : Optional.empty();
    }
}
