/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Records read in one call.
 *
 * @param nextAfterId where the next page starts; empty on the last page
 */
public record Page<R>(List<R> records, List<RejectedRecord> rejected, Optional<String> nextAfterId) {
    public Page {
        records = List.copyOf(records);
        rejected = List.copyOf(rejected);
        Objects.requireNonNull(nextAfterId, "nextAfterId");
    }
}
