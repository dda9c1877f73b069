/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.connector.sync;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.segcast.connector.mirror.MergeResult;
import org.segcast.connector.mirror.Mirror;
import org.segcast.connector.mirror.MirrorIntake;
import org.segcast.connector.mirror.ReadPlace;
import org.segcast.connector.spi.CampaignResponse;
import org.segcast.connector.spi.ContactRecord;
import org.segcast.connector.spi.EngagementRecord;
import org.segcast.connector.spi.ErrorCode;
import org.segcast.connector.spi.HostCrm;
import org.segcast.connector.spi.LooseOrderLine;
import org.segcast.connector.spi.OrderRecord;
import org.segcast.connector.spi.Page;
import org.segcast.connector.spi.ProgressListener;
import org.segcast.connector.spi.RecordKind;
import org.segcast.connector.spi.RejectedRecord;
import org.segcast.connector.spi.SegcastException;

/**
 * Reads a CRM page by page and merges what it read at the end, in one transaction. Where the CRM reads changes, from the cursor minus an overlap, and then
 * looks for what was deleted and for what came into sight without being changed; elsewhere everything. Stopped or killed between two pages, the mirror is as before, and
 * a CRM that reads changes goes on behind the last page staged; a file is read again, for it may be another one by now.
 */
public final class Sync {
    private final HostCrm crm;
    private final MirrorIntake intake;
    private final SyncSettings settings;
    private final ReadWay<ContactRecord> contacts;
    private final ReadWay<OrderRecord> orders;
    private final ReadWay<LooseOrderLine> orderLines;
    private final ReadWay<EngagementRecord> engagements;
    private final ReadWay<CampaignResponse> responses;

    public Sync(HostCrm crm, Mirror mirror, SyncSettings settings) {
        this.crm = crm;
        this.intake = mirror.intake();
        this.settings = settings;
        this.contacts = new ReadWay<>(RecordKind.CONTACT, crm::contacts, crm::contactsById, intake::contacts);
        this.orders = new ReadWay<>(RecordKind.ORDER, crm::orders, crm::ordersById, intake::orders);
        this.orderLines = new ReadWay<>(RecordKind.ORDER_LINE, crm::orderLines, ids -> Page.none(), intake::orderLines);
        this.engagements =
                new ReadWay<>(RecordKind.ENGAGEMENT, crm::engagements, crm::engagementsById, intake::engagements);
        this.responses = new ReadWay<>(RecordKind.RESPONSE, crm::responses, ids -> Page.none(), intake::responses);
    }

    /**
     * @param startedAt now; no cursor moves beyond it
     * @param progress told after every page, in records; it may stop the sync by throwing
     */
    public SyncResult run(Instant startedAt, ProgressListener progress) {
        intake.follow(crm.describe());
        RejectedRecords rejected = new RejectedRecords(settings.rejectedKept());
        SyncReads reads = new SyncReads(crm, intake, settings, startedAt, progress, rejected);
        intake.forgetGone();
        reads.expect(RecordKind.CONTACT, RecordKind.ORDER, RecordKind.ENGAGEMENT);
        ReadPlace contacts = reads.read(this.contacts);
        Optional<ReadPlace> orders = orders(reads, rejected);
        ReadPlace engagements = reads.read(this.engagements);
        reads.read(responses);
        contacts = reads.reconcile(this.contacts, contacts);
        orders = orders.map(read -> reads.reconcile(this.orders, read));
        engagements = reads.reconcile(this.engagements, engagements);
        orders.ifPresent(read -> reads.bereft(this.orders, read));
        reads.bereft(this.engagements, engagements);
        MergeResult merged = intake.merge(rejected);
        progress.progress(reads.done(), reads.done());
        return new SyncResult(
                contacts.records(),
                orders.map(ReadPlace::records).orElse(0L),
                merged.changed(),
                merged.deleted(),
                rejected.count(),
                rejected.kept());
    }

    /** Empty where the CRM has no orders at all: that is told, contacts go on, and orders known from before stay. */
    private Optional<ReadPlace> orders(SyncReads reads, RejectedRecords rejected) {
        try {
            ReadPlace read = reads.read(orders);
            reads.read(orderLines);
            return Optional.of(read);
        } catch (SegcastException missing) {
            if (missing.code() != ErrorCode.MODULE_MISSING) {
                throw missing;
            }
            intake.abandon(RecordKind.ORDER);
            rejected.accept(new RejectedRecord(RecordKind.ORDER, "", OptionalInt.empty(), missing.getMessage()));
            return Optional.empty();
        }
    }
}
