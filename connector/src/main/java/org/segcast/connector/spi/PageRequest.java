/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One page of a read.
 *
 * @param changedSince only records changed at or after this instant; empty for all
 * @param afterId what the page before said to go on from; empty for the first page
 * @param size the most records wanted, 1 to 10,000
 */
public record PageRequest(Optional<Instant> changedSince, Optional<String> afterId, int size) {
    public PageRequest {
        Objects.requireNonNull(changedSince, "changedSince");
        Objects.requireNonNull(afterId, "afterId");
        if (size < 1 || size > 10_000) {
            throw new IllegalArgumentException("page size " + size + ", expected 1 to 10000");
        }
    }

    public static PageRequest first(Optional<Instant> changedSince, int size) {
        return new PageRequest(changedSince, Optional.empty(), size);
    }

    public PageRequest after(String id) {
        return new PageRequest(changedSince, Optional.of(id), size);
    }
}
