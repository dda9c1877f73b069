/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * A record that was left out, and why in one sentence that quotes no personal data.
 *
 * @param id the CRM's id as far as it could be read, else empty text
 * @param line where it stands in a file, from 1 counting the header; empty for APIs
 */
public record RejectedRecord(RecordKind kind, String id, OptionalInt line, String reason) {
    public RejectedRecord {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(line, "line");
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a rejected record needs a reason");
        }
    }
}
