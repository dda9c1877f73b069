/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.webapp.startup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.segcast.webapp.pipeline.RunJournal;
import org.segcast.webapp.warehouse.Warehouse;

/** Ready when both stores answer. */
@Readiness
@ApplicationScoped
public class StoresReady implements HealthCheck {
    @Inject
    private RunJournal journal;

    @Inject
    private Warehouse warehouse;

    @Override
    public HealthCheckResponse call() {
        journal.active();
        warehouse.features().asOf();
        return HealthCheckResponse.up("stores");
    }
}
