/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.odoo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Who objects to profiling, by tag: Odoo has no field for it. Three kinds of tags count: our own, known by its external id whatever it is called by now, one of the
 * configured name, and all below these. The tag of an address counts for the person above it, that of an employee not for the company.
 *
 * <p>Tagging from the partner's side stamps the partner; from the tag's side it stamps the tag alone, and who lost it is not told. So a tag stamped since a time means
 * that everybody has to be looked at again. A tag that was deleted, or renamed away from the configured name, leaves no trace: the next full read notices.
 */
final class OdooObjections {
    private final OdooClient client;
    private final String tagName;
    private final OdooEntities entities;
    private Optional<Tagged> tagged = Optional.empty();

    /**
     * @param objectors contacts
     * @param byAddress those among them whose address holds the tag
     * @param stamped when one of the tags was changed last
     */
    private record Tagged(Set<Integer> objectors, Set<Integer> byAddress, Optional<Instant> stamped) {}

    OdooObjections(OdooClient client, String tagName, OdooEntities entities) {
        this.client = client;
        this.tagName = tagName;
        this.entities = entities;
    }

    void forget() {
        tagged = Optional.empty();
        entities.forget();
    }

    void learn() {
        if (tagged.isEmpty()) {
            tagged = Optional.of(read());
        }
    }

    private Tagged known() {
        learn();
        return tagged.orElseThrow();
    }

    int count() {
        return known().objectors().size();
    }

    boolean of(int contact) {
        return known().objectors().contains(contact);
    }

    /** Whether no tag at all was stamped since, which one call tells without looking at who holds them. */
    boolean tagsUnchanged(Instant since) {
        OdooDomain stamped = OdooDomain.alsoArchived().and(OdooDomain.since("write_date", since));
        return client.ids(OdooTags.MODEL, "search", Map.of("domain", stamped.terms(), "limit", 1))
                .isEmpty();
    }

    boolean touched(Instant since) {
        Instant wholeSecond = since.minusNanos(since.getNano());
        return known().stamped().filter(at -> !at.isBefore(wholeSecond)).isPresent();
    }

    /** A tag set or taken away on an address stamps the address, not the contact above it. */
    List<OdooDomain> changed(Instant since) {
        List<OdooDomain> changed = new ArrayList<>();
        changed.add(OdooDomain.all().and(OdooDomain.since("child_ids.write_date", since)));
        if (!known().byAddress().isEmpty()) {
            changed.add(OdooDomain.all().and("id", "in", known().byAddress()));
        }
        return changed;
    }

    private Tagged read() {
        List<OdooRow> tags =
                OdooQuery.read(client, OdooTags.MODEL, OdooDomain.alsoArchived(), "name", "parent_id", "write_date");
        Map<Integer, OdooRow> family = family(tags);
        if (family.isEmpty()) {
            return new Tagged(Set.of(), Set.of(), Optional.empty());
        }
        Set<Integer> objectors = new HashSet<>();
        Set<Integer> byAddress = new HashSet<>();
        for (OptionalInt member : members(family.keySet())) {
            OptionalInt contact = entities.of(member);
            if (contact.equals(member)) {
                objectors.add(contact.getAsInt());
            } else if (contact.isPresent() && !entities.isCompany(contact)) {
                objectors.add(contact.getAsInt());
                byAddress.add(contact.getAsInt());
            }
        }
        Optional<Instant> stamped = family.values().stream()
                .flatMap(tag -> tag.instant("write_date").stream())
                .max(Instant::compareTo);
        return new Tagged(objectors, byAddress, stamped);
    }

    private List<OptionalInt> members(Set<Integer> tags) {
        OdooDomain domain = OdooDomain.alsoArchived().and("category_id", "in", tags);
        return entities.read(domain);
    }

    private Map<Integer, OdooRow> family(List<OdooRow> tags) {
        Map<Integer, OdooRow> family = new HashMap<>();
        Optional<Integer> own = own(tags);
        tags.stream()
                .filter(tag -> own.filter(id -> id == tag.id()).isPresent() || isNamed(tag))
                .forEach(tag -> family.put(tag.id(), tag));
        int before;
        do {
            before = family.size();
            tags.stream()
                    .filter(tag -> tag.reference("parent_id").stream().anyMatch(family::containsKey))
                    .forEach(tag -> family.put(tag.id(), tag));
        } while (family.size() > before);
        return family;
    }

    private boolean isNamed(OdooRow tag) {
        return tag.text("name").filter(tagName.strip()::equalsIgnoreCase).isPresent();
    }

    private Optional<Integer> own(List<OdooRow> tags) {
        return Optional.ofNullable(
                OdooTags.externalIds(client, tags.stream().map(OdooRow::id).toList())
                        .get(OdooTags.NO_PROFILING));
    }
}
