/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which rows of the contact table to show.
 *
 * @param asOf orders after it do not count
 * @param text found in name, e-mail or company, whatever the case and the accents; empty text finds all
 * @param only these ids; empty for everybody
 * @param limit 1 to 1,000
 */
public record ContactQuery(
        LocalDate asOf,
        String text,
        Optional<List<String>> only,
        Sort sort,
        boolean descending,
        int offset,
        int limit) {

    public enum Sort {
        NAME,
        ORDERS,
        SPENT,
        LAST_ORDER
    }

    public ContactQuery {
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(text, "text");
        only = only.map(List::copyOf);
        Objects.requireNonNull(sort, "sort");
        if (offset < 0 || limit < 1 || limit > 1000) {
            throw new IllegalArgumentException(
                    "rows " + limit + " from " + offset + ", expected 1 to 1000 rows from 0 or later");
        }
    }

    /** The first rows by name. */
    public static ContactQuery everybody(LocalDate asOf, int limit) {
        return new ContactQuery(asOf, "", Optional.empty(), Sort.NAME, false, 0, limit);
    }

    public ContactQuery among(Collection<String> ids) {
        return new ContactQuery(asOf, text, Optional.of(List.copyOf(ids)), sort, descending, offset, limit);
    }
}
