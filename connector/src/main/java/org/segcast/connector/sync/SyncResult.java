/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sync;

import java.util.List;
import org.segcast.connector.spi.RejectedRecord;

/**
 * What a sync did.
 *
 * @param contactsRead sound records, also those that an interrupted sync had read for this one
 * @param changed contacts, orders and engagements that are new or read differently than before
 * @param deleted contacts, orders and engagements that the CRM no longer has
 * @param rejectedCount all records left out
 * @param rejected the first of them, as many as the settings keep
 */
public record SyncResult(
        long contactsRead,
        long ordersRead,
        long changed,
        long deleted,
        long rejectedCount,
        List<RejectedRecord> rejected) {
    public SyncResult {
        rejected = List.copyOf(rejected);
    }
}
