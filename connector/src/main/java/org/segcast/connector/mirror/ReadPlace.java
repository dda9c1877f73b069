/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.mirror;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a read has come; kept with what it read, so that a sync that was killed goes on from here.
 *
 * @param changedSince what the read asks for; empty where it reads everything
 * @param nextPage where it goes on; empty at its start
 * @param records staged so far
 * @param complete whether the last page has been staged
 */
public record ReadPlace(Optional<Instant> changedSince, Optional<String> nextPage, long records, boolean complete) {
    public ReadPlace {
        Objects.requireNonNull(changedSince, "changedSince");
        Objects.requireNonNull(nextPage, "nextPage");
    }
}
