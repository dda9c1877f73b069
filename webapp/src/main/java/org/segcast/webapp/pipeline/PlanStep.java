/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.segcast.connector.push.Approval;
import org.segcast.connector.push.PushPlan;
import org.segcast.connector.spi.HostCrm;
import org.segcast.webapp.connection.Connections;
import org.segcast.webapp.push.Plans;
import org.segcast.webapp.warehouse.Warehouse;

/** Reads what the CRM holds of our marks and finds the differences. */
@Named
@Dependent
public class PlanStep extends PipelineStep {
    @Inject
    private Connections connections;

    @Inject
    private Warehouse warehouse;

    @Inject
    private Plans plans;

    @Override
    Outcome work(Run run) {
        Approval approval = warehouse.approval();
        boolean kept = run.approvedPlan().filter(approval::keep).isPresent();
        try (HostCrm crm = connections.open()) {
            warehouse.planner().readHeld(crm);
        }
        PushPlan plan = plans.make();
        // what was sent before a stop, or done by hand, is no difference any more; the rest of what was approved stays
        // approved
        if (kept && approval.coversCurrentPlan()) {
            journal().approve(run.getId(), plan.fingerprint());
        }
        progress(plan.contacts(), plan.contacts());
        return Outcome.completed(
                plan.isEmpty() ? "Nothing to change" : Phrases.count(plan.contacts(), "contact") + " to change");
    }
}
