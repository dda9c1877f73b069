/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.segcast.connector.push.PushPlan;
import org.segcast.connector.spi.HostCrm;
import org.segcast.connector.spi.PushReceipt;
import org.segcast.webapp.connection.Connections;
import org.segcast.webapp.push.Plans;
import org.segcast.webapp.push.PushReports;
import org.segcast.webapp.settings.Settings.PushMode;
import org.segcast.webapp.warehouse.Warehouse;

/** Sends the differences: at once where the settings say so, else only the very plan that somebody approved. */
@Named
@Dependent
public class PushStep extends PipelineStep {
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
        PushPlan plan = warehouse.planner().current().orElseThrow();
        if (plan.isEmpty()) {
            return Outcome.completed("Nothing to push: the CRM shows all that Segcast knows");
        }
        if (run.getKind() == RunKind.FULL && connections.push() == PushMode.MANUAL) {
            return new Outcome(
                    StepState.WAITING,
                    Phrases.count(plan.contacts(), "contact") + " would change: look at the plan and approve it");
        }
        if (run.approvedPlan()
                .filter(approved -> !approved.equals(plan.fingerprint()))
                .isPresent()) {
            return new Outcome(
                    StepState.WAITING,
                    "The plan changed after it was approved, so nothing was sent: look at it again and approve it");
        }
        return Outcome.completed(push(run, plan));
    }

    private String push(Run run, PushPlan plan) {
        try (HostCrm crm = connections.open()) {
            PushReceipt receipt = warehouse.push().apply(run.getId(), plan, crm, this::progress);
            reports.keep(run.getId(), warehouse.undo().sent(run.getId()), receipt.calls());
            warehouse.planner().readHeld(crm);
            plans.make();
            journal().addRejected(run.getId(), receipt.rejected());
            String lost = receipt.rejected().isEmpty()
                    ? ""
                    : ", " + Phrases.count(receipt.rejected().size(), "record") + " not taken";
            return Phrases.count(plan.contacts(), "contact") + " changed in " + Phrases.count(receipt.calls(), "call")
                    + lost;
        }
    }
}
