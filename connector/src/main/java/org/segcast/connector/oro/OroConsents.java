/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.segcast.connector.oro.OroResource.Key;
import org.segcast.connector.spi.Consent;

/**
 * Who allows what. Oro's contacts have no field for either question:
 *
 * <ul>
 *   <li>no marketing mail: a Boolean field that an administrator added, where the settings name one;
 *   <li>objections to profiling: every tag of our taxonomy for them, known by its id, and any tag with the name in the settings.
 * </ul>
 *
 * <p>A tag does not stamp the contact, so those who object are read again with every reading of changes; an objection that was taken back is noticed by the next full
 * read, which errs on the side of the person.
 */
final class OroConsents {
    /** As many entities as Oro tells of one tag; where it tells that many there may be more. */
    private static final int MOST_RELATED = 1_000;

    private final OroClient client;
    private final OroConfig config;
    private final OroReader reader;
    private Set<String> tags = Set.of();
    private Optional<List<Long>> objectors = Optional.empty();
    private boolean known;

    OroConsents(OroClient client, OroConfig config) {
        this.client = client;
        this.config = config;
        this.reader = new OroReader(client, config.pageSize());
    }

    void forget() {
        known = false;
        objectors = Optional.empty();
    }

    Consent of(OroResource contact) {
        learn();
        boolean optedOut = config.fields().emailOptOut().filter(contact::flag).isPresent();
        boolean objects = contact.many("tags").stream().map(Key::id).anyMatch(tags::contains);
        return new Consent(!optedOut, !objects);
    }

    /** Ids of contacts, ascending. */
    List<Long> objectors() {
        learn();
        if (objectors.isEmpty()) {
            objectors = Optional.of(List.copyOf(tags.isEmpty() ? Set.of() : readObjectors()));
        }
        return objectors.get();
    }

    private void learn() {
        if (known) {
            return;
        }
        Set<String> found = new HashSet<>();
        OroQuery named = OroQuery.of("tags").where("name", config.noProfilingTag());
        reader.all(named.fields("tags", "name"), page -> page.data().forEach(tag -> found.add(tag.id())));
        found.addAll(ours());
        tags = Set.copyOf(found);
        known = true;
    }

    private Set<String> ours() {
        Set<String> taxonomies = new HashSet<>();
        OroQuery named = OroQuery.of("taxonomies").where("name", OroTags.OBJECTIONS);
        reader.all(named.fields("taxonomies", "name"), page -> page.data().forEach(one -> taxonomies.add(one.id())));
        Set<String> found = new HashSet<>();
        if (!taxonomies.isEmpty()) {
            OroQuery members = OroQuery.of("tags").any("taxonomy", taxonomies).fields("tags", "name");
            reader.all(members, page -> page.data().forEach(tag -> found.add(tag.id())));
        }
        return found;
    }

    private Set<Long> readObjectors() {
        Set<Long> found = new TreeSet<>();
        boolean cut = false;
        for (String tag : tags) {
            List<Key> entities = client.get(OroQuery.of("tags/" + tag).fields("tags", "entities")).data().stream()
                    .flatMap(one -> one.many("entities").stream())
                    .toList();
            cut |= entities.size() >= MOST_RELATED;
            entities.stream()
                    .filter(entity -> entity.type().equals("contacts"))
                    .forEach(entity -> found.add(Long.valueOf(entity.id())));
        }
        if (cut) {
            found.addAll(readObjectorsFromContacts());
        }
        return found;
    }

    private List<Long> readObjectorsFromContacts() {
        List<Long> found = new ArrayList<>();
        reader.all(
                OroQuery.of("contacts").fields("contacts", "tags"),
                page -> page.data().stream()
                        .filter(contact ->
                                contact.many("tags").stream().map(Key::id).anyMatch(tags::contains))
                        .forEach(contact -> found.add(Long.valueOf(contact.id()))));
        return found;
    }
}
