/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.segcast.connector.spi.Capability;
import org.segcast.connector.spi.HostCrm;
import org.segcast.connector.spi.RecordKind;
import org.segcast.connector.spi.SegcastException;
import org.segcast.connector.sync.Sync;
import org.segcast.connector.sync.SyncResult;
import org.segcast.connector.sync.SyncSettings;
import org.segcast.webapp.connection.Connections;
import org.segcast.webapp.warehouse.ContactTable;
import org.segcast.webapp.warehouse.Warehouse;

/** Brings the copy of the CRM up to date. */
@Named
@Dependent
public class SyncStep extends PipelineStep {
    private static final Logger LOG = Logger.getLogger(SyncStep.class.getName());

    @Inject
    private Connections connections;

    @Inject
    private Warehouse warehouse;

    @Inject
    private ContactTable contacts;

    @Inject
    private Clock clock;

    @Override
    Outcome work(Run run) {
        SyncResult result;
        Instant began = clock.instant();
        if (run.getKind() == RunKind.RESYNC) {
            warehouse.mirror().intake().readEverything();
            warehouse.planner().distrustHeld();
        }
        try (HostCrm crm = connections.open()) {
            boolean everything = readsEverything(crm);
            result = new Sync(crm, warehouse.mirror(), SyncSettings.DEFAULT).run(began, this::progress);
            journal().keepSync(run.getId(), everything, result, began);
            rememberKeyEnd(crm);
        }
        journal().replaceRejected(run.getId(), result.rejected());
        warehouse.features().forget(contacts.noLongerProfiled());
        return Outcome.completed(Phrases.count(result.contactsRead(), "contact") + ", "
                + Phrases.count(result.ordersRead(), "order") + " read"
                + (result.deleted() == 0 ? "" : "; " + Phrases.count(result.deleted(), "record") + " deleted")
                + (result.rejectedCount() == 0
                        ? ""
                        : "; " + Phrases.count(result.rejectedCount(), "record") + " left out"));
    }

    /** What was read is worth more than the day: without an answer the one known before stays. */
    private void rememberKeyEnd(HostCrm crm) {
        try {
            connections.keyExpires(crm.keyExpires(clock.instant()));
        } catch (SegcastException untold) {
            LOG.log(Level.INFO, "The CRM did not tell when the key runs out: {0}", untold.getMessage());
        }
    }

    private boolean readsEverything(HostCrm crm) {
        return !crm.capabilities().contains(Capability.READS_CHANGES)
                || warehouse.mirror().intake().cursor(RecordKind.CONTACT).isEmpty();
    }
}
