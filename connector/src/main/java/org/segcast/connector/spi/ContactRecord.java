/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A contact as read from the CRM.
 *
 * @param active false where the CRM archived it
 * @param attributes every further field by name, as text in a plain form (numbers with a point, dates as ISO 8601); absent, not blank, where empty
 * @param changedAt the CRM's own change stamp, where it has one
 */
public record ContactRecord(
        String id,
        String name,
        Optional<String> email,
        Optional<String> phone,
        Optional<String> company,
        boolean active,
        Consent consent,
        Map<String, String> attributes,
        Optional<Instant> changedAt) {
    public ContactRecord {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a contact needs an id");
        }
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(phone, "phone");
        Objects.requireNonNull(company, "company");
        Objects.requireNonNull(consent, "consent");
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        Objects.requireNonNull(changedAt, "changedAt");
    }
}
