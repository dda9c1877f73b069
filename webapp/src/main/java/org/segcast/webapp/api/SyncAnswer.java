/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.api;

import java.time.Instant;
import org.segcast.webapp.pipeline.RunSync;

/**
 * What the sync of a run did.
 *
 * @param everything all records were read rather than the changed ones
 */
public record SyncAnswer(
        long run,
        Instant at,
        long milliseconds,
        boolean everything,
        long contactsRead,
        long ordersRead,
        long changed,
        long deleted,
        long rejected) {

    static SyncAnswer of(RunSync sync) {
        return new SyncAnswer(
                sync.getRunId(),
                sync.getBeganAt(),
                sync.duration().toMillis(),
                sync.isEverything(),
                sync.getContactsRead(),
                sync.getOrdersRead(),
                sync.getChanged(),
                sync.getDeleted(),
                sync.getRejected());
    }
}
