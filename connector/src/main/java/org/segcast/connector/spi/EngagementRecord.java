/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that happened between the company and a contact beside orders.
 *
 * @param id the CRM's number, behind a prefix for each series ({@code opened-12})
 * @param contactId whom it counts for
 * @param at in UTC
 */
public record EngagementRecord(
        String id, String contactId, EngagementKind kind, LocalDateTime at, Optional<Instant> changedAt) {
    public EngagementRecord {
        if (id.isBlank() || contactId.isBlank()) {
            throw new IllegalArgumentException("an engagement needs an id and a contact");
        }
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(changedAt, "changedAt");
    }
}
