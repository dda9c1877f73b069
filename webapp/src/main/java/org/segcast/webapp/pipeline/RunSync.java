/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.segcast.connector.sync.SyncResult;

/** What the sync of a run did. */
@Entity
@Table(name = "run_sync")
public class RunSync {
    @Id
    @Column(name = "run_id")
    private long runId;

    private boolean everything;

    @Column(name = "contacts_read")
    private long contactsRead;

    @Column(name = "orders_read")
    private long ordersRead;

    private long changed;
    private long deleted;
    private long rejected;

    @Column(name = "began_at")
    private Instant beganAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected RunSync() {}

    RunSync(long runId, boolean everything, SyncResult result, Instant beganAt, Instant endedAt) {
        this.runId = runId;
        this.everything = everything;
        this.contactsRead = result.contactsRead();
        this.ordersRead = result.ordersRead();
        this.changed = result.changed();
        this.deleted = result.deleted();
        this.rejected = result.rejectedCount();
        this.beganAt = beganAt;
        this.endedAt = endedAt;
    }

    public long getRunId() {
        return runId;
    }

    /** Whether all records were read rather than the changed ones. */
    public boolean isEverything() {
        return everything;
    }

    public long getContactsRead() {
        return contactsRead;
    }

    public long getOrdersRead() {
        return ordersRead;
    }

    public long getChanged() {
        return changed;
    }

    public long getDeleted() {
        return deleted;
    }

    /** All records left out, also those beyond the ones that are listed. */
    public long getRejected() {
        return rejected;
    }

    public Instant getBeganAt() {
        return beganAt;
    }

    /** Of the last attempt, where the run was cut off and went on. */
    public Duration duration() {
        return Duration.between(beganAt, endedAt);
    }
}
