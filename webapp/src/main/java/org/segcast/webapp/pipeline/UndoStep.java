/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.segcast.connector.push.PushCounts;
import org.segcast.connector.push.PushUndo;
import org.segcast.connector.spi.HostCrm;
import org.segcast.connector.spi.PushReceipt;
import org.segcast.webapp.connection.Connections;
import org.segcast.webapp.push.Plans;
import org.segcast.webapp.push.PushReports;
import org.segcast.webapp.warehouse.Warehouse;

/** Sets back what a push changed, where it still is as the push left it. Nothing is pushed behind it: the next run plans anew. */
@Named
@Dependent
public class UndoStep extends PipelineStep {
    @Inject
    private Connections connections;

    @Inject
    private Warehouse warehouse;

    @Inject
    private Plans plans;

    @Inject
    private PushReports reports;

    @Override
    Outcome work(Run run) {
        long push = run.ofPush().orElseThrow();
        PushUndo undo = warehouse.undo();
        PushCounts counts;
        PushReceipt receipt;
        try (HostCrm crm = connections.open()) {
            warehouse.planner().readHeld(crm);
            counts = undo.preview(push);
            receipt = undo.apply(push, crm, this::progress);
            warehouse.planner().readHeld(crm);
        }
        journal().addRejected(run.getId(), receipt.rejected());
        reports.keep(run.getId(), counts, receipt.calls());
        reports.undone(push, run.getId());
        plans.make();
        undo.forget(push);
        return Outcome.completed(Phrases.count(counts.contacts(), "contact") + " set back to before run " + push);
    }
}
