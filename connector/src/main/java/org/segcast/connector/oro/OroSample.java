/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.oro;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How many of some contacts have a value in which field. Oro's API filters, and so counts, only by fields with an index; so up to 1,000 contacts are looked at, on pages
 * spread evenly over all of them: every one where there are no more.
 */
final class OroSample {
    private static final int PAGES = 4;
    private static final int PAGE = 250;

    private final Map<String, Long> filled = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private long size;

    private OroSample() {}

    static OroSample of(OroClient client, OroConfig config, Collection<String> names) {
        OroSample sample = new OroSample();
        int most = Math.min(PAGE, config.pageSize());
        OroQuery query = query(names).page(most);
        OroDocument first = client.getWithTotal(query.sentInBody());
        sample.look(first, names);
        long pages = (first.total().orElse(first.data().size()) + most - 1) / most;
        int read = (int) Math.min(PAGES, pages);
        IntStream.range(1, read)
                .mapToLong(number -> 1 + number * (pages - 1) / (read - 1))
                .forEach(number -> sample.look(
                        client.get(query.number(Math.toIntExact(number)).sentInBody()), names));
        return sample;
    }

    private static OroQuery query(Collection<String> names) {
        List<String> asked = new ArrayList<>(names);
        asked.removeIf(name -> name.startsWith(OroAttributes.ADDRESS));
        asked.add("addresses");
        return OroAttributes.addresses(OroQuery.of("contacts").include("addresses"))
                .fields("contacts", asked);
    }

    private void look(OroDocument page, Collection<String> names) {
        for (OroResource contact : page.data()) {
            size++;
            told.addAll(contact.attributes().keySet());
            told.addAll(contact.relationships().keySet());
            names.stream()
                    .filter(name -> OroAttributes.text(name, contact, page).isPresent())
                    .forEach(name -> filled.merge(name, 1L, Long::sum));
        }
    }

    /** Contacts looked at. */
    long size() {
        return size;
    }

    long filled(String name) {
        return filled.getOrDefault(name, 0L);
    }

    /** Whether the API tells this field; nobody knows where there is no contact. */
    boolean tells(String name) {
        return size == 0 || name.startsWith(OroAttributes.ADDRESS) || told.contains(name);
    }
}
