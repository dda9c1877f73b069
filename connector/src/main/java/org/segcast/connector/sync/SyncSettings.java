/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sync;

import java.time.Duration;

/**
 * How to read.
 *
 * @param pageSize records asked for in one call, 1 to 10,000
 * @param overlap how far behind the cursor reading changes starts: longer than the CRM's longest transaction (its change stamps are taken at the start of one and seen
 *     at its end) and than its clock differs from ours
 * @param rejectedKept how many rejected records the result lists; all are counted
 * @param idsListed a range of ids whose count differs from the CRM's is listed at this size rather than halved
 */
public record SyncSettings(int pageSize, Duration overlap, int rejectedKept, int idsListed) {
    public static final SyncSettings DEFAULT = new SyncSettings(5000, Duration.ofMinutes(10), 10_000, 2_000);

    public SyncSettings {
        if (pageSize < 1 || pageSize > 10_000 || overlap.isNegative() || rejectedKept < 0 || idsListed < 1) {
            throw new IllegalArgumentException("sync settings with page size " + pageSize + ", overlap " + overlap
                    + ", " + rejectedKept + " rejected records kept, " + idsListed
                    + " ids listed; expected 1 to 10000, none below zero, at least 1");
        }
    }
}
