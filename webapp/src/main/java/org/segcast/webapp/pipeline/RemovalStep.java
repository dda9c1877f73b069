/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.pipeline;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.segcast.connector.spi.HostCrm;
import org.segcast.webapp.connection.Connections;
import org.segcast.webapp.push.Plans;
import org.segcast.webapp.warehouse.Warehouse;

/** Takes away all that was ever written into the CRM. Afterwards no push can be undone any more. */
@Named
@Dependent
public class RemovalStep extends PipelineStep {
    @Inject
    private Connections connections;

    @Inject
    private Warehouse warehouse;

    @Inject
    private Plans plans;

    @Override
    Outcome work(Run run) {
        try (HostCrm crm = connections.open()) {
            crm.removeAll(this::progress);
            warehouse.undo().forgetAll();
            warehouse.planner().readHeld(crm);
        }
        plans.make();
        return Outcome.completed("Nothing of Segcast is left in the CRM");
    }
}
